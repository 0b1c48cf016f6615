import type { Payload } from 'payload'
import {
  canonicalJson,
  type FrozenContent,
  PUBLICATION_COLUMNS,
  rowHash,
  sha256,
  urlOf,
} from '../../plugins/publications/index.ts'
import { approvalOf, definitionRow, EVENTS_OF_A_TRAIL } from './approval.ts'
import { type MadeDocument, madeDocument } from './document.ts'
import { modelOf } from './model.ts'

const BATCH = 400
const FIRST_DAY = Date.UTC(2006, 0, 2)
const YEARS = 20

/**
 * Fills a SQLite database with published documents as they stand after their approvals: contents, addresses, trails,
 * projections and the publications log, every hash and chain as the system writes them. Working copies are left out: no
 * reader of the public side looks at them.
 *
 * @param args.payload with its reference data
 * @param args.onBatch called with the number of documents so far
 * @returns the last `seq` of the log
 */
export const fillEditions = async (args: {
  payload: Payload
  count: number
  onBatch?: (done: number) => void
}): Promise<number> => {
  const { payload, count } = args
  const model = await modelOf(payload)

  const { drizzle, tables } = payload.db as unknown as {
    drizzle: { insert(table: unknown): { values(rows: object[]): Promise<unknown> } }
    tables: Record<string, unknown>
  }
  /** Rows written past the adapter's one-row create. SQLite takes 32,766 values in one statement. */
  const insert = async (table: string, rows: object[]) => {
    for (let start = 0; start < rows.length; start += BATCH)
      await drizzle.insert(tables[table]).values(rows.slice(start, start + BATCH))
  }

  const last = await payload.db.find<{ id: string; seq: number; hash: string }>({
    collection: 'publications',
    sort: '-seq',
    limit: 1,
    pagination: false,
  })
  let { seq, hash: prev } = last.docs[0] ?? { seq: 0, hash: '' }

  const publicationOf = (made: MadeDocument, contentHash: string, head: string, at: string) => {
    const { collection, document, slug } = made
    seq += 1
    const row = {
      key: `${collection}:${document}#${EVENTS_OF_A_TRAIL}`,
      kind: 'published',
      collection,
      document,
      url: urlOf(payload, collection, slug),
      slug,
      edition: 1,
      contentHash,
      major: true,
      changeNote: null,
      capacities: '[]',
      eventsHead: head,
      at,
      seq,
      prev,
    }
    prev = rowHash([...PUBLICATION_COLUMNS, 'seq', 'prev'], row)
    return { ...row, hash: prev }
  }

  const definition = definitionRow()
  await insert('workflow_definitions', [definition]).catch(() => undefined)
  for (let start = 0; start < count; start += BATCH) {
    const contents: object[] = []
    const addresses: object[] = []
    const events: object[] = []
    const runs: object[] = []
    const publications: object[] = []
    for (let index = start; index < Math.min(start + BATCH, count); index += 1) {
      const at = new Date(FIRST_DAY + Math.floor((index / count) * YEARS * 365.25) * 86_400_000 + (index % 28_800_000))
      const made = madeDocument(model, seq + index, at)
      const content: FrozenContent = {
        format: 1,
        collection: made.collection,
        locales: ['vi'],
        fields: made.fields,
      }
      const bytes = canonicalJson(content)
      const contentHash = sha256(bytes)
      const { trail, head, run } = approvalOf(made, contentHash, definition.hash, at)
      contents.push({ hash: contentHash, collection: made.collection, size: Buffer.byteLength(bytes), bytes })
      addresses.push({
        address: `${made.collection}:${made.slug}`,
        document: `${made.collection}:${made.document}`,
        at: at.toISOString(),
      })
      events.push(...trail)
      runs.push(run)
      publications.push(publicationOf(made, contentHash, head, at.toISOString()))
    }
    await insert('contents', contents)
    await insert('addresses', addresses)
    await insert('workflow_events', events)
    await insert('workflow_runs', runs)
    await insert('publications', publications)
    args.onBatch?.(start + contents.length)
  }
  return seq
}
