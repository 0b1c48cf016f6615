import type { Payload, PayloadRequest } from 'payload'
import { namedByOf } from '../../publications/index.ts'
import { definitionHash } from '../core/definition.ts'
import { rules } from '../core/rules.ts'
import { DefinitionChanged } from '../store/registry.ts'
import { type EventRow, eventsLog, fromRow } from '../store/stream.ts'
import type { WorkflowOptions } from '../types.ts'
import { askedOnce, OUTDATED } from './askedOnce.ts'
import { definitionInForce } from './inForce.ts'
import { loadStream } from './load.ts'
import type { RunRow } from './project.ts'

type Open = Pick<RunRow, 'document' | 'collection' | 'key'>

/** The definitions that some open runs follow, by hash; `undefined` for one that was approved with others. */
const followed = async (payload: Payload, documents: string[]): Promise<Map<string, string | undefined>> => {
  const { docs } = documents.length
    ? await payload.db.find<EventRow & { id: string; seq: number; prev: string; hash: string }>({
        collection: eventsLog.collection,
        where: { and: [{ document: { in: documents } }, { type: { in: ['submitted', 'moved'] } }] },
        sort: 'seq',
        limit: 0,
        pagination: false,
      })
    : { docs: [] }
  const hashes = new Map<string, string | undefined>()
  for (const row of docs) {
    const event = fromRow(row)
    if (event.type === 'submitted') hashes.set(row.document, event.batch ? undefined : event.definition)
    if (event.type === 'moved') hashes.set(row.document, event.definition)
  }
  return hashes
}

/** Whether a run follows another definition than its text would follow now; asks its text. */
const isOutdated = async (payload: Payload, options: WorkflowOptions, { document, collection }: Open) => {
  try {
    const { state } = await loadStream(payload, document)
    const inForce = await definitionInForce(payload, options, collection, state)
    return rules.definitionChanged(state, { inForce }) === undefined
  } catch (error) {
    if (error instanceof DefinitionChanged) return false
    throw error
  }
}

/** A document whose run follows a definition that is no longer the one for its text. */
export interface Outdated {
  collection: string
  /** Database id of the working copy. */
  id: string
  title: string
}

/** Keys of all such documents, by collection. */
const outdatedKeys = async (payload: Payload, options: WorkflowOptions): Promise<Map<string, string[]>> => {
  const { docs } = await payload.db.find<Open & { id: string }>({
    collection: 'workflow-runs',
    where: {
      and: [{ submitter: { greater_than: '' } }, { collection: { in: Object.keys(options.definitions) } }],
    },
    select: { document: true, collection: true, key: true },
    limit: 0,
    pagination: false,
  })
  const hashes = await followed(
    payload,
    docs.map(({ document }) => document),
  )
  const keys = new Map<string, string[]>()
  for (const open of docs) {
    const { collection, document, key } = open
    const hash = hashes.get(document)
    // Only where several definitions are in force does the text tell which one is its own.
    const asks = hash === undefined || (options.variants?.[collection] ?? []).length > 0
    const outdated = asks
      ? await isOutdated(payload, options, open)
      : hash !== definitionHash(options.definitions[collection]!)
    if (outdated) keys.set(collection, [...(keys.get(collection) ?? []), key])
  }
  return keys
}

/** Keys in one question; a filter has no more values than rows can be read. */
const AT_ONCE = 500

/** Every such document that the person of a request may read, in the order of their titles; may be a moment old. */
export const outdatedDocuments = async (req: PayloadRequest, options: WorkflowOptions): Promise<Outdated[]> => {
  const { payload } = req
  const keys = await askedOnce(payload, OUTDATED, () => outdatedKeys(payload, options))
  const found: Outdated[] = []
  for (const [collection, all] of keys) {
    const title = namedByOf(payload, collection)
    const readable: Outdated[] = []
    for (let from = 0; from < all.length; from += AT_ONCE) {
      const { docs } = await payload.find({
        collection,
        where: { key: { in: all.slice(from, from + AT_ONCE) } },
        select: { [title]: true },
        sort: title,
        depth: 0,
        pagination: false,
        overrideAccess: false,
        req,
      })
      for (const row of docs as unknown as Record<string, unknown>[])
        readable.push({ collection, id: String(row.id), title: String(row[title] ?? '') })
    }
    if (all.length > AT_ONCE) readable.sort((one, other) => one.title.localeCompare(other.title, 'vi'))
    found.push(...readable)
  }
  return found
}
