/** The person who acted. Copied into the event, so that it outlives the account. */
export interface Actor {
  id: string
  role: string
  name: string
  /** Capacity in which the person acts, as it is printed: a title such as "Trưởng ban". */
  capacity: string
}

/** In whose place a person acted, by which delegation. Copied into the event like the actor. */
export interface OnBehalf extends Actor {
  /** Id of the delegation. */
  delegation: string
  /** Number of the document by which the power was handed over. */
  authority: string
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

/**
 * Clock of an action that took effect at once: by when another person must ratify it, and what follows otherwise. Copied
 * into the event, so that a later change of the definition or of the calendar moves no deadline.
 */
export interface RatificationClock {
  /** ISO 8601, UTC. */
  ratifyBy: string
  /** Role that is told when nobody ratified in time. */
  escalateTo: string
  /** Instant at which an urgent publication that nobody ratified is withdrawn, ISO 8601, UTC. */
  withdrawAt?: string
}

/** Where an edition is shown, and until when. */
export interface Address {
  slug: string
  url: string
  /** Instant after which it is no longer shown, ISO 8601, UTC. */
  expiresAt?: string
}

/** For which group of a step an approval counts. */
export interface Seat {
  /** Name of the group, where several decide side by side. */
  group?: string
  /** Set when everyone in a group of which all must approve has now approved. */
  everyone?: true
}

/** By which list of documents a text was approved, all of them at once. */
export interface BatchMark {
  /** SHA-256 of the list. */
  manifest: string
  /** Number of documents on it. */
  documents: number
  /** When the text first was public elsewhere, ISO 8601, UTC. */
  publicSince?: string
}

interface Ticked {
  /** Names of the items of the step's checklist that were ticked. */
  checklist?: string[]
}

interface Base {
  by: Actor
  onBehalfOf?: OnBehalf
  /** ISO 8601, UTC. */
  at: string
  comment?: string
}

/** The actor of automatic events, such as the expiry of a notice. */
export const SYSTEM: Actor = { id: 'system', role: 'system', name: 'Hệ thống', capacity: 'tự động' }

export type WorkflowEvent = Base &
  /** `changeNote`, here and below: what changed since the edition in force. */

  /** `correction`: the edition is published as a correction; the change note is its public note. */
  (
    | ({
        type: 'submitted'
        round: number
        definition: string
        changeNote?: string
        correction?: { major: boolean }
        batch?: BatchMark
      } & Frozen)
    | { type: 'recalled' }
    /** `stands`: steps whose approvals stand although the text changed, because they ignore what was changed. */
    | ({ type: 'passed'; step: string; changeNote?: string; stands?: string[] } & Frozen & Ticked)
    /** `publishAt`: the last approval scheduled the publication, ISO 8601, UTC. */
    | ({
        type: 'approved'
        step: string
        contentHash: string
        final: boolean
        publishAt?: string
        changeNote?: string
      } & Seat &
        Ticked)
    | { type: 'scheduled'; contentHash: string; publishAt: string }
    | { type: 'unscheduled' }
    /** The scheduled publication failed; people must look into it. */
    | { type: 'publicationFailed'; contentHash: string; reason: string }
    | { type: 'returned'; step: string; to: string; reason: string }
    | { type: 'refused'; step: string; reason: string }
    | ({
        type: 'published'
        contentHash: string
        edition: number
        changeNote?: string
        correction?: { major: boolean }
        batch?: BatchMark
      } & Address)
    /** Public before anybody approved it; somebody else must ratify it. */
    | ({
        type: 'publishedUrgently'
        definition: string
        edition: number
        reason: string
        changeNote?: string
      } & Frozen &
        Address &
        RatificationClock)
    /** `leadsTo`: public address of the successor; a `redirected` follows at once. */
    | ({ type: 'withdrawn'; edition: number; reason: string; leadsTo?: string } & Partial<RatificationClock>)
    /** Until `until`, ISO 8601, UTC, only this person decides at the step. */
    | { type: 'claimed'; step: string; until: string }
    | { type: 'assigned'; step: string; until: string; to: { id: string; name: string } }
    | { type: 'released'; step: string }
    /** `event`: `seq` of the event that is ratified, or that nobody ratified in time. */
    | { type: 'ratified'; event: number }
    | { type: 'escalated'; event: number; to: string }
    /** Nobody decided at the step in time; `to` is the role that is told. */
    | { type: 'overdue'; step: string; to: string }
    | ({ type: 'restored'; edition: number; contentHash: string; reason: string } & Address)
    /** `to`: public address of the successor. */
    | { type: 'redirected'; edition: number; to: string }
    | { type: 'expired'; edition: number; reason?: string }
    /**
     * From now on the run follows `definition` instead of `from`, both hashes, and stands at `step`; without it, every step
     * is cleared.
     */
    | { type: 'moved'; from: string; definition: string; reason: string; step?: string }
    /** Somebody else must agree before the content of an edition is erased. */
    | { type: 'purgeProposed'; edition: number; contentHash: string; reason: string }
    /** `event`: `seq` of the proposal. */
    | { type: 'purgeDeclined'; event: number; edition: number; reason: string }
    /**
     * `texts`: hashes of all that was frozen on the way to the edition, its own first; their bytes are erased, and the public
     * files that nothing else shows.
     */
    | {
        type: 'purged'
        event: number
        edition: number
        contentHash: string
        reason: string
        texts: string[]
      }
  )

/** An event as stored in the stream of its document. */
export type StoredEvent = WorkflowEvent & { seq: number; hash: string }

export type WorkflowEventType = WorkflowEvent['type']

/** Events that decide on the text of a run. Claims, and what happens to an edition later, are not among them. */
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
  'publishedUrgently',
])

/** Events that tell people something and change nothing that they decide on. */
const INFORMING = new Set<WorkflowEventType>(['escalated', 'overdue'])

/** Whether an event makes a view from before it stale. */
export const isDecisive = ({ type }: Pick<WorkflowEvent, 'type'>): boolean => !INFORMING.has(type)

/** The last decision on the text of a document, regardless of other events since. */
export const lastDecision = (events: readonly StoredEvent[]): StoredEvent | undefined =>
  events.findLast(({ type }) => DECISIONS.has(type))
