import type { Payload } from 'payload'
import type { WorkflowEvent } from '../core/events.ts'
import { appendEvent, fromRow, streamOf } from '../store/stream.ts'
import type { DocumentRef } from './finish.ts'
import { type LoadedStream, loadStream, withEvent } from './load.ts'

/**
 * Appends the decided events in order.
 *
 * @returns the stream including them, or `undefined` when someone else appended first
 */
export const appendAll = async (
  payload: Payload,
  ref: DocumentRef,
  loaded: LoadedStream,
  events: readonly WorkflowEvent[],
): Promise<LoadedStream | undefined> => {
  const document = streamOf(ref.collection, ref.key)
  let now = loaded
  for (const event of events) {
    const { seq, head } = now.state
    const appended = await appendEvent({ payload, document, event, expected: seq, head })
    if (appended.outcome === 'appended') now = withEvent(now, fromRow(appended.row))
    // Once the first event is appended, the decision stands. Another process may already have appended its
    // consequences.
    else return now === loaded ? undefined : loadStream(payload, document)
  }
  return now
}
