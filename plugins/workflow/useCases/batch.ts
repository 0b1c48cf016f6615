import type { Payload, Where } from 'payload'
import { isIsoDay } from '../../../lib/text/dates.ts'
import { dayBounds } from '../../../lib/time/periods.ts'
import { type FrozenContent, keepContent } from '../../publications/index.ts'
import { approveListed, type Listed, manifestOf } from '../core/batch.ts'
import type { Context } from '../core/context.ts'
import { definitionHash } from '../core/definition.ts'
import type { WorkflowEvent } from '../core/events.ts'
import type { Members } from '../core/groups.ts'
import type { Acting } from '../core/powers.ts'
import { type Refusal, refusal } from '../core/refusal.ts'
import { keyOf } from '../store/documents.ts'
import { keepDefinition } from '../store/registry.ts'
import { streamOf } from '../store/stream.ts'
import type { BatchOptions, WorkflowOptions } from '../types.ts'
import { restOfPerson } from './accounts.ts'
import { appendAll } from './appendAll.ts'
import { addressOf, type DocumentRef, finishFrom, loadToDecide } from './finish.ts'
import { type FrozenNow, freezeNow } from './freezeNow.ts'
import { type LoadedStream, loadStream } from './load.ts'
import { membersOf } from './people.ts'
import { reserveForPublication } from './reserveForPublication.ts'

/** Documents on one list at most. */
export const MOST_LISTED = 500

interface Place {
  payload: Payload
  options: WorkflowOptions & { batch: BatchOptions }
}

/** Who asks about imported texts. */
export interface Asked extends Place {
  actor: Acting
  /** The active people, read once. */
  people?: Members
}

/** With whether the power of the person rests, and the people who could approve. */
export const withPeople = async (asked: Asked): Promise<Asked> => {
  const { payload, options, actor } = asked
  const rests = await restOfPerson(payload, options, actor.id)
  const people = await membersOf(payload, options)
  return { ...asked, actor: { ...actor, ...(rests ? { rests } : {}) }, people }
}

/** When a text first was public, by a day in its content that is not in the future. */
export const sinceOf = ({ options }: Asked, { collection, fields }: FrozenContent, now: string): string | undefined => {
  const field = options.batch.publicSince?.[collection]
  const day = field === undefined ? undefined : fields[field]
  if (typeof day !== 'string' || !isIsoDay(day)) return undefined
  const since = dayBounds(day).start.toISOString()
  return since <= now ? since : undefined
}

/** Whether a row was imported and nobody touched it since: all saves are the system's, or there is one save. */
export const isImported = async (
  { payload, options }: Place,
  listed: Listed,
  { facts }: FrozenNow,
): Promise<boolean> => {
  if (facts.contributors.length && facts.covers.count > 1) return false
  const where: Where = { and: [{ id: { equals: listed.id } }, options.batch.imported] }
  return (await payload.db.count({ collection: listed.collection, where })).totalDocs === 1
}

interface Read {
  ref: DocumentRef
  loaded: LoadedStream
  text: FrozenNow
}

/** A document of a list that may be approved and is not written to yet. */
interface Looked extends Read {
  listed: Listed
  /** Already approved by the same list. */
  done: boolean
  events: WorkflowEvent[]
}

type Outcome<T> = T | { refusal: Refusal }

const gone = (): Refusal =>
  refusal(
    'NOT_FOUND',
    'Không tìm thấy văn bản này; xin tải lại danh sách.',
    'This document cannot be found; read the list again.',
  )

/** A document with its stream and the text that freezing now would give; `undefined` when it is gone. */
export const read = async (
  { payload, options }: Place,
  { collection, id }: Pick<Listed, 'collection' | 'id'>,
): Promise<Read | undefined> => {
  const key = Object.hasOwn(options.definitions, collection) ? await keyOf({ payload, collection, id }) : undefined
  if (key === undefined) return undefined
  const loaded = await loadToDecide(payload, { collection, key })
  const text = await freezeNow({ payload, options, collection, id, state: loaded.state })
  return text && { ref: { collection, key }, loaded, text }
}

const publishedBy =
  (manifest: string) =>
  (event: WorkflowEvent): boolean =>
    event.type === 'published' && event.batch?.manifest === manifest

/** Whether a document that was read may be approved with a list, and the events that this would append. Writes nothing. */
export const look = async (
  asked: Asked,
  listed: Listed,
  there: Read,
  mark: { manifest: string; documents: number },
): Promise<Outcome<Looked>> => {
  const { payload, options, actor } = asked
  const { ref, loaded, text } = there
  const done = loaded.events.some(publishedBy(mark.manifest))
  if (done) return { ...there, listed, done, events: [] }
  const { definition } = options.batch
  const now = options.clock.now().toISOString()
  const { content } = text.frozen
  const since = sinceOf(asked, content, now)
  const context: Context = {
    definitions: (hash) => (hash === definitionHash(definition) ? definition : loaded.definitions(hash)),
    now,
    current: { definition, hash: definitionHash(definition) },
    mayEdit: true,
    frozen: text.facts,
    people: asked.people,
    // A text with faults may have no address yet; it is refused before the address matters.
    address: text.facts.faults.length ? undefined : addressOf(payload, ref, content),
    expiresField: options.expires?.[ref.collection],
    document: streamOf(ref.collection, ref.key),
  }
  const decision = approveListed(loaded.state, { by: actor, at: now }, context, {
    listed,
    imported: await isImported(asked, listed, text),
    mark: { ...mark, ...(since ? { publicSince: since } : {}) },
  })
  return 'refusal' in decision ? decision : { ...there, listed, done, events: decision.events }
}

const changed = (): Refusal =>
  refusal(
    'WORKFLOW_STALE',
    'Văn bản vừa được người khác sửa; xin tải lại danh sách rồi xem lại.',
    'Somebody changed this text just now; read the list again.',
  )

/**
 * Freezes, reserves and publishes one document of a list.
 *
 * @returns the refusal, or whether another call with the same list published it in the meantime
 */
const publishListed = async (
  asked: Asked,
  looked: Looked,
  manifest: string,
): Promise<Refusal | 'here' | 'elsewhere'> => {
  const { payload, options } = asked
  const { ref, loaded, text, events } = looked
  const { frozen } = text
  await keepContent({ payload, frozen })
  if (!(await text.unchanged())) return changed()
  const reserved = await reserveForPublication(payload, ref, frozen.content, options)
  if ('refusal' in reserved) return reserved.refusal
  const now = await appendAll(payload, ref, loaded, events)
  if (!now) {
    const { events: since } = await loadStream(payload, streamOf(ref.collection, ref.key))
    const same = since.some((event) => event.type === 'submitted' && event.batch?.manifest === manifest)
    return same ? 'elsewhere' : changed()
  }
  await finishFrom(payload, ref, now)
  return 'here'
}

/** A document of a list that could not be approved, and why. */
export interface NotTaken {
  listed: Listed
  refusal: Refusal
}

const wrongManifest = (): Refusal => {
  const message = {
    vi: 'Mã danh sách không khớp với các văn bản gửi kèm; xin tải lại danh sách.',
    en: 'The manifest is not the hash of these documents; read the list again.',
  }
  return refusal('CONTENT_INVALID', message.vi, message.en, { fields: [{ path: 'manifest', message }] })
}

/**
 * Approves and publishes the documents of a list, each as a run of its own that names the hash of the list. All of them
 * are looked at first: if one may not be approved, nothing happens. Sent again, what is done stays and the rest goes on,
 * so that a list that was interrupted can be finished. Nobody is told by digest.
 *
 * @returns how many this call published and how many were done before; or the documents that kept the list from being
 *   approved; or, when somebody changed one in the meantime, those that were left out
 */
export const approveBatch = async (
  given: Asked,
  manifest: string,
  documents: readonly Listed[],
): Promise<Outcome<{ published: number; before: number; notTaken: NotTaken[] }>> => {
  const { payload, options } = given
  if (manifest !== manifestOf(documents)) return { refusal: wrongManifest() }
  const asked = await withPeople(given)
  const mark = { manifest, documents: documents.length }
  const all: Looked[] = []
  const notTaken: NotTaken[] = []
  for (const listed of documents) {
    const there = await read(asked, listed)
    const looked = there ? await look(asked, listed, there, mark) : { refusal: gone() }
    if ('refusal' in looked) notTaken.push({ listed, refusal: looked.refusal })
    else all.push(looked)
  }
  if (notTaken.length) return { published: 0, before: 0, notTaken }
  await keepDefinition(payload, options.batch.definition)
  let published = 0
  for (const looked of all) {
    const outcome = looked.done ? 'elsewhere' : await publishListed(asked, looked, manifest)
    if (outcome === 'here') published += 1
    else if (outcome !== 'elsewhere') notTaken.push({ listed: looked.listed, refusal: outcome })
  }
  return { published, before: all.length - published - notTaken.length, notTaken }
}
