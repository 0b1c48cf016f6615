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

interface Base {
  by: Actor
  /** ISO 8601, UTC. */
  at: string
  comment?: string
}

export type WorkflowEvent = Base &
  (
    | ({ type: 'submitted'; round: number; definition: string } & Frozen)
    | { type: 'recalled' }
    | ({ type: 'passed'; step: string } & Frozen)
    | { type: 'approved'; step: string; contentHash: string; final: boolean }
    | { type: 'returned'; step: string; to: string; reason: string }
    | { type: 'refused'; step: string; reason: string }
    | { type: 'published'; contentHash: string; edition: number; slug: string; url: string; changeNote?: string }
    | { type: 'withdrawn'; edition: number; reason: string }
  )

/** An event as it stands in its document's stream. */
export type StoredEvent = WorkflowEvent & { seq: number; hash: string }

export type WorkflowEventType = WorkflowEvent['type']
