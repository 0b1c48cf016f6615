import type { Payload } from 'payload'
import { firstChainFault, isNumbered, NUMBERED } from '../../publications/index.ts'
import { DefinitionChanged, definitionsFor } from '../store/registry.ts'
import { allRows } from '../store/rows.ts'
import { EVENT_COLUMNS, type EventRow, fromRow } from '../store/stream.ts'
import { type Attested, attested } from './attested.ts'
import { type AuditReport, MISNUMBERED, type Say, type Seen } from './report.ts'

type StoredEventRow = EventRow & { id: string; seq: number; prev: string; hash: string }

/** Number of streams whose publications are looked up in one query. */
const STREAMS_AT_ONCE = 100

/** Checks that the rows of the publications log which the streams require exist. */
const verifyAttested = async (payload: Payload, due: Attested[], say: Say): Promise<void> => {
  if (!due.length) return
  const found = await payload.db.find<{ id: string; key: string; seq: number }>({
    collection: 'publications',
    where: { key: { in: due.map(({ key }) => key) } },
    limit: due.length,
    pagination: false,
  })
  const places = new Map(found.docs.map(({ key, seq }) => [key, `#${seq}`]))
  for (const { key, complete } of due) {
    const place = places.get(key)
    if (place === undefined) say('publications', key, 'missing')
    else if (!complete) say('publications', place, 'was not approved in every step')
  }
}

/** Checks the stream of every document, and that its publications are in the publications log. */
export const verifyStreams = async (args: {
  payload: Payload
  report: AuditReport
  say: Say
  seen: Seen
}): Promise<void> => {
  const { payload, report, say, seen } = args
  let rows: StoredEventRow[] = []
  let due: Attested[] = []
  let closed = 0
  const close = async () => {
    const document = rows[0]?.document
    if (!document) return
    report.streams += 1
    report.events += rows.length
    for (const { seq, hash } of rows) seen(document, seq, hash)
    const chain = firstChainFault(EVENT_COLUMNS, rows)
    if (chain) say('workflow-events', `${document}#${chain.seq}`, chain.what)
    else {
      const events = rows.map(fromRow)
      try {
        due.push(...attested(document, events, await definitionsFor(payload, events)))
      } catch (error) {
        // Already reported with the definitions. Events that depend on it cannot be judged.
        if (!(error instanceof DefinitionChanged)) throw error
        say('workflow-events', `${document}#1`, 'follows a definition that was changed')
      }
    }
    closed += 1
    if (closed % STREAMS_AT_ONCE) return
    await verifyAttested(payload, due, say)
    due = []
  }
  for await (const row of allRows<StoredEventRow>({
    payload,
    collection: 'workflow-events',
    sort: ['document', 'seq'],
    where: NUMBERED,
  })) {
    if (!isNumbered(row)) {
      say('workflow-events', `${row.document}#${row.seq}`, MISNUMBERED)
      continue
    }
    if (rows[0] && rows[0].document !== row.document) {
      await close()
      rows = []
    }
    rows.push(row)
  }
  await close()
  await verifyAttested(payload, due, say)
}
