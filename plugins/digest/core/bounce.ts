/** A delivery report (RFC 3464) about one of our mails. */
export interface DeliveryReport {
  /** `Original-Envelope-Id` (RFC 3464, 2.2.1), as given to the relay; `undefined` if the other side omitted it. */
  envid: string | undefined
  /** `failed`, `delayed`, `delivered`, `relayed`, `expanded`. */
  action: string
  /** Enhanced status code (RFC 3463), `5.1.1`. */
  status: string
}

/** A report has a few lines for each of a few recipients; anything longer is not a report. */
const LONGEST_REPORT = 64 * 1024
/** RFC 5322, 2.1.1. */
const LONGEST_LINE = 998

/**
 * Fields of a report by lower-case name; the first of several with the same name counts. Overlong lines are ignored.
 */
const fieldsOf = (text: string): ReadonlyMap<string, string> => {
  const fields = new Map<string, string>()
  for (const line of text.split('\n')) {
    const colon = line.length > LONGEST_LINE ? -1 : line.indexOf(':')
    const name = line.slice(0, Math.max(0, colon)).trimEnd().toLowerCase()
    const value = line.slice(colon + 1).trim()
    if (name && value && !fields.has(name)) fields.set(name, value)
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
  const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0]
  if (!action || !status) return null
  return { envid: fields.get('original-envelope-id')?.toLowerCase(), action, status }
}

/** Consequence of a report. */
export type Verdict =
  /** Hard bounce: the address does not exist, so it is suppressed. */
  | 'gone'
  /** Soft bounce, such as a full mailbox or an unavailable server: raises the score of the address. */
  | 'soft'
  /** Rejected because of us (policy or reputation): alerts an operator. */
  | 'ours'
  | 'nothing'

export const judge = ({ action, status }: DeliveryReport): Verdict => {
  if (action !== 'failed') return 'nothing'
  if (status === '5.1.1') return 'gone'
  return status.startsWith('5.7.') ? 'ours' : 'soft'
}

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
