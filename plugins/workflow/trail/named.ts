import type { Payload } from 'payload'
import { textIn } from '../../../lib/text/languages.ts'
import {
  defaultLocale,
  isLocalised,
  localise,
  namedByOf,
  publicationsOptions,
  readContents,
  titleFieldOf,
} from '../../publications/index.ts'
import type { WorkflowDefinition } from '../core/definition.ts'
import type { StoredEvent } from '../core/events.ts'
import { DefinitionChanged, definitionsFor } from '../store/registry.ts'
import { type EventRow, eventsLog, fromRow, refOf } from '../store/stream.ts'

export type TrailRow = EventRow & { seq: number; prev: string; hash: string }

/** What a document is called, and where it is in the admin. */
export interface NamedDocument {
  /** Empty when neither the document nor any text of it says. */
  title: string
  /** Database id of the working copy; `undefined` when it was deleted. */
  id?: string
}

/** Events that begin to follow a definition. */
const STARTING = ['submitted', 'publishedUrgently', 'moved']

const titlesIn = async (
  payload: Payload,
  collection: string,
  keys: string[],
): Promise<Map<string, Required<NamedDocument>>> => {
  // The trail may contain documents of collections that the portal no longer has.
  if (!Object.hasOwn(publicationsOptions(payload.config).governed, collection)) return new Map()
  const title = namedByOf(payload, collection)
  const { docs } = await payload.find({
    collection,
    where: { key: { in: keys } },
    select: { key: true, [title]: true },
    locale: defaultLocale(payload.config),
    depth: 0,
    limit: keys.length,
    pagination: false,
    overrideAccess: true,
  })
  return new Map(
    (docs as unknown as Record<string, unknown>[]).map((row) => [
      `${collection}:${row.key}`,
      { id: String(row.id), title: typeof row[title] === 'string' ? row[title] : '' },
    ]),
  )
}

/** Titles of documents that were deleted, from the last of their frozen texts among the rows. */
const titlesInContents = async (payload: Payload, rows: TrailRow[]): Promise<Map<string, string>> => {
  const hashes = new Map(
    rows.flatMap(({ document, contentHash }) => (contentHash ? [[document, contentHash] as const] : [])),
  )
  const contents = hashes.size ? await readContents({ payload, hashes: [...hashes.values()] }) : new Map()
  return new Map(
    [...hashes].flatMap(([document, hash]) => {
      const content = contents.get(hash)
      const title = content?.fields[titleFieldOf(payload, content.collection)]
      const shown = isLocalised(title)
        ? localise(title, defaultLocale(payload.config), content?.locales[0] ?? '')
        : title
      return typeof shown === 'string' ? [[document, shown] as const] : []
    }),
  )
}

/** What the documents of some rows are called. */
export const documentsOf = async (payload: Payload, rows: TrailRow[]): Promise<Map<string, NamedDocument>> => {
  const named = new Map<string, NamedDocument>()
  const keys = new Map<string, Set<string>>()
  for (const { document } of rows) {
    const { collection, key } = refOf(document)
    keys.set(collection, (keys.get(collection) ?? new Set()).add(key))
  }
  for (const [collection, among] of keys)
    for (const [document, found] of await titlesIn(payload, collection, [...among])) named.set(document, found)
  const gone = rows.filter(({ document }) => !named.has(document))
  for (const [document, title] of await titlesInContents(payload, gone)) named.set(document, { title })
  return named
}

const definitionOf = async (payload: Payload, event: StoredEvent): Promise<WorkflowDefinition | undefined> => {
  if (!('definition' in event)) return undefined
  try {
    return (await definitionsFor(payload, [event]))(event.definition)
  } catch (error) {
    // The audit names what was changed; the trail is shown all the same.
    if (error instanceof DefinitionChanged) return undefined
    throw error
  }
}

/**
 * The titles of the steps of some rows, by the definition that each run followed; a step is called by its name where
 * that definition is gone.
 */
export const stepsOf = async (payload: Payload, rows: TrailRow[]): Promise<(row: TrailRow, lang: string) => string> => {
  const documents = [...new Set(rows.filter(({ step }) => step).map(({ document }) => document))]
  const { docs } = documents.length
    ? await payload.db.find<TrailRow & { id: string }>({
        collection: eventsLog.collection,
        where: { and: [{ document: { in: documents } }, { type: { in: STARTING } }] },
        limit: 0,
        pagination: false,
      })
    : { docs: [] }
  const starts: { document: string; seq: number; definition: WorkflowDefinition | undefined }[] = []
  for (const row of docs)
    starts.push({ document: row.document, seq: row.seq, definition: await definitionOf(payload, fromRow(row)) })
  starts.sort((one, other) => one.seq - other.seq)
  return ({ document, seq, step }, lang) => {
    const start = starts.findLast((one) => one.document === document && one.seq <= seq)
    const title = start?.definition?.steps.find(({ name }) => name === step)?.title
    return title ? textIn(title, lang) : (step ?? '')
  }
}
