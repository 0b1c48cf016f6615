import type { Payload, Where } from 'payload'
import { isNumbered, NUMBERED } from '../../publications/index.ts'
import { allRows } from '../store/rows.ts'
import { PUBLICATIONS } from './anchor.ts'
import { MISNUMBERED, type Say } from './report.ts'

interface Numbered {
  document?: unknown
  seq?: unknown
}

/** Whether every row lies where readers of a log look for it. */
const allFound = async (payload: Payload, collection: string): Promise<boolean> => {
  const count = async (where: Where) => (await payload.db.count({ collection, where })).totalDocs
  return (await count({})) === (await count(NUMBERED))
}

/**
 * Names the rows that no reader of a log meets, because what stands for their number is none: too great, too small, a
 * word, nothing. They are looked for by id, since the order of the log has no place for them.
 */
export const verifyNumbers = async ({ payload, say }: { payload: Payload; say: Say }): Promise<void> => {
  for (const collection of ['workflow-events', PUBLICATIONS] as const) {
    if (await allFound(payload, collection)) continue
    const rows = allRows<Numbered>({ payload, collection, sort: ['id'], columns: ['document', 'seq'] })
    for await (const row of rows) {
      // A fraction is met by the readers, who name it where it stands.
      if (isNumbered(row) || (Number(row.seq) >= 1 && Number(row.seq) <= Number.MAX_SAFE_INTEGER)) continue
      say(collection, collection === PUBLICATIONS ? `#${row.seq}` : `${row.document}#${row.seq}`, MISNUMBERED)
    }
  }
}
