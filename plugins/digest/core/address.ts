import { domainToASCII } from 'node:url'

/** A deliverable mail address. */
export interface MailAddress {
  /** Envelope form: the local part as typed, the domain in ASCII. */
  address: string
  /** Canonical form that identifies a person across spellings: NFC, lower case, domain in ASCII (IDNA, RFC 5891). */
  key: string
}

/** A dot-atom (RFC 5322, 3.2.3). Quoted local parts are rejected, because they are rare and invite injection. */
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/
const TOP = /^(xn--[a-z0-9-]+|[a-z]{2,})$/
/** Characters that the URL host parser behind `domainToASCII` would decode, cut at, or read as a port. */
const NOT_IN_DOMAIN = /[\s%/\\:?#[\]<>()",;|^`{}]/u
/** RFC 5321, 4.5.3.1. */
const LONGEST_LOCAL = 64
const LONGEST_ADDRESS = 254
/** Allows for surrounding spaces, and for a domain in non-ASCII letters. */
const LONGEST_TYPED = 1_000

const asciiDomain = (typed: string): string | null => {
  if (NOT_IN_DOMAIN.test(typed)) return null
  const domain = domainToASCII(typed).toLowerCase()
  const labels = domain.split('.')
  return labels.length >= 2 && labels.every((label) => LABEL.test(label)) && TOP.test(labels.at(-1)!) ? domain : null
}

/**
 * Parses a typed address. Deliberately strict: a valid one is safe in an SMTP command and in a header without quoting,
 * so it cannot inject another recipient, header or line.
 *
 * @returns `null` when the address is not supported
 */
export const readAddress = (typed: string): MailAddress | null => {
  if (typed.length > LONGEST_TYPED) return null
  const text = typed.trim().normalize('NFC')
  const at = text.lastIndexOf('@')
  const local = text.slice(0, at)
  if (at < 1 || local.length > LONGEST_LOCAL || !LOCAL.test(local)) return null
  const domain = asciiDomain(text.slice(at + 1))
  if (!domain || local.length + 1 + domain.length > LONGEST_ADDRESS) return null
  return { address: `${local}@${domain}`, key: `${local.toLowerCase()}@${domain}` }
}

/** Mail services that deliver to one mailbox whatever dots its name holds, with the name they are counted under. */
const DOTS_IGNORED: Record<string, string> = { 'gmail.com': 'gmail.com', 'googlemail.com': 'gmail.com' }

/**
 * The mailbox that an address most likely belongs to: without a tag (`an+tin@…`), and without dots where the service
 * ignores them. Only for limits: what people typed is where their mail goes.
 *
 * @param key canonical form of an address
 */
export const mailboxOf = (key: string): string => {
  const at = key.lastIndexOf('@')
  const [local, domain] = [key.slice(0, at), key.slice(at + 1)]
  const tag = local.indexOf('+')
  const name = tag > 0 ? local.slice(0, tag) : local
  const service = Object.hasOwn(DOTS_IGNORED, domain) ? DOTS_IGNORED[domain] : undefined
  return service ? `${name.replaceAll('.', '') || name}@${service}` : `${name}@${domain}`
}

/** Masks an address for operators: `n***@example.vn`. */
export const maskAddress = (address: string): string =>
  address.replace(/^(.)[^@]*@/u, (_, first: string) => `${first}***@`)

/**
 * Network of an IP address: /24 for IPv4, /48 for IPv6. Precise enough to limit floods and to record the origin of a
 * consent, but not to identify a person.
 */
export const networkOf = (ip: string | undefined): string => {
  if (!ip) return 'unknown'
  const v4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(ip)
  if (v4) return `${v4[1]}.0/24`
  const v6 = ip.toLowerCase().split('%')[0]!
  if (!/^[0-9a-f:.]+$/.test(v6) || !v6.includes(':')) return 'unknown'
  const [head = '', tail] = v6.split('::')
  const groups = head.split(':').filter(Boolean)
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length
  const all = [...groups, ...Array<string>(Math.max(missing, 0)).fill('0'), ...(tail ?? '').split(':').filter(Boolean)]
  return `${all
    .slice(0, 3)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/48`
}
