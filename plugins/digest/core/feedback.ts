import { fieldsOf, LONGEST_REPORT } from './reportFields.ts'

/** What a feedback report (RFC 5965) says about one of our mails. */
export interface Feedback {
  /**
   * `complaint`: the reader does not want such mails. `alarm`: somebody takes the mail for a forgery or for infected,
   * which is for people to look into. `nothing` needs no answer: not spam, a signature that failed (RFC 6591), other.
   */
  meaning: 'complaint' | 'alarm' | 'nothing'
  /** `Feedback-Type`, in lower case. */
  type: string
  /** Ids of the mail as the report states them: of its envelope, and of its envelope sender. */
  ids: string[]
}

/** RFC 5965, 3.1 and 7.3; `opt-out` and its list are of its earlier drafts, which some providers still send. */
const MEANINGS: Readonly<Record<string, Feedback['meaning']>> = {
  abuse: 'complaint',
  'opt-out': 'complaint',
  'opt-out-list': 'complaint',
  fraud: 'alarm',
  virus: 'alarm',
}

/** An id of a mail of ours, bare or in the address that it was sent from. */
const ID = /^<?(?:[^\s<>@+]{1,64}\+)?([0-9a-f]{32})(?:@[^\s<>@]*)?>?$/i

/**
 * Parses the `message/feedback-report` part of a mail.
 *
 * @returns `null` when it does not state its type
 */
export const readFeedback = (text: string): Feedback | null => {
  if (text.length > LONGEST_REPORT) return null
  const fields = fieldsOf(text)
  const type = fields.get('feedback-type')?.toLowerCase()
  if (!type) return null
  const stated = [fields.get('original-envelope-id'), fields.get('original-mail-from')]
  const ids = stated.flatMap((value) => ID.exec(value ?? '')?.[1]?.toLowerCase() ?? [])
  return { type, meaning: Object.hasOwn(MEANINGS, type) ? MEANINGS[type]! : 'nothing', ids }
}
