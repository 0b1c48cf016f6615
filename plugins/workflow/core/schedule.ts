import { isIsoDay } from '../../../lib/text/dates.ts'
import { type Address, type StoredEvent, SYSTEM, type WorkflowEvent } from './events.ts'
import { type Refusal, refusal } from './refusal.ts'
import { currentStep, type DefinitionLookup, type WorkflowState } from './state.ts'

const FARTHEST_MS = 2 * 366 * 24 * 60 * 60 * 1000
/** An instant with a time zone. Without a zone, it would depend on the machine. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

const wrongInstant = (vi: string, en: string): Refusal =>
  refusal('CONTENT_INVALID', vi, en, { fields: [{ path: 'at', message: { vi, en } }] })

/**
 * Checks a requested instant of publication: a real date, in the future, at most two years ahead.
 *
 * @param asked ISO 8601 with a time zone
 * @param now ISO 8601
 * @returns the refusal, or `undefined` when the instant is acceptable
 */
export const instantFault = (asked: string | undefined, now: string): Refusal | undefined => {
  // `Date.parse` accepts 31 November as 1 December.
  const real = asked !== undefined && INSTANT.test(asked) && isIsoDay(asked.slice(0, 10))
  const instant = real ? Date.parse(asked) : Number.NaN
  if (Number.isNaN(instant))
    return wrongInstant(
      'Xin chọn ngày có trong lịch và giờ công bố, kèm múi giờ, ví dụ 2026-12-01T08:00:00+07:00.',
      'Choose a day of the calendar and a time, with their zone: `at`, such as 2026-12-01T08:00:00+07:00.',
    )
  if (instant <= Date.parse(now))
    return wrongInstant(
      'Thời điểm này đã qua; xin chọn thời điểm sau, hoặc công bố ngay.',
      'This instant has passed; choose a later one, or publish now.',
    )
  if (instant > Date.parse(now) + FARTHEST_MS)
    return wrongInstant(
      'Chỉ hẹn được trong vòng hai năm; xin kiểm tra lại năm.',
      'A publication can be set at most two years ahead; check the year.',
    )
  return undefined
}

/**
 * The event that publishes the approved text of a run. Without a change note of its own, it carries the last one of the
 * run.
 */
export const published = (state: WorkflowState, base: Base, address: Address, changeNote?: string): WorkflowEvent => {
  const { contentHash, correction, batch, changeNote: stated } = state.run!
  const note = changeNote || stated
  return {
    ...base,
    type: 'published',
    contentHash,
    edition: state.edition + 1,
    ...address,
    ...(note ? { changeNote: note } : {}),
    ...(correction ? { correction } : {}),
    ...(batch ? { batch } : {}),
  }
}

type Base = Pick<WorkflowEvent, 'by' | 'onBehalfOf' | 'at' | 'comment'>

/**
 * The publication that is due without any further action: at once after the last approval if the definition says so, or
 * when the scheduled time has come, however late.
 *
 * @param last the last decision on the text
 * @param now ISO 8601
 * @returns who publishes and when, or `undefined` when nothing is due
 */
export const publicationDue = (
  state: WorkflowState,
  definitions: DefinitionLookup,
  last: Pick<StoredEvent, 'by' | 'onBehalfOf' | 'at'> | undefined,
  now: string,
): Base | undefined => {
  const { run } = state
  if (!run || !last) return undefined
  if (run.step < definitions(run.definition).steps.length) return undefined
  // The publication is attributed to whoever scheduled it; its instant is when it was carried out.
  const { by, onBehalfOf } = last
  const attributed = { by, ...(onBehalfOf ? { onBehalfOf } : {}) }
  if (run.publishAt) return run.publishAt <= now ? { ...attributed, at: now } : undefined
  return run.publishing ? { ...attributed, at: last.at } : undefined
}

/** The redirect that a withdrawal decided and a crash may have kept from being written; `undefined` when none is due. */
export const redirectDue = ({ redirecting, edition }: WorkflowState): WorkflowEvent | undefined =>
  redirecting && { ...redirecting, type: 'redirected', edition }

/** The expiry of a live edition, or `undefined` when none is due. */
export const expiryDue = (state: WorkflowState, now: string): WorkflowEvent | undefined =>
  state.live && state.expiresAt !== undefined && state.expiresAt <= now
    ? { by: SYSTEM, at: now, type: 'expired', edition: state.edition }
    : undefined

/**
 * What follows by itself when nobody ratified in time: people are told at the deadline, and an urgent publication is
 * withdrawn when its definition says so. `undefined` when nothing is due.
 *
 * @param now ISO 8601
 * @param reason what the public is told of such a withdrawal
 */
export const ratificationDue = (state: WorkflowState, now: string, reason: string): WorkflowEvent | undefined => {
  const { unratified, live, edition } = state
  if (!unratified) return undefined
  const { event, ratifyBy, escalateTo, escalated, withdrawAt, what } = unratified
  if (!escalated && ratifyBy <= now) return { by: SYSTEM, at: now, type: 'escalated', event, to: escalateTo }
  if (what === 'publication' && live && withdrawAt !== undefined && withdrawAt <= now)
    return { by: SYSTEM, at: now, type: 'withdrawn', edition, reason }
  return undefined
}

/** A lookup of the instant by which an amount of working hours has passed since another, ISO 8601, UTC. */
export type AfterWorkingHours = (from: string, hours: number) => string

/** By when the current step is to be decided, ISO 8601, UTC; `undefined` when whenever. */
export const stepDeadline = (
  state: WorkflowState,
  definitions: DefinitionLookup,
  after: AfterWorkingHours,
): string | undefined => {
  const due = currentStep(state, definitions)?.due
  return due && after(state.run!.arrivedAt, due.within)
}

/** The event that tells that nobody decided at a step in time; `undefined` when none is due. */
export const overdueNow = (
  state: WorkflowState,
  definitions: DefinitionLookup,
  after: AfterWorkingHours,
  now: string,
): WorkflowEvent | undefined => {
  const deadline = state.run?.overdue ? undefined : stepDeadline(state, definitions, after)
  if (deadline === undefined || deadline > now) return undefined
  const { name, due } = currentStep(state, definitions)!
  const to = due!.escalateTo ?? definitions(state.run!.definition).authority
  return { by: SYSTEM, at: now, type: 'overdue', step: name, to }
}

/** The next instant at which an automatic event is due for the document, ISO 8601; empty when there is none. */
export const nextInstant = (state: WorkflowState): string => {
  const { run, live, expiresAt, unratified } = state
  const instants = [
    run?.publishAt,
    live ? expiresAt : undefined,
    unratified?.escalated ? undefined : unratified?.ratifyBy,
    live && unratified?.what === 'publication' ? unratified.withdrawAt : undefined,
  ]
  return instants.filter((instant) => instant !== undefined).sort()[0] ?? ''
}
