import { isShownAfter, type Publication, type PublicationKind, tellsOfDocument } from '../../publications/index.ts'
import { type Filter, type FilterSubject, matches } from './filter.ts'

/** One row of the publications log, as far as digests look at it; `aside`: what it says of a document is broken. */
export type LoggedEvent = Pick<
  Publication,
  'seq' | 'collection' | 'document' | 'url' | 'edition' | 'contentHash' | 'major' | 'changeNote' | 'at'
> & { kind: PublicationKind | 'aside' }

/** Why a document stands in a mail. */
export type ItemKind = 'new' | 'updated' | 'corrected' | 'withdrawn'

/** One entry of one mail; stored with the delivery. */
export interface Item {
  /** Row of the publications log that the entry shows. */
  seq: number
  /** `<collection>:<document key>`. */
  document: string
  kind: ItemKind
  /** Subscriptions whose filter matched; none when the person gets it for having got the document before. */
  subscriptions: string[]
}

/** What happened to one document within a range of the log: one entry a document, in its newest state. */
export interface Change {
  document: string
  /** The newest row of the document within the range. */
  event: LoggedEvent
  live: boolean
  kind: ItemKind
  /** What subscribers are told of: first editions and major changes. Silent imports and minor changes are not among them. */
  announced: Pick<LoggedEvent, 'seq' | 'at'>[]
  /** Those who were sent the document before are told, whatever their filter says today. */
  concernsEarlierReaders: boolean
}

/** A subscription as enumeration sees it. */
export interface Wish {
  key: string
  filter: Filter
  /** Confirmed at, ISO instant: what was published earlier is not sent. */
  since: string
  /** Exclusive: what lies before belongs to another stretch of the same subscription. */
  afterSeq: number
  /** Inclusive; 0 for no end. */
  untilSeq: number
}

const isShown = ({ kind }: Pick<LoggedEvent, 'kind'>): boolean => kind !== 'aside' && isShownAfter({ kind })
const concernsDocument = ({ kind }: Pick<LoggedEvent, 'kind'>): boolean => kind === 'aside' || tellsOfDocument({ kind })

/** Name of a document across collections. */
export const documentId = (event: Pick<LoggedEvent, 'collection' | 'document'>): string =>
  `${event.collection}:${event.document}`

/** Somebody who meets the document within this range for the first time is told of a new one, however it went on. */
const kindOf = (rows: LoggedEvent[], newest: LoggedEvent): ItemKind => {
  if (!isShown(newest)) return 'withdrawn'
  if (rows.some((row) => row.kind === 'published' && row.edition === 1)) return 'new'
  return newest.kind === 'corrected' ? 'corrected' : 'updated'
}

/**
 * Reads a range of the log as changes of documents, oldest change first. Changes of reference data (`term`) tell
 * nobody anything.
 *
 * @param events rows of the log in ascending `seq`
 */
export const changesOf = (events: LoggedEvent[]): Change[] => {
  const byDocument = new Map<string, LoggedEvent[]>()
  for (const event of events) {
    if (!concernsDocument(event)) continue
    const id = documentId(event)
    byDocument.set(id, [...(byDocument.get(id) ?? []), event])
  }
  return [...byDocument]
    .map(([document, rows]) => {
      const event = rows.at(-1)!
      const live = isShown(event)
      const corrected = live && rows.some((row) => row.kind === 'corrected' || row.kind === 'restored')
      return {
        document,
        event,
        live,
        kind: kindOf(rows, event),
        announced: live ? rows.filter((row) => isShown(row) && row.major) : [],
        concernsEarlierReaders: corrected || event.kind === 'withdrawn',
      }
    })
    .sort((a, b) => a.event.seq - b.event.seq)
}

/** Whether an announcement falls into the time in which somebody was subscribed, and into this stretch of it. */
const covers = (wish: Wish, { seq, at }: Change['announced'][number]): boolean =>
  Date.parse(at) >= Date.parse(wish.since) && seq > wish.afterSeq && (wish.untilSeq === 0 || seq <= wish.untilSeq)

/** Whether anybody at all can have to be told of a change. */
export const tellsSomebody = (change: Change): boolean => change.announced.length > 0 || change.concernsEarlierReaders

/**
 * The entries of one person's mail.
 *
 * @param args.subjects what each changed document offers to filters, by its id; missing when its content was purged
 * @param args.received documents this person was sent before, or may have been (see `unknown` deliveries), with the
 * newest row of the log they were told of
 * @param args.carried entries of earlier mails of which nobody knows whether they arrived, or that could not be sent
 * @returns one entry a document, in the order of the log; empty when there is nothing to say
 */
export const itemsFor = (args: {
  changes: Change[]
  subjects: ReadonlyMap<string, FilterSubject>
  wishes: Wish[]
  received: ReadonlyMap<string, number>
  carried: Item[]
}): Item[] => {
  const { changes, subjects, wishes, received } = args
  const items = new Map<string, Item>()
  for (const item of args.carried) {
    const before = items.get(item.document)
    if (!before || before.seq < item.seq) items.set(item.document, item)
  }
  for (const change of changes) {
    const { document, event, kind } = change
    const missed = items.get(document)
    items.delete(document)
    const subject = subjects.get(document)
    const wanting = subject
      ? wishes
          .filter((wish) => change.announced.some((told) => covers(wish, told)) && matches(wish.filter, subject))
          .map((wish) => wish.key)
      : []
    const subscriptions = [...new Set([...(change.live ? (missed?.subscriptions ?? []) : []), ...wanting])]
    const earlierReader = change.concernsEarlierReaders && (received.get(document) ?? event.seq) < event.seq
    if (subscriptions.length || earlierReader) items.set(document, { seq: event.seq, document, kind, subscriptions })
  }
  return [...items.values()].sort((a, b) => a.seq - b.seq)
}

/**
 * What is left of a mail's entries at the moment it is sent: nothing that was withdrawn meanwhile, no withdrawal that
 * was taken back, nothing that only a subscription ended meanwhile wanting for.
 *
 * @param args.latest the newest row of the log for each document, by its id
 * @param args.active subscriptions of the person that are active now
 */
export const stillTrue = (args: {
  items: Item[]
  latest: ReadonlyMap<string, LoggedEvent>
  active: ReadonlySet<string>
}): Item[] =>
  args.items.filter((item) => {
    const newest = args.latest.get(item.document)
    const live = !newest || isShown(newest)
    const wanted = item.subscriptions.length === 0 || item.subscriptions.some((key) => args.active.has(key))
    return wanted && live === (item.kind !== 'withdrawn')
  })

/** The newest row of the log for each document among `events` (ascending `seq`). */
export const latestOf = (events: LoggedEvent[]): Map<string, LoggedEvent> =>
  new Map(events.filter(concernsDocument).map((event) => [documentId(event), event]))
