import type { Payload } from 'payload'
import type { StoredEvent } from '../core/events.ts'
import { type DefinitionLookup, evolve, fold, type WorkflowState } from '../core/state.ts'
import { definitionsFor } from '../store/registry.ts'
import { readStream } from '../store/stream.ts'

/** A document's stream and what it adds up to. */
export interface LoadedStream {
  events: StoredEvent[]
  state: WorkflowState
  definitions: DefinitionLookup
}

/**
 * Reads a document's stream as it is stored.
 *
 * @throws DefinitionChanged when a definition that it follows is not there as it was kept
 */
export const loadStream = async (payload: Payload, document: string): Promise<LoadedStream> => {
  const events = await readStream(payload, document)
  const definitions = await definitionsFor(payload, events)
  return { events, definitions, state: fold(events, definitions) }
}

/** A stream with one more event that was just appended to it. */
export const withEvent = ({ events, state, definitions }: LoadedStream, event: StoredEvent): LoadedStream => ({
  events: [...events, event],
  state: evolve(state, event, definitions),
  definitions,
})
