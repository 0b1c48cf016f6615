import type { StoredEvent } from '../core/events.ts'

/** One event of a trail, as people are told of it. */
export interface TimelineEntry {
  seq: number
  type: string
  at: string
  by: string
  capacity: string
  /** In whose place, and the number of the document that says so. */
  onBehalfOf?: string
  authority?: string
  step?: string
  reason?: string
  comment?: string
  hash?: string
  /** The text that was passed on differs from the one that arrived at the step. */
  textChanged?: true
  publishAt?: string
  changeNote?: string
  /** The change note is that of a correction. */
  correction?: true
  ratifyBy?: string
  assignedTo?: string
  /** The edition whose content is, or shall be, erased. */
  edition?: number
  /** Public address of the document that this one leads to. */
  leadsTo?: string
}

const ERASING: ReadonlySet<string> = new Set(['purgeProposed', 'purgeDeclined', 'purged'])

/**
 * An event as an entry. Pure.
 *
 * @param titleOf title of a step by its name
 */
export const timelineEntry = (event: StoredEvent, titleOf: (step: string) => string): TimelineEntry => ({
  seq: event.seq,
  type: event.type,
  at: event.at,
  by: event.by.name,
  capacity: event.by.capacity,
  ...(event.onBehalfOf ? { onBehalfOf: event.onBehalfOf.name, authority: event.onBehalfOf.authority } : {}),
  ...('step' in event && event.step ? { step: titleOf(event.step) } : {}),
  ...('reason' in event && event.reason ? { reason: event.reason } : {}),
  ...(event.comment ? { comment: event.comment } : {}),
  ...('contentHash' in event ? { hash: event.contentHash } : {}),
  ...('publishAt' in event && event.publishAt ? { publishAt: event.publishAt } : {}),
  ...('changeNote' in event && event.changeNote ? { changeNote: event.changeNote } : {}),
  ...('correction' in event && event.correction ? { correction: true as const } : {}),
  ...('ratifyBy' in event && event.ratifyBy ? { ratifyBy: event.ratifyBy } : {}),
  ...(event.type === 'assigned' ? { assignedTo: event.to.name } : {}),
  ...(ERASING.has(event.type) && 'edition' in event ? { edition: event.edition } : {}),
  ...(event.type === 'redirected' ? { leadsTo: event.to } : {}),
})
