import type { Payload } from 'payload'
import { canonicalJson, hasHash, insertOnce } from '../../publications/index.ts'
import { definitionHash, type WorkflowDefinition } from '../core/definition.ts'
import type { StoredEvent } from '../core/events.ts'
import { type Refusal, refusal } from '../core/refusal.ts'
import type { DefinitionLookup } from '../core/state.ts'
import { allRows } from './rows.ts'

const DEFINITIONS = 'workflow-definitions'

interface DefinitionRow {
  hash: string
  name?: string | null
  bytes?: string | null
}

/** Stored on the Payload instance: Next bundles a second copy of this module into the same process. */
const CACHE = Symbol.for('congbo.workflow.definitions')
const cacheOf = (payload: Payload): Map<string, WorkflowDefinition> => {
  const holder = payload as Payload & { [CACHE]?: Map<string, WorkflowDefinition> }
  holder[CACHE] ??= new Map()
  return holder[CACHE]
}

/**
 * A definition that runs follow is missing from the database or was changed. Documents that follow it are locked,
 * because their steps are no longer known.
 */
export class DefinitionChanged extends Error {
  override name = 'DefinitionChanged'
  readonly refusal: Refusal = refusal(
    'WORKFLOW_DEFINITION_CHANGED',
    'Quy trình duyệt mà văn bản này theo không còn đúng như khi bắt đầu nên văn bản được giữ nguyên; xin báo quản trị viên.',
    'The workflow that this text follows is not stored as it was when it began, so the text stands still; tell the administrator.',
  )
  constructor(hash: string, what: DefinitionFault['what']) {
    super(`The workflow definition ${hash} is ${what}`)
  }
}

/**
 * The definition in a row.
 *
 * @throws DefinitionChanged when it is missing or does not match its hash
 */
const definitionIn = (hash: string, row: DefinitionRow | null): WorkflowDefinition => {
  if (!row) throw new DefinitionChanged(hash, 'missing')
  if (!hasHash(row.bytes ?? '', hash)) throw new DefinitionChanged(hash, 'changed')
  return JSON.parse(row.bytes!) as WorkflowDefinition
}

/**
 * Stores a definition under its hash permanently, so that runs started with it can finish with it.
 *
 * @throws DefinitionChanged when another one is stored under its hash
 */
export const keepDefinition = async (payload: Payload, definition: WorkflowDefinition): Promise<string> => {
  const hash = definitionHash(definition)
  const cache = cacheOf(payload)
  if (!cache.has(hash)) {
    const { row } = await insertOnce<DefinitionRow>({
      payload,
      collection: DEFINITIONS,
      data: { hash, name: definition.name, bytes: canonicalJson(definition) },
      unique: ['hash'],
    })
    cache.set(hash, definitionIn(hash, row))
  }
  return hash
}

/**
 * A lookup of all definitions that these events name. Each was compared with its hash when it was read.
 *
 * @throws DefinitionChanged when one is missing or changed
 */
export const definitionsFor = async (payload: Payload, events: readonly StoredEvent[]): Promise<DefinitionLookup> => {
  const cache = cacheOf(payload)
  for (const event of events)
    if ('definition' in event && !cache.has(event.definition)) {
      const row = await payload.db.findOne<DefinitionRow & { id: string }>({
        collection: DEFINITIONS,
        where: { hash: { equals: event.definition } },
      })
      cache.set(event.definition, definitionIn(event.definition, row))
    }
  return (hash) => cache.get(hash)!
}

/** A stored definition that is missing or does not match its hash. */
export interface DefinitionFault {
  hash: string
  /** Name in the stored row; empty when there is none. */
  name: string
  what: 'changed' | 'missing'
}

/**
 * Compares every stored definition with its hash, page by page. Changes nothing.
 *
 * @returns their number, and those that do not match
 */
export const verifyDefinitions = async (
  payload: Payload,
): Promise<{ definitions: number; faults: DefinitionFault[] }> => {
  const faults: DefinitionFault[] = []
  let definitions = 0
  for await (const row of allRows<DefinitionRow>({ payload, collection: DEFINITIONS, sort: ['hash'] })) {
    definitions += 1
    if (!hasHash(row.bytes ?? '', row.hash)) faults.push({ hash: row.hash, name: row.name ?? '', what: 'changed' })
  }
  return { definitions, faults }
}
