import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import { labelOf } from '../hooks/nameRow.ts'
import { FOUND_BY, wordsOf } from './findable.ts'
import { foundBy } from './foundBy.ts'

const AT_ONCE = 100

type Row = Record<string, unknown>

/**
 * Gives rows that were stored without it the folded text by which they are found, as after an upgrade. Writes below
 * Payload's operations: the row's content, versions and dates stay as they are. Idempotent.
 *
 * @returns how many rows were given one
 */
export const backfillFoundBy = async ({ payload }: { payload: Payload }): Promise<number> => {
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
        await payload.db.updateOne({ collection: slug, id: row.id, data, returning: false })
        filled += 1
      }
      await setImmediate()
    }
  }
  return filled
}
