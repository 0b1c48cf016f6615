import { type Capacity, canonicalJson, type Publication } from '../../publications/index.ts'
import type { StoredEvent, WorkflowEventType } from './events.ts'
import { clearedSteps } from './publicSteps.ts'
import type { DefinitionLookup, WorkflowState } from './state.ts'

/** Types of events that require a row in the publications log. */
export const PUBLIC: ReadonlySet<WorkflowEventType> = new Set([
  'published',
  'publishedUrgently',
  'withdrawn',
  'expired',
  'restored',
  'redirected',
  'ratified',
  'purged',
])

type Entry = Omit<Publication, 'seq' | 'prev' | 'hash'>
/** What distinguishes the row of one event from that of another. */
type Own = Pick<Entry, 'kind' | 'major'> & Partial<Entry>

/** Acts outside the steps of a run that readers are told of, as they are called. */
const TITLES = {
  urgent: { vi: 'Công bố khẩn', en: 'Urgent publication' },
  ratified: { vi: 'Phê chuẩn', en: 'Ratification' },
  purged: { vi: 'Xóa nội dung', en: 'Content erased' },
}

/** The one step that an act consists of. */
const act = (step: string, { by, at }: StoredEvent, more: Partial<Capacity> = {}): string =>
  canonicalJson([{ step, capacity: by.capacity, at, ...more }])

const ownOf = (args: {
  before: WorkflowState
  event: StoredEvent
  events: readonly StoredEvent[]
  definitions: DefinitionLookup
}): Own | undefined => {
  const { before, event, events, definitions } = args
  switch (event.type) {
    case 'published': {
      const { run } = before
      const { url, slug, contentHash, correction, batch } = event
      const steps = run ? clearedSteps({ run, events, definitions }) : []
      const since = batch?.publicSince
      return {
        kind: correction ? 'corrected' : 'published',
        // What was public elsewhere before is no news.
        major: correction ? correction.major : !batch && (event.edition === 1 || Boolean(event.changeNote)),
        changeNote: event.changeNote ?? null,
        url,
        slug,
        contentHash,
        capacities: canonicalJson(since ? steps.map((step) => ({ ...step, publicSince: since })) : steps),
      }
    }
    case 'publishedUrgently': {
      const { url, slug, contentHash } = event
      return {
        kind: 'published',
        major: event.edition === 1 || Boolean(event.changeNote),
        changeNote: event.changeNote ?? null,
        url,
        slug,
        contentHash,
        capacities: act('publish-urgently', event, { title: TITLES.urgent, awaits: true }),
      }
    }
    case 'restored': {
      const { url, slug, contentHash } = event
      // What expired before anybody ratified it still waits; a withdrawal ended the waiting.
      const awaits = before.unratified?.what === 'publication' ? ({ awaits: true } as const) : {}
      // Subscribers who were told of the withdrawal are told; to others it is nothing new.
      return { kind: 'restored', major: false, url, slug, contentHash, capacities: act(event.type, event, awaits) }
    }
    case 'ratified': {
      const ratifies = before.unratified?.what
      const more = { title: TITLES.ratified, ...(ratifies ? { ratifies } : {}) }
      return { kind: 'ratified', major: false, capacities: act(event.type, event, more) }
    }
    case 'purged':
      // The reason stays in the trail: it may say what nobody should read.
      return {
        kind: 'purged',
        major: false,
        contentHash: event.contentHash,
        capacities: act(event.type, event, { title: TITLES.purged }),
      }
    case 'withdrawn':
      return { kind: 'withdrawn', major: true, changeNote: event.reason }
    case 'expired':
      return { kind: 'expired', major: true, changeNote: event.reason ?? null }
    case 'redirected':
      // The row of a redirect holds its target. The reason of the withdrawal stays, because readers still ask for it.
      return { kind: 'redirected', major: false, url: event.to, changeNote: before.endReason ?? null }
    default:
      return undefined
  }
}

/**
 * The row of the publications log that an event requires. Pure.
 *
 * @param before the state of the document before the event
 * @param events the stream of the document, at least up to the event
 * @param key key of the row, unique per event
 * @returns `undefined` for an event that changes nothing public
 */
export const publicRow = (args: {
  before: WorkflowState
  event: StoredEvent
  events: readonly StoredEvent[]
  definitions: DefinitionLookup
  document: { collection: string; key: string }
  key: string
}): Entry | undefined => {
  const { before, event, document, key } = args
  const own = ownOf({ ...args, events: args.events.filter(({ seq }) => seq < event.seq) })
  if (!own) return undefined
  return {
    key,
    collection: document.collection,
    document: document.key,
    url: before.url ?? '',
    slug: before.slug ?? '',
    edition: 'edition' in event ? event.edition : before.edition,
    contentHash: before.lastPublished?.contentHash ?? '',
    changeNote: null,
    capacities: act(event.type, event),
    eventsHead: event.hash,
    at: event.at,
    ...own,
  }
}
