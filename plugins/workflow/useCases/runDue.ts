import type { Payload } from 'payload'
import { workflowOptions } from '../options.ts'
import { finish } from './finish.ts'

const PAGE = 100

/**
 * Does what has come due by now: publications whose time was set, and the end of editions whose time is over. Runs
 * late rather than never, and once, however many processes do the same at once: the next number of a document's
 * stream is given once.
 *
 * @returns how many documents were looked at
 */
export const runDue = async ({ payload }: { payload: Payload }): Promise<number> => {
  const now = workflowOptions(payload.config).clock.now().toISOString()
  const found = await payload.db.find<{ id: string; collection: string; key: string }>({
    collection: 'workflow-runs',
    where: { and: [{ dueAt: { greater_than: '' } }, { dueAt: { less_than_equal: now } }] },
    sort: 'dueAt',
    limit: PAGE,
    pagination: false,
  } as never)
  for (const { collection, key } of found.docs) {
    // One document that cannot be read must not keep the others waiting.
    await finish(payload, { collection, key }).catch((error: unknown) =>
      payload.logger.error({ msg: 'what came due could not be done', document: `${collection}:${key}`, err: error }),
    )
    await new Promise(setImmediate)
  }
  return found.docs.length
}
