import type { Payload } from 'payload'
import type { StoredEvent } from '../core/events.ts'
import { evolve, fold } from '../core/evolve.ts'
import type { DefinitionLookup, WorkflowState } from '../core/state.ts'
import { definitionsFor } from '../store/registry.ts'
import { readStream } from '../store/stream.ts'

/** The stream of a document and the state it adds up to. */
export interface LoadedStream {
  events: StoredEvent[]
  state: WorkflowState
  definitions: DefinitionLookup
}

/**
 * Loads the stored stream of a document.
 *
 * @throws DefinitionChanged when a definition it follows is missing or changed
 */
export const loadStream = async (payload: Payload, document: string): Promise<LoadedStream> => {
  const events = await readStream(payload, document)
  const definitions = await definitionsFor(payload, events)
  return { events, definitions, state: fold(events, definitions) }
}

/** Adds an event that was just appended. */
export const withEvent = ({ events, state, definitions }: LoadedStream, event: StoredEvent): LoadedStream => ({
  events: [...events, event],
  state: evolve(state, event, definitions),
  definitions,
})
