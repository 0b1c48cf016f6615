import type { Payload } from 'payload'
import { canonicalJson, readContents, record, recordedKeys, reserve, urlOf } from '../../publications/index.ts'
import { publicationDue } from '../core/decide.ts'
import type { StoredEvent } from '../core/events.ts'
import { EMPTY, evolve } from '../core/state.ts'
import { appendEvent, streamOf } from '../store/stream.ts'
import { type LoadedStream, loadStream } from './load.ts'
import { project } from './project.ts'

export interface DocumentRef {
  collection: string
  key: string
}

/** Id of an event, the key of what it causes in the publications log. */
export const eventKey = (document: string, seq: number): string => `${document}#${seq}`

const PUBLIC = new Set(['published', 'withdrawn'])

/** Writes the publication rows that events of a stream ask for and that are not there yet, in order. */
const recordPublic = async (
  payload: Payload,
  ref: DocumentRef,
  { events, definitions }: LoadedStream,
): Promise<void> => {
  const document = streamOf(ref.collection, ref.key)
  const due = events.filter((event) => PUBLIC.has(event.type))
  const there = await recordedKeys({ payload, keys: due.map((event) => eventKey(document, event.seq)) })
  if (due.every((event) => there.has(eventKey(document, event.seq)))) return
  let state = EMPTY
  for (const event of events) {
    const before = state
    state = evolve(state, event, definitions)
    const key = eventKey(document, event.seq)
    if (there.has(key)) continue
    if (event.type === 'published')
      await record({
        payload,
        entry: {
          key,
          kind: 'published',
          collection: ref.collection,
          document: ref.key,
          url: event.url,
          slug: event.slug,
          edition: event.edition,
          contentHash: event.contentHash,
          major: event.edition === 1 || Boolean(event.changeNote),
          changeNote: event.changeNote ?? null,
          capacities: canonicalJson((before.run?.approvals ?? []).map(({ step, capacity }) => ({ step, capacity }))),
          eventsHead: event.hash,
          at: event.at,
        },
      })
    if (event.type === 'withdrawn')
      await record({
        payload,
        entry: {
          key,
          kind: 'withdrawn',
          collection: ref.collection,
          document: ref.key,
          url: before.url ?? '',
          slug: before.slug ?? '',
          edition: event.edition,
          contentHash: lastPublishedHash(events, event.seq),
          major: true,
          changeNote: event.reason,
          capacities: canonicalJson([{ step: 'withdraw', capacity: event.by.capacity }]),
          eventsHead: event.hash,
          at: event.at,
        },
      })
  }
}

const lastPublishedHash = (events: readonly StoredEvent[], before: number): string => {
  const last = events.findLast((event) => event.type === 'published' && event.seq < before)
  return last?.type === 'published' ? last.contentHash : ''
}

/**
 * Reserves what publishing a content needs: its address and its files.
 *
 * @returns the address, or `undefined` when another document holds it
 * @throws Error when a file is gone or changed, or the content is not there
 */
export const reserveAddress = async (args: {
  payload: Payload
  ref: DocumentRef
  contentHash: string
  at: Date
}): Promise<{ slug: string; url: string } | undefined> => {
  const { payload, ref, contentHash, at } = args
  const content = (await readContents({ payload, hashes: [contentHash] })).get(contentHash)
  if (!content) throw new Error(`The content ${contentHash} is missing`)
  const slug = String(content.fields.slug)
  const outcome = await reserve({ payload, document: streamOf(ref.collection, ref.key), content, at })
  return outcome === 'reserved' ? { slug, url: urlOf(payload, ref.collection, slug) } : undefined
}

/**
 * Finishes what a crash may have left half-done with one document: the publication that follows the last approval,
 * the rows of the publications log, the projections. All of it can be repeated by any number of processes at once.
 *
 * @returns the stream as it stands afterwards
 */
export const finish = async (payload: Payload, ref: DocumentRef): Promise<LoadedStream> => {
  const document = streamOf(ref.collection, ref.key)
  let loaded = await loadStream(payload, document)
  const last = loaded.events.at(-1)
  if (last?.type === 'approved' && last.final) {
    const address = await reserveAddress({ payload, ref, contentHash: last.contentHash, at: new Date(last.at) })
    const due = address && publicationDue(loaded.state, { definitions: loaded.definitions, address }, last)
    if (due) {
      await appendEvent({ payload, document, event: due, expected: last.seq })
      loaded = await loadStream(payload, document)
    }
  }
  await recordPublic(payload, ref, loaded)
  await project(payload, ref, loaded)
  return loaded
}
