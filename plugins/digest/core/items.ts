import { isShownAfter, type Publication, type PublicationKind, tellsOfDocument } from '../../publications/index.ts'
import { type Filter, type FilterSubject, matches } from './filter.ts'

/** The columns of a publications log row that digests use; `aside` means that the document's row is corrupt. */
export type LoggedEvent = Pick<
  Publication,
  'seq' | 'collection' | 'document' | 'url' | 'edition' | 'contentHash' | 'major' | 'changeNote' | 'at'
> & {
  kind: PublicationKind | 'aside'
  /** Whether it was published before a second person had approved it. */
  awaited?: boolean
  /** Whether it says that a second person ratified the publication of the edition. */
  ratifies?: boolean
}

/** Why a document is in a mail. */
export type ItemKind = 'new' | 'updated' | 'corrected' | 'withdrawn'

/** One entry of a mail; stored with the delivery. */
export interface Item {
  /** `seq` of the log row that the entry shows. */
  seq: number
  /** `<collection>:<document key>`. */
  document: string
  kind: ItemKind
  /**
   * Subscriptions whose filter matched; empty if the person gets the entry because they received the document before.
   */
  subscriptions: string[]
}

/** A row that subscribers are told of, with its instant as a number: it is compared with millions of subscriptions. */
interface Announcement {
  seq: number
  /** Milliseconds. */
  instant: number
}

const announce = ({ seq, at }: Pick<LoggedEvent, 'seq' | 'at'>): Announcement => ({ seq, instant: Date.parse(at) })

/** Combined change of one document within a range of the log, in its newest state. */
export interface Change {
  document: string
  /** The newest row of the document within the range. */
  event: LoggedEvent
  live: boolean
  kind: ItemKind
  /** Rows to announce to subscribers: first editions and major changes, but not silent imports and minor changes. */
  announced: Announcement[]
  /** Whether people who received the document before are told, regardless of their current filter. */
  concernsEarlierReaders: boolean
  /**
   * `ratified`: published urgently and ratified; everybody whose filter matches is told at once. `awaited`: people may
   * have been told of it in that way already.
   */
  urgency?: 'ratified' | 'awaited'
}

/** A subscription as used in enumeration. */
export interface Wish {
  key: string
  filter: Filter
  /** Time of confirmation, ISO 8601: earlier publications are not sent. */
  since: string
  /** Exclusive; earlier rows belong to another segment of the same subscription. */
  afterSeq: number
  /** Inclusive; 0 for no end. */
  untilSeq: number
  /** Whether an immediate digest tells of whatever it matches. */
  immediate?: boolean
}

const isShown = ({ kind }: Pick<LoggedEvent, 'kind'>): boolean => kind !== 'aside' && isShownAfter({ kind })
/** Whether a row changes what is public of a document, or makes it unreadable. */
export const concernsDocument = ({ kind }: Pick<LoggedEvent, 'kind'>): boolean =>
  kind === 'aside' || tellsOfDocument({ kind })

/** Identifies a document across collections. */
export const documentId = (event: Pick<LoggedEvent, 'collection' | 'document'>): string =>
  `${event.collection}:${event.document}`

/** For a person who first sees the document within this range it is new, whatever happened to it later. */
const kindOf = (rows: LoggedEvent[], newest: LoggedEvent): ItemKind => {
  if (!isShown(newest)) return 'withdrawn'
  if (rows.some((row) => row.kind === 'published' && row.edition === 1)) return 'new'
  return newest.kind === 'corrected' ? 'corrected' : 'updated'
}

/**
 * Groups a range of the log into changes of documents, oldest change first. Changes of reference data (`term`) are not
 * announced.
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
        announced: live ? rows.filter((row) => isShown(row) && row.major).map(announce) : [],
        // A withdrawn document may lead on at once; its readers are told all the same.
        concernsEarlierReaders: corrected || (!live && rows.some((row) => row.kind === 'withdrawn')),
        ...(rows.some(({ awaited }) => awaited) ? { urgency: 'awaited' as const } : {}),
      }
    })
    .sort((a, b) => a.event.seq - b.event.seq)
}

/**
 * A text that was published urgently and is ratified now, as a change that everybody whose filter matches is told of.
 *
 * @param edition the newest row of the document up to the ratification
 * @returns `undefined` when the document is no longer public
 */
export const ratifiedChange = (
  edition: LoggedEvent,
  ratification: Pick<LoggedEvent, 'seq' | 'at'>,
): Change | undefined =>
  isShown(edition)
    ? {
        document: documentId(edition),
        event: edition,
        live: true,
        kind: kindOf([edition], edition),
        announced: [announce(ratification)],
        concernsEarlierReaders: false,
        urgency: 'ratified',
      }
    : undefined

/** Whether an announcement falls into the time of a subscription and into this segment of it. */
const covers = (wish: Wish & { from: number }, { seq, instant }: Announcement): boolean =>
  instant >= wish.from && seq > wish.afterSeq && (wish.untilSeq === 0 || seq <= wish.untilSeq)

/** Whether anybody may have to be told of a change. */
export const tellsSomebody = (change: Change): boolean => change.announced.length > 0 || change.concernsEarlierReaders

/**
 * Computes the entries of one person's mail.
 *
 * @param args.subjects facet values of each changed document, by its id; missing when its content was purged
 * @param args.received documents this person received, or may have received (see `unknown` deliveries), with the `seq`
 * of the newest row they were told of
 * @param args.carried entries of earlier mails that may not have arrived, or that could not be sent
 * @returns one entry per document, in log order; empty when there is nothing to send
 */
export const itemsFor = (args: {
  changes: Change[]
  subjects: ReadonlyMap<string, FilterSubject>
  wishes: Wish[]
  received: ReadonlyMap<string, number>
  carried: Item[]
}): Item[] => {
  const { changes, subjects, received } = args
  const wishes = args.wishes.map((wish) => ({ ...wish, from: Date.parse(wish.since) }))
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
      ? wishes.filter((wish) => change.announced.some((told) => covers(wish, told)) && matches(wish.filter, subject))
      : []
    if (change.urgency === 'ratified' && wanting.some(({ immediate }) => immediate)) continue
    const wanted = wanting.map((wish) => wish.key)
    const subscriptions = [...new Set([...(change.live ? (missed?.subscriptions ?? []) : []), ...wanted])]
    const toldOf = received.get(document)
    const earlierReader = change.concernsEarlierReaders && toldOf !== undefined && toldOf < event.seq
    // They were told of this very row at once, and nothing of it waits for them.
    if (!missed && toldOf !== undefined && toldOf >= event.seq) continue
    const again = event.kind === 'corrected' ? 'corrected' : 'updated'
    const shown = kind === 'new' && toldOf !== undefined ? again : kind
    if (subscriptions.length || earlierReader)
      items.set(document, { seq: event.seq, document, kind: shown, subscriptions })
  }
  return [...items.values()].sort((a, b) => a.seq - b.seq)
}

/**
 * Filters a mail's entries at sending time. Drops a document that was withdrawn meanwhile, a withdrawal that was
 * reverted, and an entry wanted only by subscriptions that have ended.
 *
 * @param args.latest the newest row of the log for each document, by its id
 * @param args.active the person's currently active subscriptions
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

/** The newest row for each document among `events` (ascending `seq`). */
export const latestOf = (events: LoggedEvent[]): Map<string, LoggedEvent> =>
  new Map(events.filter(concernsDocument).map((event) => [documentId(event), event]))
