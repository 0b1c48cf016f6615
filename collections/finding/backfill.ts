import { setImmediate } from 'node:timers/promises'
import type { Payload, Where } from 'payload'
import { labelOf } from '../hooks/nameRow.ts'
import { FOUND_BY, wordsOf } from './findable.ts'
import { foundBy } from './foundBy.ts'

const AT_ONCE = 100

type Row = Record<string, unknown>

/**
 * Gives rows that were stored without it the folded text by which they are found, as after an upgrade. Writes below
 * Payload's operations: the row's content, versions and dates stay as they are. A row that somebody saves meanwhile has
 * its text from that save. Idempotent; may run while people work.
 *
 * @param args.stopping ends it early, after the current row
 * @returns how many rows were given one
 */
export const backfillFoundBy = async (args: { payload: Payload; stopping?: AbortSignal }): Promise<number> => {
  const { payload, stopping } = args
  let filled = 0
  for (const { slug, custom, admin: config } of payload.config.collections) {
    const by = custom?.foundBy as readonly string[] | undefined
    if (!by) continue
    for (;;) {
      const { docs } = await payload.find({
        collection: slug,
        where: { [FOUND_BY]: { exists: false } },
        depth: 0,
        limit: AT_ONCE,
        pagination: false,
        locale: 'all',
        overrideAccess: true,
        sort: 'id',
      })
      const rows = docs as unknown as (Row & { id: string; updatedAt: string })[]
      if (!rows.length) break
      for (const row of rows) {
        const text = foundBy({ stored: '', now: wordsOf(row, by, 'vi'), keepsFormer: false })
        // A row without any words has one all the same, so that it is not looked at again.
        const name =
          config.useAsTitle === 'label' ? { label: labelOf(row.numberAndSymbol, (row.title as Row)?.vi) } : {}
        const data = { [FOUND_BY]: text || ' ', ...name, updatedAt: row.updatedAt }
        const where: Where = { and: [{ id: { equals: row.id } }, { [FOUND_BY]: { exists: false } }] }
        await payload.db.updateOne({ collection: slug, where, data, returning: false })
        filled += 1
        if (stopping?.aborted) return filled
      }
      await setImmediate()
    }
  }
  return filled
}
