import { enhancedCode, type Meaning, meaningOf } from './mailStatus.ts'
import { fieldsOf, LONGEST_REPORT, linesOf } from './reportFields.ts'

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
/**
 * A point of the score is forgotten after each of these. Longer than a week, so that a mailbox that is full for good is
 * noticed by a weekly digest too.
 */
const FORGETS_AFTER = 8 * DAY
/** A score of this many soft bounces pauses the address. */
const MOST_SOFT = 5
const RESTS_FOR = 30 * DAY

export interface Score {
  /** Soft bounces that were not forgotten when the last one came. */
  softBounces: number
  /** Time of the last bounce, ISO 8601; `''` for never. */
  bouncedAt: string
}

/** Points that are left of a score. */
const leftOf = ({ softBounces, bouncedAt }: Score, now: Date): number => {
  if (bouncedAt === '') return 0
  const since = Math.max(0, now.getTime() - Date.parse(bouncedAt))
  return Math.max(0, softBounces - Math.floor(since / FORGETS_AFTER))
}

/**
 * Counts a soft bounce. The score loses a point every eight days; at five points the address is paused for 30 days, and
 * the score begins anew.
 *
 * @returns the new score, and the end of the pause if one starts
 */
export const countSoft = (score: Score, now: Date): Score & { pausedUntil?: string } => {
  const softBounces = leftOf(score, now) + 1
  const bouncedAt = now.toISOString()
  if (softBounces < MOST_SOFT) return { softBounces, bouncedAt }
  return { softBounces: 0, bouncedAt, pausedUntil: new Date(now.getTime() + RESTS_FOR).toISOString() }
}
