/** Who acted, copied into the event, so that it survives the person's account. */
export interface Actor {
  id: string
  role: string
  name: string
  /** In which capacity they act, as it is printed: a title such as "Trưởng ban". */
  capacity: string
}

/** What a freeze of the working copy found. */
export interface Frozen {
  /** SHA-256 of the frozen content. */
  contentHash: string
  /** Ids of everyone who contributed to the text since the last edition. */
  contributors: string[]
  /** The newest version of the working copy that this text covers, and how many there were. */
  covers: { version: string; count: number }
}

/** Where an edition is shown, and until when. */
export interface Address {
  slug: string
  url: string
  /** Instant after which it is not shown any more, ISO 8601, UTC. */
  expiresAt?: string
}

interface Base {
  by: Actor
  /** ISO 8601, UTC. */
  at: string
  comment?: string
}

/** Who acts when something happens by itself, such as the end of a notice's time. */
export const SYSTEM: Actor = { id: 'system', role: 'system', name: 'Hệ thống', capacity: 'tự động' }

export type WorkflowEvent = Base &
  /** `changeNote`, here and below: what changed since the edition in force. */
  (
    | ({ type: 'submitted'; round: number; definition: string; changeNote?: string } & Frozen)
    | { type: 'recalled' }
    | ({ type: 'passed'; step: string; changeNote?: string } & Frozen)
    /** `publishAt`: the last approval set the instant of publication, ISO 8601, UTC. */
    | { type: 'approved'; step: string; contentHash: string; final: boolean; publishAt?: string; changeNote?: string }
    | { type: 'scheduled'; contentHash: string; publishAt: string }
    | { type: 'unscheduled' }
    /** Its instant came and it could not be published; people must look. */
    | { type: 'publicationFailed'; contentHash: string; reason: string }
    | { type: 'returned'; step: string; to: string; reason: string }
    | { type: 'refused'; step: string; reason: string }
    | ({ type: 'published'; contentHash: string; edition: number; changeNote?: string } & Address)
    | { type: 'withdrawn'; edition: number; reason: string }
    | { type: 'expired'; edition: number }
  )

/** An event as it stands in its document's stream. */
export type StoredEvent = WorkflowEvent & { seq: number; hash: string }

export type WorkflowEventType = WorkflowEvent['type']

/** What decides on the text of a run. The end of an edition in force, and what is only said, decides nothing. */
const DECISIONS = new Set<WorkflowEventType>([
  'submitted',
  'recalled',
  'passed',
  'approved',
  'scheduled',
  'unscheduled',
  'publicationFailed',
  'returned',
  'refused',
  'published',
])

/** The last decision on a document's text, whatever else happened to the document since. */
export const lastDecision = (events: readonly StoredEvent[]): StoredEvent | undefined =>
  events.findLast(({ type }) => DECISIONS.has(type))
