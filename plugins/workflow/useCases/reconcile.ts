import type { Payload } from 'payload'
import { recordedKeys } from '../../publications/index.ts'
import { eventsLog } from '../store/stream.ts'
import { eventKey, finish } from './finish.ts'

const PAGE = 500

interface Row {
  id: string
  document: string
  seq: number
  type: string
  at: string
  data: string
}

/** Whether a row of the publications log must stand for this event; one with a set time is looked at when it comes. */
const mustBePublic = (row: Row): boolean => {
  if (row.type === 'scheduled') return false
  if (row.type !== 'approved') return true
  const { final, publishAt } = JSON.parse(row.data) as { final?: boolean; publishAt?: string }
  return final === true && publishAt === undefined
}

/** Up to which event each document's projection has come. */
const projectedSeqs = async (payload: Payload, rows: Row[]): Promise<Map<string, number>> => {
  const documents = [...new Set(rows.map((row) => row.document))]
  const found = await payload.db.find<{ id: string; document: string; seq: number }>({
    collection: 'workflow-runs',
    where: { document: { in: documents } },
    limit: documents.length,
    pagination: false,
  } as never)
  return new Map(found.docs.map(({ document, seq }) => [document, seq]))
}

/** The publication that must stand for this event; a last approval is followed at once by its publication. */
const expectedKey = (row: Row) => eventKey(row.document, row.type === 'approved' ? row.seq + 1 : row.seq)

/**
 * Finishes what a crash left half-done between an event and its row in the publications log or its projection, for all
 * documents touched since an instant (all of them without one). Harmless beside any number of others doing the same.
 *
 * @returns how many documents had something to finish
 */
export const reconcile = async (args: { payload: Payload; since?: Date }): Promise<number> => {
  const { payload, since } = args
  let finished = 0
  for (let page = 1; ; page += 1) {
    const found = await payload.db.find<Row>({
      collection: eventsLog.collection,
      where: {
        and: [
          { type: { in: ['approved', 'published', 'withdrawn', 'expired', 'scheduled'] } },
          ...(since ? [{ at: { greater_than_equal: since.toISOString() } }] : []),
        ],
      },
      sort: ['at', 'document', 'seq'],
      limit: PAGE,
      page,
      pagination: true,
    } as never)
    const due = found.docs.filter(mustBePublic)
    const there = await recordedKeys({ payload, keys: due.map(expectedKey) })
    const projected = await projectedSeqs(payload, found.docs)
    const open = found.docs.filter(
      (row) => (mustBePublic(row) && !there.has(expectedKey(row))) || (projected.get(row.document) ?? 0) < row.seq,
    )
    for (const document of new Set(open.map((row) => row.document))) {
      const [collection, key] = [document.slice(0, document.indexOf(':')), document.slice(document.indexOf(':') + 1)]
      const before = await lastPublicSeq(payload, document)
      await finish(payload, { collection, key }).catch((error: unknown) =>
        payload.logger.error({ msg: 'publication could not be finished', document, err: error }),
      )
      if ((await lastPublicSeq(payload, document)) !== before) finished += 1
      await new Promise(setImmediate)
    }
    if (!found.hasNextPage) return finished
  }
}

const lastPublicSeq = async (payload: Payload, document: string): Promise<number> => {
  const colon = document.indexOf(':')
  const found = await payload.db.find<{ id: string; seq: number }>({
    collection: 'publications',
    where: {
      and: [{ collection: { equals: document.slice(0, colon) } }, { document: { equals: document.slice(colon + 1) } }],
    },
    sort: '-seq',
    limit: 1,
    pagination: false,
  } as never)
  return found.docs[0]?.seq ?? 0
}
