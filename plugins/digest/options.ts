import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Config, SanitizedConfig } from 'payload'
import { type Schedule, scheduleFrom } from './core/schedule.ts'
import type { DkimKey } from './mail/compose.ts'
import { senderOf } from './mail/sender.ts'
import type { DigestOptions } from './types.ts'

/** The options with defaults, as stored on the configuration. */
export type DigestSettings = Required<Omit<DigestOptions, 'smtpUrl' | 'dkim' | 'schedule'>> &
  Pick<DigestOptions, 'smtpUrl'> & { dkim?: DkimKey; schedule: Schedule }

const withoutSlash = (origin: string) => origin.replace(/\/+$/, '')

/**
 * Fills in defaults and reads the signing key at start, so that an invalid value fails the start and not the first
 * mail.
 *
 * @throws Error that names the invalid value
 */
export const settingsFrom = (options: DigestOptions): DigestSettings => {
  senderOf(options.mailFrom)
  const { dkim, ...rest } = options
  return {
    paused: false,
    connections: 2,
    requestsPerHour: 60,
    portalNames: {},
    imprint: async () => ({}),
    ...rest,
    schedule: scheduleFrom(options.schedule),
    publicUrl: withoutSlash(options.publicUrl),
    siteUrl: withoutSlash(options.siteUrl),
    ...(dkim ? { dkim: readKey(dkim) } : {}),
  }
}

const readKey = (dkim: NonNullable<DigestOptions['dkim']>): DkimKey => {
  try {
    const privateKey = readFileSync(dkim.keyFile, 'utf8')
    createPrivateKey(privateKey)
    return { domainName: dkim.domain, keySelector: dkim.selector, privateKey }
  } catch (cause) {
    throw new Error(`DKIM_KEY_FILE holds no private key in PEM: ${dkim.keyFile}`, { cause })
  }
}

/** Settings of an installed plugin. */
export const settingsOf = (config: Config | SanitizedConfig): DigestSettings => {
  const settings = config.custom?.digest as DigestSettings | undefined
  if (!settings) throw new Error('The digest plugin is not installed')
  return settings
}
