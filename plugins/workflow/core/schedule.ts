import { isIsoDay } from '../../../lib/text/dates.ts'
import { type Address, type StoredEvent, SYSTEM, type WorkflowEvent } from './events.ts'
import { type Refusal, refusal } from './refusal.ts'
import type { DefinitionLookup, WorkflowState } from './state.ts'

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
  const note = changeNote || state.run!.changeNote
  return {
    ...base,
    type: 'published',
    contentHash: state.run!.contentHash,
    edition: state.edition + 1,
    ...address,
    ...(note ? { changeNote: note } : {}),
  }
}

type Base = Pick<WorkflowEvent, 'by' | 'at' | 'comment'>

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
  last: Pick<StoredEvent, 'type' | 'by' | 'at'> | undefined,
  now: string,
): Base | undefined => {
  const { run } = state
  if (!run || !last) return undefined
  const definition = definitions(run.definition)
  if (run.step < definition.steps.length) return undefined
  // The publication is attributed to whoever scheduled it; its instant is when it was carried out.
  if (run.publishAt) return run.publishAt <= now ? { by: last.by, at: now } : undefined
  return last.type === 'approved' && definition.onApproved === 'publish' ? { by: last.by, at: last.at } : undefined
}

/** The expiry of a live edition, or `undefined` when none is due. */
export const expiryDue = (state: WorkflowState, now: string): WorkflowEvent | undefined =>
  state.live && state.expiresAt !== undefined && state.expiresAt <= now
    ? { by: SYSTEM, at: now, type: 'expired', edition: state.edition }
    : undefined

/** The next instant at which an automatic event is due for the document, ISO 8601; empty when there is none. */
export const nextInstant = (state: WorkflowState): string => {
  const instants = [state.run?.publishAt, state.live ? state.expiresAt : undefined]
  return instants.filter((instant) => instant !== undefined).sort()[0] ?? ''
}
