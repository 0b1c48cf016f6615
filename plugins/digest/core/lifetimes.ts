import type { LinkPurpose } from './links.ts'
import type { RunCadence } from './periods.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Hours for which a confirmation link works, and an unconfirmed address is kept. */
export const CONFIRM_HOURS = 48
/** Days for which a mail can be read on the web. */
export const READABLE_DAYS = 90

/** A confirmation mail is useless if the relay has not accepted it within this time. */
const CONFIRMATION_LEAVES_WITHIN = 24 * HOUR
/** The same for a mail with a new link to the manage page. */
const LINK_LEAVES_WITHIN = HOUR
/** What a notice says is asked for again at each attempt, so it may leave late; by then people have looked themselves. */
const NOTICE_LEAVES_WITHIN = 30 * DAY
/** For how long the rows of notices are kept after their end. */
const NOTICES_KEPT = 90 * DAY
/**
 * How long delivery of the mails of a digest is attempted. The rest is carried into the next digest, so this ends before that is
 * created.
 */
const TRIED_FOR: Record<RunCadence, number> = {
  urgent: 22 * HOUR,
  immediate: 22 * HOUR,
  daily: 22 * HOUR,
  weekly: 6 * DAY,
  evening: 22 * HOUR,
}
/** Lifetime of a link to the manage page that was asked for. */
const MANAGED_WITHIN = DAY
/** Days for which derived links in a digest work; leaving works for ever. */
export const DERIVED_DAYS: Partial<Record<LinkPurpose, number>> = { manage: 30, view: READABLE_DAYS }

const later = (instant: string, milliseconds: number) => new Date(Date.parse(instant) + milliseconds).toISOString()

/** Until when a request may be confirmed. */
export const confirmableUntil = ({ at }: { at: string }): string => later(at, CONFIRM_HOURS * HOUR)

/** Unconfirmed requests from before this instant are deleted. */
export const forgottenBefore = (now: Date): string => later(now.toISOString(), -CONFIRM_HOURS * HOUR)

/** Until when the confirmation mail of a request may be handed over. */
export const mailableUntil = ({ at }: { at: string }): string => later(at, CONFIRMATION_LEAVES_WITHIN)

/** Until when the mail with a new link may be handed over. */
export const linkMailableUntil = (at: string): string => later(at, LINK_LEAVES_WITHIN)

/** Until when a notice may be handed over. */
export const noticeMailableUntil = (at: string): string => later(at, NOTICE_LEAVES_WITHIN)

/** Rows of notices from before this instant are deleted. */
export const noticesForgottenBefore = (now: Date): string => later(now.toISOString(), -NOTICES_KEPT)

/** Until when a link to the manage page works that was asked for. */
export const manageableUntil = (at: string): string => later(at, MANAGED_WITHIN)

/** Until when the mails of a run may be handed over. */
export const triedUntil = (run: { cadence: RunCadence; dueAt: Date }): Date =>
  new Date(run.dueAt.getTime() + TRIED_FOR[run.cadence])
