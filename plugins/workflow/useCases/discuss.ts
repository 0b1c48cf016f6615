import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { mayComment, resolvable, type Saying, said, type Thread, threadsOf } from '../core/comments.ts'
import type { Person } from '../core/groups.ts'
import type { Refusal } from '../core/refusal.ts'
import { appendComment, readComments } from '../store/comments.ts'
import { streamOf } from '../store/stream.ts'
import type { WorkflowOptions } from '../types.ts'
import { definitionsIn } from './definitions.ts'

export interface Discussion {
  threads: Thread[]
  /** Whether this person may say something. */
  mayComment: boolean
}

/** The document that is talked about, and who talks. */
export interface Place {
  payload: Payload
  options: WorkflowOptions
  collection: string
  /** Public key of the document. */
  key: string
  actor: Person
}

/** The refusal of a person who takes part in no workflow of a collection. */
const stranger = (options: WorkflowOptions, collection: string, actor: Person): Refusal | undefined => {
  const refusals = definitionsIn(options, collection).map((definition) => mayComment(actor, definition))
  return refusals.every((refused) => refused !== undefined) ? refusals[0] : undefined
}

/** What was said about a document. Comments are a log of their own: none makes a decision stale. */
export const discussionOf = async ({ payload, options, collection, key, actor }: Place): Promise<Discussion> => ({
  threads: threadsOf(await readComments(payload, streamOf(collection, key))),
  mayComment: !stranger(options, collection, actor),
})

/**
 * Says something about a document, or answers somebody.
 *
 * @param fields names of the fields that it may be about
 * @returns the conversation afterwards, or the refusal
 */
export const say = async (
  place: Place,
  saying: Saying,
  fields: readonly string[],
): Promise<Discussion | { refusal: Refusal }> => {
  const { payload, options, collection, key, actor } = place
  const refused = stranger(options, collection, actor)
  if (refused) return { refusal: refused }
  const document = streamOf(collection, key)
  const checked = said(saying, await readComments(payload, document), fields)
  if ('refusal' in checked) return checked
  const at = options.clock.now().toISOString()
  await appendComment(payload, document, { ...checked, type: 'said', comment: randomUUID(), at, by: actor })
  return discussionOf(place)
}

/**
 * Marks a thread as needing no more work.
 *
 * @returns the conversation afterwards, or the refusal
 */
export const resolve = async (place: Place, comment: string): Promise<Discussion | { refusal: Refusal }> => {
  const { payload, options, collection, key, actor } = place
  const document = streamOf(collection, key)
  const refused = stranger(options, collection, actor) ?? resolvable(comment, await readComments(payload, document))
  if (refused) return { refusal: refused }
  const at = options.clock.now().toISOString()
  await appendComment(payload, document, {
    type: 'resolved',
    comment,
    replyTo: '',
    path: '',
    text: '',
    at,
    by: actor,
  })
  return discussionOf(place)
}
