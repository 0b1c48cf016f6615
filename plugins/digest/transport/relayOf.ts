import type { DigestOptions } from '../types.ts'
import { fileRelay } from './fileRelay.ts'
import type { Relay } from './relay.ts'
import { smtpRelay } from './smtpRelay.ts'

/** The configured relay; without one, mails are written to files. */
export const relayOf = (options: Pick<DigestOptions, 'smtpUrl' | 'dataDir'>): Relay =>
  options.smtpUrl ? smtpRelay(options.smtpUrl) : fileRelay(options.dataDir)
