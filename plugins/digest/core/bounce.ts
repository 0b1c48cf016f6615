import { enhancedCode, type Meaning, meaningOf } from './mailStatus.ts'

/** What a delivery report (RFC 3464) says about one of our mails. */
export interface DeliveryReport {
  /** `Original-Envelope-Id` (RFC 3464, 2.2.1), as given to the relay; `undefined` if the other side omitted it. */
  envid: string | undefined
  /** `failed`, `delayed`, `delivered`, `relayed`, `expanded`. */
  action: string
  /** Enhanced status code (RFC 3463), `5.1.1`; the remote server's own where it gives a specific one. */
  status: string
  /** Words of the remote server: `smtp; 550 5.1.1 user unknown`. May contain addresses. */
  reply: string
}

/** A report has a few lines for each of a few recipients; anything longer is not a report. */
const LONGEST_REPORT = 64 * 1024
/** RFC 5322, 2.1.1. */
const LONGEST_LINE = 998

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.length <= LONGEST_LINE)

/**
 * Fields of a report by lower-case name; the first of several with the same name counts. A folded line belongs to the
 * field before it (RFC 5322, 2.2.3). Overlong lines are ignored.
 */
const fieldsOf = (text: string): ReadonlyMap<string, string> => {
  const fields = new Map<string, string>()
  let last = ''
  for (const line of linesOf(text)) {
    const isFolded = /^[ \t]/.test(line)
    const colon = isFolded ? -1 : line.indexOf(':')
    const name = line.slice(0, Math.max(0, colon)).trimEnd().toLowerCase()
    const value = line.slice(colon + 1).trim()
    if (isFolded && last && value) fields.set(last, `${fields.get(last)} ${value}`)
    last = isFolded ? last : name && value && !fields.has(name) ? name : ''
    if (last && !isFolded) fields.set(last, value)
  }
  return fields
}

/**
 * Parses the `message/delivery-status` part of a report.
 *
 * @returns `null` when it does not state the outcome for a recipient
 */
export const readReport = (text: string): DeliveryReport | null => {
  if (text.length > LONGEST_REPORT) return null
  const fields = fieldsOf(text)
  const action = fields.get('action')?.toLowerCase()
  const reply = fields.get('diagnostic-code') ?? ''
  const stated = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0]
  const replied = enhancedCode(reply)
  const status = replied && !replied.endsWith('.0') ? replied : (stated ?? replied)
  if (!action || !status) return null
  return { envid: fields.get('original-envelope-id')?.toLowerCase(), action, status, reply }
}

/** Where mail servers begin to quote the mail that they return. */
const QUOTE =
  /^[\s>*-]*(?:(?:this|below|enclosed|included|attached)\b.{0,60}\bcopy\b|original message|received:|return-path:)/i
/** Words of a warning after which the server tries again. */
const WARNING = /\bwarning\b|\bdelayed\b|\bwill (?:be retried|continue|retry|keep|try)\b|\bno action is required\b/i
/** A permanent reply: `550 5.1.1 …`, `550-…`, or the code alone as `(#5.1.1)`. */
const PERMANENT = /(?<![\d.-])(?<!\d )5[0-7]\d[ -](?:5\.\d{1,3}\.\d{1,3}|[<#(a-z])|#5\.\d{1,3}\.\d{1,3}/i

/**
 * Reads a report that is a letter for people, as many mail servers write it: by the reply of the remote server, which it
 * quotes.
 *
 * @param text the letter; what it quotes of the returned mail is ignored
 * @returns `null` when it does not quote a permanent reply, or says that the mail will be tried again
 */
export const readLetter = (text: string): DeliveryReport | null => {
  const lines = linesOf(text.slice(0, LONGEST_REPORT))
  const quote = lines.findIndex((line) => QUOTE.test(line))
  const own = quote < 0 ? lines : lines.slice(0, quote)
  if (own.some((line) => WARNING.test(line))) return null
  const at = own.findIndex((line) => PERMANENT.test(line))
  if (at < 0) return null
  const line = own[at]!
  // The rest of the reply may stand in the next line; the code in `(#5.1.1)` follows its words.
  const reply = line.includes('#5.') ? line : `${line.slice(PERMANENT.exec(line)!.index)} ${own[at + 1] ?? ''}`
  return { envid: undefined, action: 'failed', status: enhancedCode(reply) ?? '5.0.0', reply }
}

/** Consequence of a report: `nothing` unless the mail failed. */
export type Verdict = Meaning | 'nothing'

export const judge = ({ action, status, reply }: DeliveryReport): Verdict =>
  action === 'failed' ? meaningOf({ reply, status }) : 'nothing'

const DAY = 86_400_000
/** Bounces further apart than this are unrelated. */
const FORGIVEN_AFTER = 30 * DAY
/** This many consecutive soft bounces pause the address. */
const MOST_SOFT = 5
const RESTS_FOR = 30 * DAY

export interface Score {
  softBounces: number
  /** Time of the last bounce, ISO 8601; `''` for never. */
  bouncedAt: string
}

/**
 * Counts a soft bounce. The fifth one pauses the address for 30 days and resets the score.
 *
 * @returns the new score, and the end of the pause if one starts
 */
export const countSoft = (score: Score, now: Date): Score & { pausedUntil?: string } => {
  const stale = score.bouncedAt === '' || Date.parse(score.bouncedAt) < now.getTime() - FORGIVEN_AFTER
  const softBounces = (stale ? 0 : score.softBounces) + 1
  const bouncedAt = now.toISOString()
  if (softBounces < MOST_SOFT) return { softBounces, bouncedAt }
  return { softBounces: 0, bouncedAt, pausedUntil: new Date(now.getTime() + RESTS_FOR).toISOString() }
}
