import type { Payload } from 'payload'
import { type ChainedRow, type ChainFault, firstChainFault, isNumbered, NUMBERED } from '../../publications/index.ts'
import { workflowOptions } from '../options.ts'
import { EVENT_COLUMNS, eventsLog } from '../store/stream.ts'
import { entriesOf, type TrailEntry } from './entries.ts'
import type { TrailRow } from './named.ts'

/** The whole trail of one document. */
export interface ShownTrail {
  title: string
  /** Oldest first. */
  entries: TrailEntry[]
  /** Where its chain of hashes breaks first; `undefined` when it holds. */
  fault: ChainFault | undefined
}

/**
 * Reads the trail of one document in words.
 *
 * @param args.document name of its stream, as `streamNamed` gives it
 */
export const showTrail = async (args: { payload: Payload; document: string; lang: string }): Promise<ShownTrail> => {
  const { payload, document, lang } = args
  const { docs } = await payload.db.find<TrailRow & ChainedRow & { id: string }>({
    collection: eventsLog.collection,
    where: { and: [{ document: { equals: document } }, NUMBERED] },
    sort: 'seq',
    limit: 0,
    pagination: false,
  })
  const rows = docs.filter(isNumbered)
  const entries = await entriesOf({ payload, options: workflowOptions(payload.config), rows, lang })
  return { title: entries.at(-1)?.title ?? '', entries, fault: firstChainFault(EVENT_COLUMNS, rows) }
}
