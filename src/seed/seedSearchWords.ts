import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import { searchWordRows } from './searchWords/index.ts'

const storedCodes = async (payload: Payload): Promise<Set<unknown>> => {
  const { docs } = await payload.db.find<{ code?: string }>({
    collection: 'search-words',
    limit: 0,
    pagination: false,
    select: { code: true },
  })
  return new Set(docs.map(({ code }) => code))
}

/**
 * Adds the words of the search that a portal begins with, where they are missing. Rows are never deleted, so what editors
 * changed, added or took out of use stays. Idempotent; several processes may start at once.
 *
 * @returns how many rows were added
 */
export const seedSearchWords = async ({ payload }: { payload: Payload }): Promise<{ added: number }> => {
  const known = await storedCodes(payload)
  let added = 0
  for (const data of searchWordRows.filter(({ code }) => !known.has(code))) {
    try {
      await payload.create({ collection: 'search-words', depth: 0, overrideAccess: true, data })
      added += 1
    } catch (error) {
      // Another process may have added it meanwhile.
      if (!(await storedCodes(payload)).has(data.code)) throw error
    }
    await setImmediate()
  }
  return { added }
}
