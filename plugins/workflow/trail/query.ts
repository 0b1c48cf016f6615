import type { Payload, PayloadRequest, Where } from 'payload'
import { isIsoDay } from '../../../lib/text/dates.ts'
import { fold } from '../../../lib/text/fold.ts'
import { dayBounds } from '../../../lib/time/periods.ts'
import { defaultLocale, namedByOf, publicationsOptions } from '../../publications/index.ts'
import { SYSTEM } from '../core/events.ts'
import { type Refusal, refusal } from '../core/refusal.ts'
import { systemWords } from '../core/system.ts'
import { streamOf } from '../store/stream.ts'
import { vi } from '../translations/vi.ts'
import type { WorkflowOptions } from '../types.ts'
import { streamNamed } from './find.ts'

/** What somebody looks for in the trail; empty texts ask for nothing. */
export interface TrailQuery {
  /** Words of a title, a number, an address, or the name of a stream. */
  document: string
  /** Part of a name, with or without diacritics. */
  person: string
  /** First and last day in Viet Nam, `YYYY-MM-DD`. */
  from: string
  to: string
  /** Type of event. */
  type: string
}

/** Documents that words may mean; more are too many to be meant. */
const MOST_DOCUMENTS = 200

const unusable = (path: string, vi: string, en: string): Refusal =>
  refusal('BAD_REQUEST', vi, en, { fields: [{ path, message: { vi, en } }] })

/** What nobody can look for, as a refusal. Pure. */
export const queryFault = ({ from, to, type }: TrailQuery): Refusal | undefined => {
  const wrongDay = [from, to].find((day) => day !== '' && !isIsoDay(day))
  if (wrongDay !== undefined)
    return unusable('from', 'Xin chọn ngày có trong lịch.', 'Choose a day of the calendar, as YYYY-MM-DD.')
  if (from && to && from > to)
    return unusable('from', 'Ngày đầu phải trước hoặc cùng ngày cuối.', 'The first day is after the last one.')
  return type && !Object.hasOwn(vi.events, type)
    ? unusable('type', 'Không có loại việc này; xin chọn lại.', 'There is no such type of event; choose another one.')
    : undefined
}

/** The streams of the documents whose title or number has these words, among those that the person may read. */
const streamsByWords = async (req: PayloadRequest, words: string): Promise<string[]> => {
  const { payload } = req
  const streams: string[] = []
  for (const collection of Object.keys(publicationsOptions(payload.config).governed)) {
    const title = namedByOf(payload, collection)
    const { docs } = await payload.find({
      collection,
      where: { [title]: { like: words } },
      select: { key: true },
      locale: defaultLocale(payload.config),
      depth: 0,
      limit: MOST_DOCUMENTS,
      pagination: false,
      overrideAccess: false,
      user: req.user,
    })
    for (const { key } of docs as unknown as { key: string }[]) streams.push(streamOf(collection, key))
  }
  return streams
}

const documentsMeant = async (req: PayloadRequest, asked: string): Promise<string[]> => {
  const stream = await streamNamed(req.payload, asked)
  return stream === undefined ? streamsByWords(req, asked) : [stream]
}

/** People whose name has these letters, diacritics or not; the system is one of them. */
const peopleMeant = async (
  payload: Payload,
  { people, language }: WorkflowOptions,
  asked: string,
): Promise<string[]> => {
  const wanted = fold(asked)
  const { docs } = await payload.db.find<Record<string, unknown> & { id: string | number }>({
    collection: people.collection,
    limit: 0,
    pagination: false,
  })
  return [{ id: SYSTEM.id, [people.name]: systemWords(language).name }, ...docs]
    .filter((person) => fold(String(person[people.name] ?? '')).includes(wanted))
    .map(({ id }) => String(id))
}

/**
 * The condition for the events that somebody looks for.
 *
 * @param query without faults
 */
export const trailWhere = async (args: {
  req: PayloadRequest
  options: WorkflowOptions
  query: TrailQuery
}): Promise<Where> => {
  const { req, options, query } = args
  const { document, person, from, to, type } = query
  const and: Where[] = []
  if (document) and.push({ document: { in: await documentsMeant(req, document) } })
  if (person) {
    const ids = await peopleMeant(req.payload, options, person)
    // An account may be gone; its name stays in the trail.
    and.push({ or: [{ actor: { in: ids } }, { actorName: { equals: person } }] })
  }
  if (from) and.push({ at: { greater_than_equal: dayBounds(from).start.toISOString() } })
  if (to) and.push({ at: { less_than: dayBounds(to).end.toISOString() } })
  if (type) and.push({ type: { equals: type } })
  return { and }
}
