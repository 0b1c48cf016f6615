import { boundedCache } from '../boundedCache.ts'
import type { Changes } from './changes.ts'
import type { Answer } from './refusal.ts'

/** An answer with the last change at which it was known to hold. */
interface Kept {
  answer: Answer
  checked: number
}

/** Answers by key, within a number of bytes; each as long as nothing that it reads was touched. */
export interface AnswerCache {
  get(key: string): Answer | undefined
  /** @param since number of the last change before the answer was begun */
  set(key: string, answer: Answer, since: number): void
  clear(): void
}

/** Memory of a tag, in bytes, besides its letters. */
const TAG_BYTES = 24

const sizeOf = ({ body, reads }: Answer) => reads.reduce((sum, tag) => sum + tag.length + TAG_BYTES, body.length)

export const answerCache = (mostBytes: number, changes: Changes): AnswerCache => {
  const answers = boundedCache<Kept>(mostBytes)
  return {
    get: (key) => {
      const kept = answers.get(key)
      if (!kept) return undefined
      if (!changes.hold(kept.answer.reads, kept.checked)) {
        answers.delete(key)
        return undefined
      }
      kept.checked = changes.now()
      return kept.answer
    },
    set: (key, answer, since) => answers.set(key, { answer, checked: since }, sizeOf(answer)),
    clear: answers.clear,
  }
}
