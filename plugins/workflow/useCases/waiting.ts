import type { Payload } from 'payload'
import type { Context } from '../core/context.ts'
import { definitionHash } from '../core/definition.ts'
import type { Trail } from '../core/notices.ts'
import type { DefinitionLookup } from '../core/state.ts'
import { workflowOptions } from '../options.ts'
import { DefinitionChanged } from '../store/registry.ts'
import { type LoadedStream, loadStream } from './load.ts'
import type { RunRow } from './project.ts'

/** Streams kept between two looks. */
const MOST_KEPT = 1_000

/** Stored on the Payload instance: a process may have several. */
const KEPT = Symbol.for('congbo.workflow.waiting')
type Holder = Payload & { [KEPT]?: Map<string, LoadedStream> }

/** A document that waits for somebody. */
export interface Waiting extends Trail {
  document: string
  /** By when it is to be decided, ISO 8601, UTC; empty when whenever. */
  dueBy: string
}

/** What reading a damaged row throws; a database that does not answer throws something else. */
const isDamage = (error: unknown): boolean => error instanceof SyntaxError || error instanceof TypeError

/**
 * The trail of a document with the facts that rules need; `undefined` when nobody can decide on it, because its
 * collection is governed no more, its definition is not what it was, or its trail is damaged. One such document must
 * not keep people from being told of the others.
 *
 * @param now ISO 8601, UTC
 */
export const trailOf = async (
  payload: Payload,
  { document, collection }: { document: string; collection: string },
  now: string,
  load: (payload: Payload, document: string) => Promise<LoadedStream> = loadStream,
): Promise<Trail | undefined> => {
  const definition = workflowOptions(payload.config).definitions[collection]
  if (!definition) return undefined
  try {
    const { events, definitions } = await load(payload, document)
    return { collection, events, context: contextOf(definitions, definition, now) }
  } catch (error) {
    if (!(error instanceof DefinitionChanged || isDamage(error))) throw error
    payload.logger.error({ msg: 'nobody can be told of a document', document, err: error })
    return undefined
  }
}

/** What the rules know of a document beside its events, where nobody asks for themselves. */
export const contextOf = (
  definitions: DefinitionLookup,
  definition: Context['current']['definition'],
  now: string,
): Context => ({
  definitions,
  now,
  current: { definition, hash: definitionHash(definition) },
  mayEdit: false,
})

/**
 * Every document that waits for somebody. A trail is read again only after its document moved on.
 *
 * @param now ISO 8601, UTC
 */
export const waitingDocuments = async (payload: Payload, now: string): Promise<Waiting[]> => {
  const holder = payload as Holder
  const before = holder[KEPT] ?? new Map<string, LoadedStream>()
  const kept = new Map<string, LoadedStream>()
  const { docs } = await payload.db.find<RunRow & { id: string }>({
    collection: 'workflow-runs',
    where: { waitsFor: { greater_than: '' } },
    select: { document: true, collection: true, seq: true, dueBy: true },
    sort: 'document',
    limit: 0,
    pagination: false,
  })
  const waiting: Waiting[] = []
  for (const { document, collection, seq, dueBy } of docs) {
    const trail = await trailOf(payload, { document, collection }, now, async () => {
      const old = before.get(document)
      const loaded = old?.state.seq === seq ? old : await loadStream(payload, document)
      if (kept.size < MOST_KEPT) kept.set(document, loaded)
      return loaded
    })
    if (trail) waiting.push({ ...trail, document, dueBy: dueBy ?? '' })
  }
  holder[KEPT] = kept
  return waiting
}
