/** What a delivery report (RFC 3464) says about one of our mails. */
export interface DeliveryReport {
  /** `Original-Envelope-Id` (RFC 3464, 2.2.1), which we gave the relay; `undefined` where the other side left it out. */
  envid: string | undefined
  /** `failed`, `delayed`, `delivered`, `relayed`, `expanded`. */
  action: string
  /** Enhanced status code (RFC 3463), `5.1.1`. */
  status: string
}

/** A report names a handful of recipients in a few lines each; what is longer is no report. */
const LONGEST_REPORT = 64 * 1024
/** RFC 5322, 2.1.1. */
const LONGEST_LINE = 998

/** The fields of a report by their names in small letters; of two alike the first counts. Lines too long are none. */
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
 * Reads the part `message/delivery-status` of a report.
 *
 * @returns `null` when it does not say what became of a recipient
 */
export const readReport = (text: string): DeliveryReport | null => {
  if (text.length > LONGEST_REPORT) return null
  const fields = fieldsOf(text)
  const action = fields.get('action')?.toLowerCase()
  const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0]
  if (!action || !status) return null
  return { envid: fields.get('original-envelope-id')?.toLowerCase(), action, status }
}

/** What follows from a report. */
export type Verdict =
  /** The address does not exist: never write to it again. */
  | 'gone'
  /** A full mailbox, a server that is away: counts against the address. */
  | 'soft'
  /** Refused because of who we are: people must look. */
  | 'ours'
  | 'nothing'

export const judge = ({ action, status }: DeliveryReport): Verdict => {
  if (action !== 'failed') return 'nothing'
  if (status === '5.1.1') return 'gone'
  return status.startsWith('5.7.') ? 'ours' : 'soft'
}

const DAY = 86_400_000
/** Failures further apart than this have nothing to do with each other. */
const FORGIVEN_AFTER = 30 * DAY
/** So many failures in a row make a pause. */
const MOST_SOFT = 5
const RESTS_FOR = 30 * DAY

export interface Score {
  softBounces: number
  /** When the last one came, ISO instant; `''` for never. */
  bouncedAt: string
}

/**
 * Counts one more soft failure. After the fifth the address is left in peace for 30 days and begins anew.
 *
 * @returns the new score, and until when to pause if it is time to
 */
export const countSoft = (score: Score, now: Date): Score & { pausedUntil?: string } => {
  const stale = score.bouncedAt === '' || Date.parse(score.bouncedAt) < now.getTime() - FORGIVEN_AFTER
  const softBounces = (stale ? 0 : score.softBounces) + 1
  const bouncedAt = now.toISOString()
  if (softBounces < MOST_SOFT) return { softBounces, bouncedAt }
  return { softBounces: 0, bouncedAt, pausedUntil: new Date(now.getTime() + RESTS_FOR).toISOString() }
}
