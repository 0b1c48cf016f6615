import type { ImportedProof, RowFault } from './importRow.ts'

/** What becomes of a row that can be read. */
export type RowFate =
  /** The list proves their consent: they get digests from now on. */
  | 'subscribed'
  /** They are asked for their confirmation. */
  | 'invited'
  /** They get digests already, or were asked before. */
  | 'unchanged'
  | 'rejected'

/** Why a row is not taken, or changes nothing. */
export type FateReason = RowFault | 'SUPPRESSED' | 'LEFT' | 'ALREADY' | 'ALREADY_ASKED' | 'TWICE'

/**
 * Decides what becomes of a person of a list. Whoever left, was suppressed or asked to be forgotten never comes back by
 * a list; nobody is asked twice.
 *
 * @param person what is known of the address
 */
export const fateOf = (
  person: {
    suppressed: boolean
    state: 'pending' | 'active' | 'left' | undefined
    withdrew: boolean
    invited: boolean
  },
  proof: ImportedProof | undefined,
): { fate: RowFate; because?: FateReason } => {
  if (person.suppressed) return { fate: 'rejected', because: 'SUPPRESSED' }
  if (person.state === 'active') return { fate: 'unchanged', because: 'ALREADY' }
  if (person.state === 'left' || person.withdrew) return { fate: 'rejected', because: 'LEFT' }
  if (proof) return { fate: 'subscribed' }
  return person.state === 'pending' || person.invited
    ? { fate: 'unchanged', because: 'ALREADY_ASKED' }
    : { fate: 'invited' }
}

const HOUR = 3_600_000

/**
 * When the next person of a list is asked, so that an hour holds no more than so many.
 *
 * @param nth how many of the list were asked before
 * @param from when the first is asked
 */
export const invitedAt = (nth: number, from: Date, perHour: number): Date =>
  new Date(from.getTime() + Math.floor((nth * HOUR) / perHour))
