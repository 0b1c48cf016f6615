import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import { workflowOptions } from '../options.ts'
import { pageOf } from '../store/rows.ts'
import { finish } from './finish.ts'

const PAGE = 100
/** Bound of one round; the next goes on where this one stopped. */
const MOST_PAGES = 10

interface DueRow {
  document: string
  collection: string
  key: string
  dueAt: string
}

/** Where the next round goes on. Held on the Payload instance: a process may have several. */
const PLACE = Symbol.for('congbo.workflow.due')
type Holder = Payload & { [PLACE]?: DueRow }

/**
 * Does what has come due by now: publications whose time was set, and the end of editions whose time is over. Runs
 * late rather than never, and once, however many processes do the same at once: the next number of a document's
 * stream is given once. What fails and stays due is passed by and tried again in a later round, so that it keeps
 * nothing else waiting.
 *
 * @returns how many documents were looked at
 */
export const runDue = async ({ payload }: { payload: Payload }): Promise<number> => {
  const now = workflowOptions(payload.config).clock.now().toISOString()
  const holder = payload as Holder
  let looked = 0
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const rows = await pageOf<DueRow>({
      payload,
      collection: 'workflow-runs',
      where: { and: [{ dueAt: { greater_than: '' } }, { dueAt: { less_than_equal: now } }] },
      sort: ['dueAt', 'document'],
      columns: ['collection', 'key'],
      after: holder[PLACE],
      limit: PAGE,
    })
    for (const { collection, key } of rows) {
      // One document that cannot be read must not keep the others waiting.
      await finish(payload, { collection, key }).catch((error: unknown) =>
        payload.logger.error({ msg: 'what came due could not be done', document: `${collection}:${key}`, err: error }),
      )
      await setImmediate()
    }
    looked += rows.length
    holder[PLACE] = rows.length < PAGE ? undefined : rows.at(-1)
    if (rows.length < PAGE) break
  }
  return looked
}
