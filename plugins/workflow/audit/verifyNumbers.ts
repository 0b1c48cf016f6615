import type { Payload, Where } from 'payload'
import { isNumbered, NUMBERED } from '../../publications/index.ts'
import { workflowOptions } from '../options.ts'
import { allRows } from '../store/rows.ts'
import { PUBLICATIONS } from './anchor.ts'
import { MISNUMBERED, type Say } from './report.ts'

interface Numbered {
  document?: unknown
  seq?: unknown
}

/** Whether all rows of a log have a number that its readers can find. */
const allFound = async (payload: Payload, collection: string): Promise<boolean> => {
  const count = async (where: Where) => (await payload.db.count({ collection, where })).totalDocs
  return (await count({})) === (await count(NUMBERED))
}

/**
 * Reports the rows that readers of a log never see because their number is invalid: too large, too small, text, or
 * missing. They are read in order of id, since they have no place in the order of the log.
 */
export const verifyNumbers = async ({ payload, say }: { payload: Payload; say: Say }): Promise<void> => {
  const others = (workflowOptions(payload.config).otherLogs ?? []).map(({ collection }) => collection)
  const single = [PUBLICATIONS, ...others]
  for (const collection of ['workflow-events', 'workflow-comments', 'workflow-powers', ...single]) {
    if (await allFound(payload, collection)) continue
    const rows = allRows<Numbered>({ payload, collection, sort: ['id'], columns: ['document', 'seq'] })
    for await (const row of rows) {
      // Readers see a fractional number and report it themselves.
      if (isNumbered(row) || (Number(row.seq) >= 1 && Number(row.seq) <= Number.MAX_SAFE_INTEGER)) continue
      say(collection, single.includes(collection) ? `#${row.seq}` : `${row.document}#${row.seq}`, MISNUMBERED)
    }
  }
}
