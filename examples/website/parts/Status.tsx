import { shownDay } from './days.ts'
import type { View } from './view.ts'

export interface LegalFacts {
  legalStatus: string | null
  effectiveFrom: string | null
  effectiveTo: string | null
}

/** Which mark of the look a status has. */
const MARKS: Record<string, string> = {
  notYet: 'waits',
  inForce: 'good',
  partlyExpired: 'waits',
  partlySuspended: 'waits',
  suspended: 'bad',
  expired: 'bad',
  unknown: 'neutral',
}

/** The day that belongs to a status: the one it began on, or the last one of force. */
export const dayOfStatus = (facts: LegalFacts): string | undefined =>
  (facts.legalStatus === 'expired' ? facts.effectiveTo : facts.effectiveFrom) ?? undefined

/** Legal status in words with its day; nothing for a document that has no legal force of its own. */
export const Status = ({ facts, view }: { facts: LegalFacts; view: View }) => {
  const { legalStatus } = facts
  const say = legalStatus ? view.words.statuses[legalStatus] : undefined
  if (!legalStatus || !say) return null
  const day = dayOfStatus(facts)
  return (
    <span className={`mark mark-${MARKS[legalStatus] ?? 'neutral'}`}>{say(day && shownDay(day, view.language))}</span>
  )
}
