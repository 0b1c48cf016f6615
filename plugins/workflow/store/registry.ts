import type { Payload } from 'payload'
import { canonicalJson, insertOnce } from '../../publications/index.ts'
import { definitionHash, type WorkflowDefinition } from '../core/definition.ts'
import type { StoredEvent } from '../core/events.ts'
import type { DefinitionLookup } from '../core/state.ts'

/** Held on the Payload instance: Next bundles a second copy of this module into the same process. */
const CACHE = Symbol.for('congbo.workflow.definitions')
const cacheOf = (payload: Payload): Map<string, WorkflowDefinition> => {
  const holder = payload as Payload & { [CACHE]?: Map<string, WorkflowDefinition> }
  holder[CACHE] ??= new Map()
  return holder[CACHE]
}

/** Keeps a definition under its hash for ever, so that runs started with it can end with it. */
export const keepDefinition = async (payload: Payload, definition: WorkflowDefinition): Promise<string> => {
  const hash = definitionHash(definition)
  const cache = cacheOf(payload)
  if (!cache.has(hash)) {
    await insertOnce({
      payload,
      collection: 'workflow-definitions',
      data: { hash, name: definition.name, bytes: canonicalJson(definition) },
      unique: ['hash'],
    })
    cache.set(hash, definition)
  }
  return hash
}

/**
 * A lookup that knows every definition that these events name.
 *
 * @throws Error when one was never kept
 */
export const definitionsFor = async (payload: Payload, events: readonly StoredEvent[]): Promise<DefinitionLookup> => {
  const cache = cacheOf(payload)
  for (const event of events)
    if (event.type === 'submitted' && !cache.has(event.definition)) {
      const row = await payload.db.findOne<{ id: string; bytes: string }>({
        collection: 'workflow-definitions',
        where: { hash: { equals: event.definition } },
      } as never)
      if (!row) throw new Error(`The workflow definition ${event.definition} is missing from the database`)
      cache.set(event.definition, JSON.parse(row.bytes) as WorkflowDefinition)
    }
  return (hash) => cache.get(hash)!
}
