import { boundedCache } from '../boundedCache.ts'
import type { Answer } from './refusal.ts'

/** Share of the memory for answers that show visits: the home page in its languages. */
const FOR_VISITS = 1 / 8

/** Answers by key, within a number of bytes. Those that show the visit counter can be dropped alone. */
export interface AnswerCache {
  get(key: string): Answer | undefined
  set(key: string, answer: Answer): void
  /** Drops those that show the visit counter. */
  clearVisits(): void
  clear(): void
}

export const answerCache = (mostBytes: number): AnswerCache => {
  const lasting = boundedCache<Answer>(mostBytes * (1 - FOR_VISITS))
  const untilVisit = boundedCache<Answer>(mostBytes * FOR_VISITS)
  return {
    get: (key) => lasting.get(key) ?? untilVisit.get(key),
    set: (key, answer) => (answer.showsVisits ? untilVisit : lasting).set(key, answer, answer.body.length),
    clearVisits: () => untilVisit.clear(),
    clear: () => {
      lasting.clear()
      untilVisit.clear()
    },
  }
}
