import { setImmediate } from 'node:timers/promises'
import type { Payload, Where } from 'payload'
import { isNumbered, NUMBERED } from '../../plugins/publications/index.ts'
import { rowsAfter } from '../../plugins/workflow/index.ts'

const PAGE = 500

export type Row = Record<string, unknown> & { id: string }
type Find = (where: Where, sort: string[]) => Promise<{ docs: unknown[] }>

/** Rows in the order of columns that are unique in combination; the last page costs as much as the first. Payload adds to the order that it is given. */
async function* inOrder(find: Find, sort: string[], where?: Where): AsyncGenerator<Row[]> {
  for (let last: Row | undefined; ; ) {
    const conditions = [...(where ? [where] : []), ...(last ? [rowsAfter(sort, last)] : [])]
    const { docs } = await find({ and: conditions }, [...sort])
    if (docs.length) yield docs as Row[]
    if (docs.length < PAGE) return
    last = docs.at(-1) as Row
    // The database answers without giving the event loop a turn.
    await setImmediate()
  }
}

/** Order of the logs, in which a row is never read before the one that it is chained to. */
const LOG_ORDER: Readonly<Record<string, string[]>> = {
  publications: ['seq'],
  'workflow-events': ['document', 'seq'],
  'workflow-comments': ['document', 'seq'],
  'workflow-powers': ['document', 'seq'],
}

/** Rows of a log that have no place in its order, because somebody gave them another number. */
async function* misnumbered(payload: Payload, collection: string, find: Find): AsyncGenerator<Row[]> {
  const count = async (where: Where) => (await payload.db.count({ collection, where })).totalDocs
  if ((await count({})) <= (await count(NUMBERED))) return
  const isInOrder = ({ seq }: Row) => Number(seq) >= 1 && Number(seq) <= Number.MAX_SAFE_INTEGER
  for await (const rows of inOrder(find, ['id']))
    yield rows.filter((row) => !isInOrder(row) && !isNumbered({ seq: row.seq as number }))
}

/** Every row of a collection with all languages, a page at a time: logs stream by stream, everything else by id. */
export async function* rowsOf(payload: Payload, collection: string): AsyncGenerator<Row[]> {
  const find: Find = (where, sort) =>
    payload.db.find({ collection, where, sort, limit: PAGE, pagination: false, locale: 'all' })
  const order = LOG_ORDER[collection]
  if (!order) return yield* inOrder(find, ['id'])
  yield* inOrder(find, order, NUMBERED)
  yield* misnumbered(payload, collection, find)
}

/** Every version of a collection's rows, in the order in which they were made, a page at a time. */
export const versionsOf = (payload: Payload, collection: string): AsyncGenerator<Row[]> =>
  inOrder(
    (where, sort) =>
      payload.db.findVersions({ collection, where, sort, limit: PAGE, pagination: false, locale: 'all' }),
    ['createdAt', 'id'],
  )

/** The settings that somebody saved. */
export async function* globalsOf(payload: Payload): AsyncGenerator<object[]> {
  for (const { slug } of payload.config.globals) {
    // Of a global that nobody has saved yet SQLite tells `{}` and MongoDB `null`, whatever its type says.
    const value = (await payload.db.findGlobal({ slug, locale: 'all' })) as object | null
    if (value && Object.keys(value).length) yield [{ slug, value }]
  }
}
