/** What an officer is told of a document, the most pressing first. */
export const NOTICE_KINDS = [
  /** Somebody else changed an account so that its power rests; to everybody of the authority. Not about a document. */
  'power',
  /** Somebody handed power to this person. Not about a document. */
  'delegated',
  /** That was ended before its time, by the other of the two whom it binds. */
  'delegationEnded',
  /** Published past the steps; to everybody of the authority. */
  'urgent',
  /** Withdrawn; somebody else of the authority must ratify it. */
  'ratify',
  /** Somebody proposes to erase an edition; another of the authority must agree. */
  'purge',
  /** Nobody ratified in time; to the role that the definition names. */
  'escalated',
  /** Nobody decided at a step in time; to the role that the definition names. */
  'overdue',
  /** A publication failed; to those who may publish, and to the author. */
  'failed',
  /** Somebody else gave the step to this person. */
  'assigned',
  /** The deadline of a step is near. */
  'reminder',
  /** The text has come to a point at which this person may decide. */
  'arrived',
  'returned',
  'refused',
  'published',
  'withdrawn',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]
/** What is told of the log of powers. */
export type PowerNoticeKind = 'power' | 'delegated' | 'delegationEnded'
/** What is told of a document. */
export type DocumentNoticeKind = Exclude<NoticeKind, PowerNoticeKind>

const POWER: ReadonlySet<NoticeKind> = new Set<NoticeKind>(['power', 'delegated', 'delegationEnded'])

/** Whether something is about powers, and not about a document. */
export const isAboutPower = (kind: NoticeKind): kind is PowerNoticeKind => POWER.has(kind)

/** Told at once, at any hour. Everything else is collected. */
const AT_ONCE: ReadonlySet<NoticeKind> = new Set<NoticeKind>([
  'power',
  'delegated',
  'delegationEnded',
  'urgent',
  'ratify',
  'purge',
  'escalated',
  'overdue',
  'failed',
  'assigned',
])
/** About acts that took effect past the steps, and power that somebody was given. Nobody can decline to know of them. */
const UNDECLINABLE: ReadonlySet<NoticeKind> = new Set<NoticeKind>([
  'power',
  'delegated',
  'delegationEnded',
  'urgent',
  'ratify',
  'escalated',
])

/** Whether something is told at once and at any hour. */
export const isAtOnce = (kind: NoticeKind): boolean => AT_ONCE.has(kind)

/** Whether it reaches people whatever mails they chose. */
export const isUndeclinable = (kind: NoticeKind): boolean => UNDECLINABLE.has(kind)

/** Which mails a person wants. */
export const MAIL_CHOICES = ['all', 'urgent', 'none'] as const
export type MailChoice = (typeof MAIL_CHOICES)[number]

/** Whether a person who chose so is told of something. */
export const wants = (choice: MailChoice, kind: NoticeKind): boolean =>
  isUndeclinable(kind) || choice === 'all' || (choice === 'urgent' && isAtOnce(kind))
