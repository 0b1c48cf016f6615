import type { Payload } from 'payload'
import { fold } from '../../lib/text/fold.ts'

const KEPT_MS = 5_000

interface Kept {
  at: number
  sets: Promise<string[][]>
}

const kept = new WeakMap<Payload, Kept>()

const read = async (payload: Payload): Promise<string[][]> => {
  const { docs } = await payload.find({
    collection: 'search-words',
    where: { and: [{ kind: { equals: 'synonyms' } }, { inUse: { not_equals: false } }] },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    select: { words: true },
  })
  return (docs as { words?: string[] | null }[]).map(({ words }) => (words ?? []).map(fold).filter(Boolean))
}

/** Lets the next search of this process read the words anew. */
export const forgetWordSets = (payload: Payload): void => {
  kept.delete(payload)
}

/** Sets of words with the same meaning, folded, as editors last changed them; a change counts within five seconds. */
export const wordSets = (payload: Payload): Promise<string[][]> => {
  const known = kept.get(payload)
  const now = performance.now()
  if (known && now - known.at < KEPT_MS) return known.sets
  const sets = read(payload)
  kept.set(payload, { at: now, sets })
  // A failed read is tried again by the next search.
  sets.catch(() => kept.delete(payload))
  return sets
}
