import type { Payload } from 'payload'
import { numbersOf } from '../../publications/index.ts'
import { isTerminal, RECEIVED_STATES } from '../core/delivery.ts'
import type { Item } from '../core/items.ts'
import { CADENCES, type RunCadence } from '../core/periods.ts'
import type { DeliveryRow, DigestRunRow } from '../rowTypes.ts'
import { find } from '../store/rows.ts'

/** Cadences whose runs cover the log by ranges. */
const RANGED: readonly RunCadence[] = ['urgent', ...CADENCES]
/** Keys per query. */
const KEYS = 500

/** The documents that some earlier runs told of, by the key of the run. */
export type Tellers = Map<string, Set<string>>

/** The run of a cadence whose range holds a number of the log. */
const runWith = async (payload: Payload, cadence: string, seq: number): Promise<string | undefined> => {
  // Runs with nothing in their range end at the same number as the one before.
  const where = { cadence: { equals: cadence }, toSeq: { greater_than_equal: seq }, fromSeq: { less_than: seq } }
  const [run] = await find({ payload, collection: 'digest-runs', where, sort: 'toSeq', limit: 1 })
  return run?.key
}

/**
 * Finds the other runs that may have told of some documents before. Their number depends on the documents, not on how
 * many mails were ever sent.
 *
 * @param documents ids, `<collection>:<document key>`
 */
export const tellersOf = async (
  payload: Payload,
  documents: string[],
  than: Pick<DigestRunRow, 'key' | 'toSeq'>,
): Promise<Tellers> => {
  const tellers: Tellers = new Map()
  for (const id of documents) {
    const [collection = '', document = ''] = id.split(/:(.*)/s)
    for (const seq of await numbersOf({ payload, collection, document }))
      for (const cadence of RANGED) {
        // What was ratified after the end of a range was told at once all the same.
        if (seq > than.toSeq && cadence !== 'urgent') continue
        const run = await runWith(payload, cadence, seq)
        if (run && run !== than.key) tellers.set(run, (tellers.get(run) ?? new Set()).add(id))
      }
  }
  return tellers
}

/**
 * Which documents each person received, or may have received, with the newest row of the log they were told of. Entries
 * that could not be sent are followed into the mails that carried them.
 *
 * @param refs the people
 * @param onTheirWay documents of which a mail counts that waits to be sent, too
 */
export const receivedBy = async (
  payload: Payload,
  refs: string[],
  tellers: Tellers,
  onTheirWay: ReadonlySet<string>,
): Promise<Map<string, Map<string, number>>> => {
  const received = new Map<string, Map<string, number>>()
  const seen = new Set<string>()
  let next = new Map<string, Set<string>>()
  for (const [run, documents] of tellers) for (const ref of refs) next.set(`${run}:${ref}`, documents)
  const note = (row: DeliveryRow, documents: ReadonlySet<string>) => {
    const arrives = (RECEIVED_STATES as readonly string[]).includes(row.state)
    if (!arrives && isTerminal(row.state)) return
    const told = received.get(row.subscriber) ?? new Map<string, number>()
    for (const { document, seq } of JSON.parse(row.items) as Item[])
      if (documents.has(document) && (arrives || onTheirWay.has(document)))
        told.set(document, Math.max(seq, told.get(document) ?? 0))
    received.set(row.subscriber, told)
  }
  while (next.size) {
    const asked = next
    next = new Map()
    const keys = [...asked.keys()].filter((key) => !seen.has(key))
    for (const key of keys) seen.add(key)
    for (let start = 0; start < keys.length; start += KEYS) {
      const where = { key: { in: keys.slice(start, start + KEYS) } }
      for (const row of await find({ payload, collection: 'deliveries', where, limit: 0 })) {
        const documents = asked.get(row.key)!
        note(row, documents)
        if (row.carriedBy) next.set(`${row.carriedBy}:${row.subscriber}`, documents)
      }
    }
  }
  return received
}
