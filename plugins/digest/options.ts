import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Config, SanitizedConfig } from 'payload'
import { systemClock } from '../../lib/time/clock.ts'
import type { PublicationsSettings } from '../publications/index.ts'
import { retentionFaults } from './core/retention.ts'
import { type Schedule, scheduleFrom } from './core/schedule.ts'
import type { DkimKey } from './mail/dkim.ts'
import { senderOf } from './mail/sender.ts'
import type { DigestOptions } from './types.ts'

/** The options with defaults, as stored on the configuration. */
export type DigestSettings = Required<
  Omit<DigestOptions, 'smtpUrl' | 'dkim' | 'schedule' | 'notices' | 'ratePerSecond' | 'tellAtOnce'>
> &
  Pick<DigestOptions, 'smtpUrl' | 'notices' | 'ratePerSecond' | 'tellAtOnce'> & { dkim?: DkimKey; schedule: Schedule }

const withoutSlash = (origin: string) => origin.replace(/\/+$/, '')

const isOrigin = (url: string) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)

const isPlace = (url: string, protocol: RegExp) =>
  URL.canParse(url) && protocol.test(new URL(url).protocol) && new URL(url).hostname !== ''

/** What of the options cannot be used with this configuration, one sentence each, which begins with the option. */
const optionFaults = (options: DigestOptions, config: Config): string[] => {
  const published = config.custom?.publications as PublicationsSettings | undefined
  if (!published) return ['needs the publications plugin before it in the list of plugins']
  const {
    publicUrl,
    siteUrl,
    smtpUrl,
    dataDir,
    portalName,
    facetCollections = {},
    connections = 1,
    unmailed = [],
    reports = {},
  } = options
  return [
    ...Object.entries({ publicUrl, siteUrl }).flatMap(([option, url]) =>
      isOrigin(url) ? [] : [`${option}: must be an address such as "https://example.org"`],
    ),
    ...(smtpUrl === undefined || URL.canParse(smtpUrl)
      ? []
      : ['smtpUrl: must be like "smtp://user:password@host:587"']),
    ...(path.isAbsolute(dataDir) ? [] : ['dataDir: must be an absolute folder']),
    ...(portalName ? [] : ['portalName: must say who sends the mails']),
    ...(typeof options.choices === 'function' ? [] : ['choices: must be a function']),
    ...Object.entries(facetCollections).flatMap(([facet, slug]) =>
      slug in published.references
        ? []
        : [`facetCollections.${facet}: "${slug}" is not among the \`references\` of publications`],
    ),
    ...unmailed
      .filter((slug) => !(slug in published.governed))
      .map((slug) => `unmailed: "${slug}" is not among the \`governed\` of publications`),
    ...(options.ratePerSecond === undefined || options.ratePerSecond > 0 ? [] : ['ratePerSecond: must be above 0']),
    ...retentionFaults(options.retention ?? []),
    ...(reports.listen === undefined || isPlace(reports.listen, /^(?:lmtp|smtp):$/)
      ? []
      : ['reports.listen: must be like "lmtp://127.0.0.1:2424"']),
    ...(reports.mailbox === undefined || isPlace(reports.mailbox, /^imaps?:$/)
      ? []
      : ['reports.mailbox: must be like "imaps://user:password@host/INBOX"']),
    ...(connections >= 1 ? [] : ['connections: must be at least 1']),
    ...((options.invitationsPerHour ?? 1) >= 1 ? [] : ['invitationsPerHour: must be at least 1']),
    ...(typeof options.read === 'function' ? [] : ['read: must be an access function']),
    ...(typeof options.readAddresses === 'function' ? [] : ['readAddresses: must be an access function']),
  ]
}

/**
 * Fills in defaults and reads the signing key at start, so that an invalid value fails the start and not the first
 * mail.
 *
 * @throws Error that names each option that cannot be used
 */
export const settingsFrom = (options: DigestOptions, config: Config): DigestSettings => {
  const faults = optionFaults(options, config)
  if (faults.length) throw new Error(faults.map((fault) => `digest: ${fault}`).join('\n'))
  senderOf(options.mailFrom)
  const { dkim, ...rest } = options
  return {
    paused: false,
    sendingAllowed: async () => ({ allowed: true }),
    connections: 2,
    requestsPerHour: 60,
    unmailed: [],
    retention: [],
    portalNames: {},
    facetCollections: {},
    imprint: async () => ({}),
    reports: {},
    officers: async () => [],
    readDesk: options.read,
    manageDesk: () => false,
    clock: systemClock,
    invitationsPerHour: 500,
    ...rest,
    schedule: scheduleFrom(options.schedule),
    publicUrl: withoutSlash(options.publicUrl),
    siteUrl: withoutSlash(options.siteUrl),
    ...(dkim ? { dkim: readKey(dkim) } : {}),
  }
}

const readKey = (dkim: NonNullable<DigestOptions['dkim']>): DkimKey => {
  try {
    const privateKey = createPrivateKey(readFileSync(dkim.keyFile, 'utf8'))
    const { asymmetricKeyType = '' } = privateKey
    if (!['rsa', 'ed25519'].includes(asymmetricKeyType)) throw new Error(`cannot sign mails: ${asymmetricKeyType}`)
    return { domainName: dkim.domain, keySelector: dkim.selector, privateKey }
  } catch (cause) {
    throw new Error(`digest: dkim.keyFile: holds no private key (RSA or Ed25519) in PEM: ${dkim.keyFile}`, { cause })
  }
}

/** Settings of an installed plugin. */
export const settingsOf = (config: Config | SanitizedConfig): DigestSettings => {
  const settings = config.custom?.digest as DigestSettings | undefined
  if (!settings) throw new Error('The digest plugin is not installed')
  return settings
}
