import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import { workflowOptions } from '../options.ts'
import { pageOf } from '../store/rows.ts'
import { finish } from './finish.ts'

const PAGE = 100
/** Limit of one round; the next round continues where this one stopped. */
const MOST_PAGES = 10

interface DueRow {
  document: string
  collection: string
  key: string
  dueAt: string
}

/** Where the next round continues. Stored on the Payload instance: a process may have several. */
const PLACE = Symbol.for('congbo.workflow.due')
type Holder = Payload & { [PLACE]?: DueRow }

/**
 * Carries out everything that is due by now: scheduled publications, and the expiry of editions. Late work is still
 * done. It is done once even if several processes run at the same time, because each number in the stream of a document
 * can be appended only once. A document that fails and stays due is skipped and retried in a later round, so that it
 * does not block the others.
 *
 * @returns the number of documents examined
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
      // One unreadable document must not block the others.
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
