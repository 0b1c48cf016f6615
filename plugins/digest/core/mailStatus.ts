/** What a refusal says about the address that a mail was sent to. */
export type Meaning =
  /** The address or its domain does not exist. */
  | 'gone'
  /** The mail was refused because of its sender: policy, reputation. */
  | 'ours'
  /** The mail was refused because of its contents, format or size; sending the same again would not help. */
  | 'content'
  /** The mailbox exists, or nobody knows: full, disabled, unreachable, without a reason. */
  | 'soft'

/** Maximum length of a reply that is examined, because the other side may send any length. */
const LONGEST_REPLY = 2_000

/** An enhanced status code (RFC 3463), `5.1.1`; an IP address is none. */
const ENHANCED = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.]*\d)/g
/** A reply code (RFC 5321, 4.2) before a space, hyphen or the end. */
const BASIC = /(?<![\d.-])([245]\d\d)(?=[\s-]|$)/

/** Codes that say only that it failed (RFC 3463, 3.1): `5.0.0`, `5.1.0`. */
const isGeneral = (code: string): boolean => code.endsWith('.0')

/** @returns the first specific enhanced code of a reply, else the first general one */
export const enhancedCode = (reply: string): string | undefined => {
  const codes = reply.slice(0, LONGEST_REPLY).match(ENHANCED) ?? []
  return codes.find((code) => !isGeneral(code)) ?? codes[0]
}

/** Address, domain, syntax of the address, moved away, domain that takes no mail (RFC 3463, 3.2; RFC 7505, 4.2). */
const GONE = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10'])
/** Our address or domain as sender (RFC 3463, 3.2). */
const OURS = new Set(['5.1.7', '5.1.8'])
/** A mail that is too large for the system or the mailbox (RFC 3463, 3.3 and 3.4). */
const TOO_LARGE = new Set(['5.2.3', '5.3.4'])

const meaningOfCode = (code: string): Meaning | undefined => {
  if (GONE.has(code)) return 'gone'
  // Subjects 6 and 7 are contents and policy (RFC 3463, 3.7 and 3.8), for a time (4) or for good (5).
  if (OURS.has(code) || /^[45]\.7\./.test(code)) return 'ours'
  if (TOO_LARGE.has(code) || /^[45]\.6\./.test(code)) return 'content'
  return code === '' || isGeneral(code) ? undefined : 'soft'
}

const FULL = /quota|mailbox (?:is |size )?full|full mailbox|storage|exceed|over limit/
const POLICY =
  /spam|block|blacklist|black-list|denylist|blocklist|policy|reputation|dnsbl|\brbl\b|spamhaus|barracuda|\bdmarc\b|\bspf\b|\bdkim\b|\bptr\b|reverse dns|rate limit|virus|content reject/
const UNKNOWN =
  /(?:user|recipient|mailbox|address|account)[^.;]{0,40}(?:unknown|not found|does ?n['o]t exist|not exist|invalid)|(?:unknown|no such|invalid|nonexistent) (?:\w+ )?(?:user|recipient|mailbox|address|account)|no mailbox|(?:domain|host)[^.;]{0,40}(?:not found|does ?n['o]t exist)|\bnxdomain\b/

/** Reads the words of a reply that carries no specific code; `undefined` when they name no cause. */
const meaningOfWords = (reply: string): Meaning | undefined => {
  const words = reply.slice(0, LONGEST_REPLY).toLowerCase()
  const basic = BASIC.exec(words)?.[1]
  // 552 is a mailbox over its limit (RFC 5321, 4.2.3).
  if (basic === '552' || FULL.test(words)) return 'soft'
  if (POLICY.test(words)) return 'ours'
  return !basic?.startsWith('4') && UNKNOWN.test(words) ? 'gone' : undefined
}

/**
 * Decides what a permanent refusal says about the address.
 *
 * The specific enhanced code in the remote server's own reply wins: relays often replace it by a general or wrong one of
 * their own. Only what is certain is `gone`, because a suppressed address never gets mail again.
 *
 * @param args.reply the remote server's words: an SMTP reply, or `Diagnostic-Code` of a report (RFC 3464, 2.3.6)
 * @param args.status `Status` of a report (RFC 3464, 2.3.4)
 */
export const meaningOf = ({ reply, status = '' }: { reply: string; status?: string }): Meaning => {
  const replied = meaningOfCode(enhancedCode(reply) ?? '')
  if (replied) return replied
  const stated = meaningOfCode(status)
  const worded = meaningOfWords(reply)
  return stated === 'gone' ? (worded ?? stated) : (stated ?? worded ?? 'soft')
}
