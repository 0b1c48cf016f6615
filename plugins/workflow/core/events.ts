/** The person who acted. Copied into the event, so that it outlives the account. */
export interface Actor {
  id: string
  role: string
  name: string
  /** Capacity in which the person acts, as it is printed: a title such as "Trưởng ban". */
  capacity: string
}

/** Result of freezing the working copy. */
export interface Frozen {
  /** SHA-256 of the frozen content. */
  contentHash: string
  /** Ids of everyone who contributed to the text since the last edition. */
  contributors: string[]
  /** The newest version of the working copy that this text covers, and the number of versions up to it. */
  covers: { version: string; count: number }
}

/** Where an edition is shown, and until when. */
export interface Address {
  slug: string
  url: string
  /** Instant after which it is no longer shown, ISO 8601, UTC. */
  expiresAt?: string
}

interface Base {
  by: Actor
  /** ISO 8601, UTC. */
  at: string
  comment?: string
}

/** The actor of automatic events, such as the expiry of a notice. */
export const SYSTEM: Actor = { id: 'system', role: 'system', name: 'Hệ thống', capacity: 'tự động' }

export type WorkflowEvent = Base &
  /** `changeNote`, here and below: what changed since the edition in force. */
  (
    | ({ type: 'submitted'; round: number; definition: string; changeNote?: string } & Frozen)
    | { type: 'recalled' }
    | ({ type: 'passed'; step: string; changeNote?: string } & Frozen)
    /** `publishAt`: the last approval scheduled the publication, ISO 8601, UTC. */
    | { type: 'approved'; step: string; contentHash: string; final: boolean; publishAt?: string; changeNote?: string }
    | { type: 'scheduled'; contentHash: string; publishAt: string }
    | { type: 'unscheduled' }
    /** The scheduled publication failed; people must look into it. */
    | { type: 'publicationFailed'; contentHash: string; reason: string }
    | { type: 'returned'; step: string; to: string; reason: string }
    | { type: 'refused'; step: string; reason: string }
    | ({ type: 'published'; contentHash: string; edition: number; changeNote?: string } & Address)
    | { type: 'withdrawn'; edition: number; reason: string }
    | { type: 'expired'; edition: number }
  )

/** An event as stored in the stream of its document. */
export type StoredEvent = WorkflowEvent & { seq: number; hash: string }

export type WorkflowEventType = WorkflowEvent['type']

/** Events that decide on the text of a run. Withdrawal and expiry of an edition are not among them. */
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

/** The last decision on the text of a document, regardless of other events since. */
export const lastDecision = (events: readonly StoredEvent[]): StoredEvent | undefined =>
  events.findLast(({ type }) => DECISIONS.has(type))
