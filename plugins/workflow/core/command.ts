import type { BatchMark, WorkflowEvent } from './events.ts'
import type { Action } from './permit.ts'
import type { Acting } from './powers.ts'
import type { Refusal } from './refusal.ts'
import { writtenText } from './writtenText.ts'

export interface Command {
  action: Action
  by: Acting
  /** ISO 8601, UTC. */
  at: string
  /** Last `seq` of the stream that the person saw; 0 before the first event. */
  expected?: number
  reason?: string
  comment?: string
  changeNote?: string
  /** Names of the items of the step's checklist that were ticked. */
  checklist?: string[]
  /** Of a correction: whether readers who were told of the text are told again as of a new one. */
  major?: boolean
  /** For `withdraw`: whether it also leads on to `context.target`. */
  leadsOn?: boolean
  /** For `propose-purge`: number of the edition. */
  edition?: number
  /** Of a submission: the list on which the document stands. */
  batch?: BatchMark
  /** Instant of publication, ISO 8601 with a time zone; for `schedule`, and for the final approval. */
  publishAt?: string
}

export type Decision = { events: WorkflowEvent[] } | { refusal: Refusal }

/** What every event of a decision says. */
export type Base = Pick<WorkflowEvent, 'by' | 'onBehalfOf' | 'at' | 'comment'>

/** The instant at which the text would be public. */
export const instantOf = ({ publishAt }: Command, { at }: Base): string =>
  publishAt === undefined ? at : new Date(publishAt).toISOString()

/** The change note, if the command carries one. */
export const noted = ({ changeNote }: Command) =>
  writtenText(changeNote) ? { changeNote: writtenText(changeNote) } : {}
