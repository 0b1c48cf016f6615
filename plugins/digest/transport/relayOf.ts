import type { DigestOptions } from '../types.ts'
import { fileRelay } from './fileRelay.ts'
import type { Relay } from './relay.ts'
import { smtpRelay } from './smtpRelay.ts'

/** The relay of the configuration; without one, mails become files. */
export const relayOf = (options: Pick<DigestOptions, 'smtpUrl' | 'dataDir'>): Relay =>
  options.smtpUrl ? smtpRelay(options.smtpUrl) : fileRelay(options.dataDir)
