import type { Payload } from 'payload'
import { firstChainFault } from '../../publications/index.ts'
import { erasures } from '../core/purge.ts'
import { DefinitionChanged, definitionsFor } from '../store/registry.ts'
import { EVENT_COLUMNS, type EventRow, eventsLog, fromRow } from '../store/stream.ts'
import { type Attested, attested } from './attested.ts'
import type { AuditReport, Say, Seen } from './report.ts'
import { streamsIn } from './streams.ts'

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

/**
 * Checks the stream of every document, and that its publications are in the publications log.
 *
 * @returns hashes of the contents that two people had erased
 */
export const verifyStreams = async (args: {
  payload: Payload
  report: AuditReport
  say: Say
  seen: Seen
  gently?: boolean
}): Promise<Set<string>> => {
  const { payload, report, say, seen, gently } = args
  const erased = new Set<string>()
  let due: Attested[] = []
  const misnumbered = (place: string, what: string) => say('workflow-events', place, what)
  const { collection } = eventsLog
  for await (const rows of streamsIn<StoredEventRow>({ payload, collection, misnumbered, gently })) {
    const { document } = rows[0]!
    report.streams += 1
    report.events += rows.length
    for (const { seq, hash } of rows) seen(document, seq, hash)
    const chain = firstChainFault(EVENT_COLUMNS, rows)
    if (chain) say('workflow-events', `${document}#${chain.seq}`, chain.what)
    else {
      const events = rows.map(fromRow)
      try {
        const definitions = await definitionsFor(payload, events)
        due.push(...attested(document, events, definitions))
        for (const { texts } of erasures(events, definitions)) for (const hash of texts) erased.add(hash)
      } catch (error) {
        // Already reported with the definitions. Events that depend on it cannot be judged.
        if (!(error instanceof DefinitionChanged)) throw error
        say('workflow-events', `${document}#1`, 'follows a definition that was changed')
      }
    }
    if (report.streams % STREAMS_AT_ONCE) continue
    await verifyAttested(payload, due, say)
    due = []
  }
  await verifyAttested(payload, due, say)
  return erased
}
