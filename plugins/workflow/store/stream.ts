import type { Payload } from 'payload'
import { type Appended, appendLog, isNumbered, type Log, NUMBERED } from '../../publications/index.ts'
import type { StoredEvent, WorkflowEvent } from '../core/events.ts'
import { namedIn } from '../core/system.ts'
import { workflowOptions } from '../options.ts'

export const EVENT_COLUMNS = [
  'document',
  'type',
  'at',
  'actor',
  'actorName',
  'actorRole',
  'capacity',
  'step',
  'contentHash',
  'reason',
  'data',
] as const

/** The streams of workflow events, one per document. */
export const eventsLog: Log = { collection: 'workflow-events', stream: 'document', columns: EVENT_COLUMNS }

/** A row of `workflow-events`. Properties without a column of their own are in `data` as JSON. */
export interface EventRow {
  document: string
  type: string
  at: string
  actor: string
  actorName: string
  actorRole: string
  capacity: string
  step?: string | null
  contentHash?: string | null
  reason?: string | null
  data: string
}

type StoredRow = EventRow & { seq: number; prev: string; hash: string }

/** The name of a document's stream, `<collection>:<key>`. */
export const streamOf = (collection: string, key: string): string => `${collection}:${key}`

/** The document of a stream name. */
export const refOf = (document: string): { collection: string; key: string } => {
  const colon = document.indexOf(':')
  return { collection: document.slice(0, colon), key: document.slice(colon + 1) }
}

export const toRow = (document: string, event: WorkflowEvent): EventRow => {
  const { type, at, by, ...rest } = event
  const { step, contentHash, reason, ...data } = rest as Record<string, unknown>
  return {
    document,
    type,
    at,
    actor: by.id,
    actorName: by.name,
    actorRole: by.role,
    capacity: by.capacity,
    step: step as string | undefined,
    contentHash: contentHash as string | undefined,
    reason: reason as string | undefined,
    data: JSON.stringify(data),
  }
}

export const fromRow = (row: StoredRow): StoredEvent =>
  ({
    type: row.type,
    at: row.at,
    by: { id: row.actor, name: row.actorName, role: row.actorRole, capacity: row.capacity },
    ...(row.step ? { step: row.step } : {}),
    ...(row.contentHash ? { contentHash: row.contentHash } : {}),
    ...(row.reason ? { reason: row.reason } : {}),
    ...JSON.parse(row.data),
    seq: row.seq,
    hash: row.hash,
  }) as StoredEvent

/** All events of some documents, each in order; a document without events is left out. */
export const readStreams = async (payload: Payload, documents: string[]): Promise<Map<string, StoredEvent[]>> => {
  const found = await payload.db.find<StoredRow & { id: string }>({
    collection: eventsLog.collection,
    where: { and: [{ document: { in: documents } }, NUMBERED] },
    sort: 'seq',
    limit: 0,
    pagination: false,
  })
  const streams = new Map<string, StoredEvent[]>()
  for (const row of found.docs.filter(isNumbered)) {
    const stream = streams.get(row.document)
    if (stream) stream.push(fromRow(row))
    else streams.set(row.document, [fromRow(row)])
  }
  return streams
}

/** All events of a document, in order. */
export const readStream = async (payload: Payload, document: string): Promise<StoredEvent[]> =>
  (await readStreams(payload, [document])).get(document) ?? []

/**
 * Appends the next event at exactly `expected + 1`, or reports the event that is already there.
 *
 * @param args.head hash of the event at `expected`, from a stream that was just read
 */
export const appendEvent = (args: {
  payload: Payload
  document: string
  event: WorkflowEvent
  expected: number
  head: string
}): Promise<Appended<EventRow>> =>
  appendLog({
    payload: args.payload,
    log: eventsLog,
    entry: toRow(args.document, {
      ...args.event,
      by: namedIn(args.event.by, workflowOptions(args.payload.config).language),
    }),
    expected: args.expected,
    head: args.head,
  })
