import type { Access, FieldAccess, Payload } from 'payload'
import type { Clock } from '../../lib/time/clock.ts'
import type { DeliveryState } from './core/delivery.ts'
import type { Facet, ReferenceFacet } from './core/filter.ts'
import type { Lane } from './core/lanes.ts'
import type { Cadence, RunCadence } from './core/periods.ts'
import type { GateState } from './core/relayGate.ts'
import type { RetentionRule } from './core/retention.ts'
import type { Schedule } from './core/schedule.ts'
import type { AtOnce } from './core/urgentRun.ts'

/** A value that a subscriber can choose, with its label in the requested language if available. */
export interface Choice {
  value: string
  label: string
  /** Language of the label, if it is not the requested one. */
  language?: string
  /**
   * Whether it can be chosen anew. What is no longer offered keeps its label for those who chose it before.
   * @default true
   */
  offered?: boolean
}
/** All choices of a subscriber. */
export type Choices = Record<Facet, Choice[]>
/** Choices that are offered; the languages come from the configuration. What is left out is not offered. */
export type OfferedChoices = Pick<Choices, 'collections'> & Partial<Omit<Choices, 'languages'>>

/** What a portal knows of itself in one language. */
export interface KnownImprint {
  name?: string
  agency?: string
  address?: string
  telephone?: string
  email?: string
}

/** A mail to an account of the system, as it reads at the moment in which it is handed over. */
export interface NoticeMail {
  /** Address of the account. */
  to: string
  /** What the mail is still about; stored in the row. As long as it stays the same, a retry sends the same bytes. */
  items: string
  /** Language of all texts. */
  language: string
  subject: string
  heading: string
  groups: NoticeGroup[]
  /** Sentence that counts entries for which there was no room. */
  more: (count: number) => string
  /** Link to everything, also below a mail that shows fewer entries. */
  all: { text: string; url: string }
  /** Why the person gets it, and where to change that. */
  why: { text: string; link: { text: string; url: string } }
}

export interface NoticeGroup {
  heading: string
  entries: {
    title: string
    /** Language of the title, if it is not that of the mail. */
    language?: string
    url: string
    /** Facts and sentences below the title, one line each. */
    lines: string[]
  }[]
}

export interface DigestOptions {
  /** Origin of this server; unsubscribe and confirmation links are built from it, never from a request. */
  publicUrl: string
  /** Origin of the website that entries link to. */
  siteUrl: string
  /** Sender, `Công Bố <no-reply@example.gov.vn>` or a bare address. */
  mailFrom: string
  /** Absolute folder for the system's own data; without a relay, mails go to `<dataDir>/mail/`. */
  dataDir: string
  /**
   * Relay, `smtp://user:password@host:587`; nodemailer's options may follow as a query string.
   * @default undefined: mails are written to files, mode 0600
   */
  smtpUrl?: string
  /**
   * Stops sending; runs are still created.
   * @default false
   */
  paused?: boolean
  /**
   * Asked before each round of sending; nothing is sent while it says no, and everything waits.
   * @default always allowed
   */
  sendingAllowed?: (payload: Payload) => Promise<{ allowed: boolean }>
  /**
   * DKIM key for signing mails.
   * @default undefined: mails are not signed
   */
  dkim?: { keyFile: string; selector: string; domain: string }
  /** Name of the portal in mails and on pages. */
  portalName: string
  /**
   * The name in other languages, by language code.
   * @default {}: the same in all
   */
  portalNames?: Record<string, string>
  /**
   * Who answers for mails and pages, in a language; read for every page and mail, so that a change shows at once.
   * @default nothing is known but the name
   */
  imprint?: (args: { payload: Payload; locale: string }) => Promise<KnownImprint>
  /** Choices for subscribers. Values are stable keys, the same as in frozen contents. */
  choices: (args: { payload: Payload; locale: string }) => Promise<OfferedChoices>
  /**
   * Collections whose keys the facets use, each among the `references` of publications.
   * @default {}: people choose among collections and languages only
   */
  facetCollections?: Partial<Record<ReferenceFacet, string>>
  /**
   * When digests are sent, and how many a person gets.
   * @default 07:30 and 18:00 in Viet Nam, three a day
   */
  schedule?: Partial<Schedule>
  /**
   * Content of a mail to an account, asked for when it is about to be handed over; see `queueNotice`. `null` when
   * nothing of it is true any more, or the account gets no mail.
   * @default no such mails are sent
   */
  notices?: (args: {
    payload: Payload
    now: Date
    /** Id of the account. */
    recipient: string
    /** As stored in the row. */
    items: string
  }) => Promise<NoticeMail | null>
  /**
   * Accounts that are told by mail when something is wrong with the digests.
   * @default nobody; alarms are at the desk alone
   */
  officers?: (payload: Payload) => Promise<{ id: string; email: string; language: string | undefined }[]>
  /** Who may read runs, deliveries, subscriptions and consents. */
  read: Access
  /** Who may also read addresses. */
  readAddresses: FieldAccess
  /**
   * Who may look at the mail officer's desk.
   * @default as `read`
   */
  readDesk?: Access
  /**
   * Who runs the desk: pauses, previews, settles, lifts suppressions, imports.
   * @default nobody
   */
  manageDesk?: Access
  /**
   * Clock of the desk.
   * @default the system's
   */
  clock?: Clock
  /**
   * How many people of an imported list are asked for their confirmation in an hour.
   * @default 500
   */
  invitationsPerHour?: number
  /**
   * Concurrent connections of a worker to the relay, for awaited mails and for all of them, each.
   * @default 2
   */
  connections?: number
  /**
   * Mails a second that all workers together hand to the relay; urgent ones may go a little ahead of it.
   * @default no limit
   */
  ratePerSecond?: number
  /**
   * For how long rows are kept, each rule from its day on. Runs keep their counters for ever.
   * @default []: everything is kept
   */
  retention?: readonly RetentionRule[]
  /**
   * Which corrections and withdrawals people who received a document are told of at once, whatever their cadence. Of
   * all others they learn in their next digest.
   * @default none
   */
  tellAtOnce?: AtOnce
  /**
   * How reports of undelivered mails arrive, beside `<dataDir>/bounces/*.eml`.
   * @default {}: only as files in that folder
   */
  reports?: {
    /** Where a mail server hands them over: `lmtp://127.0.0.1:2424` or `smtp://127.0.0.1:2525`; see `listenForReports`. */
    listen?: string
    /**
     * A mailbox that they are fetched from: `imaps://user:password@host/INBOX`. Fetched mails are deleted, or moved with
     * `?move=Folder`; see `fetchReports`.
     */
    mailbox?: string
  }
  /**
   * Governed collections whose documents are in no mail.
   * @default []
   */
  unmailed?: readonly string[]
  /**
   * Maximum subscription requests per hour and network (/24, /48), in each process.
   * @default 60
   */
  requestsPerHour?: number
}

/** Rows as stored. All timestamps are ISO 8601 in UTC; `''` stands for "none". */
export interface SubscriberRow {
  /** 128 random bits: the key that other rows use, so that no database id leaves the database. */
  ref: string
  /** Address that mails are sent to. */
  email: string
  emailKey: string
  locale: string
  state: 'pending' | 'active' | 'left'
  requestedAt: string
  confirmedAt: string
  leftAt: string
  /** No digest is sent before this time; `''` without a pause. */
  pausedUntil: string
  /** Number of recent soft bounces: see `countSoft`. */
  softBounces: number
  bouncedAt: string
}

export interface SubscriptionRow {
  /** `<subscriber ref>:<filter key>`; a closed segment has the suffix `@<its afterSeq>`. */
  key: string
  subscriber: string
  cadence: Cadence
  /** Canonical JSON of the filter. */
  filter: string
  /** `replaced`: closed by a change; earlier publications are still sent by it. */
  state: 'active' | 'replaced' | 'ended'
  /** Start of the active time. */
  since: string
  /** Publications up to this `seq` belong to the previous segment. */
  afterSeq: number
  /** Last `seq` of a replaced segment; 0 for one without an end. */
  untilSeq: number
  endedAt: string
}

/**
 * Channel of a consent or withdrawal: a button on a page, a mail program's one-click button, the manage page, erasure,
 * or a list that an officer imported.
 */
export type ConsentChannel = 'page' | 'one-click' | 'manage' | 'erase' | 'import'

export interface ConsentEventRow {
  key: string
  subscriber: string
  emailHmac: string
  /** `invited`: a confirmation mail was sent to an address of an imported list; it is sent once. */
  type: 'confirmed' | 'changed' | 'withdrawn' | 'invited'
  at: string
  how: ConsentChannel
  network: string
  textVersion: string
  textSha256: string
  text: string
  /** JSON of the request: filter, cadence, locale, time and network. */
  request: string
}

export interface DigestRunRow {
  key: string
  cadence: RunCadence
  startsAt: string
  endsAt: string
  dueAt: string
  state: 'open' | 'frozen' | 'enumerated' | 'complete' | 'skipped'
  /** Exclusive. */
  fromSeq: number
  /** Inclusive. */
  toSeq: number
  /** Last subscriber enumerated. */
  cursor: string
  rows: number
  accepted: number
  rejected: number
  unknown: number
  skipped: number
  reason: string
}

export interface DeliveryRow {
  /** `<run>:<subscriber ref>`, or `confirm:<subscriber ref>:<ordinal>`, or `link:` likewise; of a notice its own. */
  key: string
  kind: 'digest' | 'confirmation' | 'link' | 'notice'
  lane: Lane
  run: string
  /** Reference of a subscriber; of a notice the id of an account. */
  subscriber: string
  state: DeliveryState
  createdOn: string
  /** Identifies the worker that holds the row; a fencing token against a worker that wakes up late. */
  token: string
  leaseUntil: string
  attempts: number
  notBefore: string
  /** Not sent after this time. */
  expiresAt: string
  /** JSON of the entries (see `Item`), or of the request that a confirmation confirms; of a notice, see `NoticeMail`. */
  items: string
  /** JSON list of the keys of deliveries whose entries this one carries. */
  carriedFrom: string
  /** Its entries wait for the next digest. */
  carry: boolean
  /** The run that carries its entries, so that no other run does. */
  carriedBy: string
  messageId: string
  /** The mail as handed over, ASCII; emptied in a final state. */
  mime: string
  mimeSha256: string
  mimeSize: number
  reply: string
  reason: string
  settledAt: string
}

export interface SuppressionRow {
  /** HMAC of the address key. */
  emailHmac: string
  cause: 'hard' | 'complaint' | 'person' | 'officer'
  at: string
}

/** What all workers know of the relay; instants in milliseconds, see `GateState`. */
export interface RelayRow extends GateState {
  key: string
  /** Grows with each change. */
  version: number
  /** Why it failed last, without addresses. */
  reason: string
}

/** How a step of the outbox went last. */
export interface StepRow {
  name: string
  endedAt: string
  /** When it ended well last; `''` if never. */
  okAt: string
  /** Duration in milliseconds. */
  ms: number
  /** Failures in a row. */
  failures: number
  error: string
}

export interface LinkKeyRow {
  /** 1, 2, …: the newest derives new links. */
  generation: number
  /** 256 random bits, encrypted. */
  sealed: string
  createdOn: string
}

/** An act of a mail officer; a row of an append-only log. */
export interface DigestActRow {
  seq: number
  key: string
  kind: 'paused' | 'resumed' | 'lifted' | 'settled' | 'imported'
  /** What it concerns: `all` or a cadence for a pause; the keyed hash of the address for a lifted suppression. */
  scope: string
  at: string
  by: string
  byName: string
  reason: string
  /** JSON of what came of it. */
  facts: string
  prev: string
  hash: string
}

export interface TokenRow {
  /** SHA-256 of the token. */
  hash: string
  purpose: 'confirm' | 'unsubscribe' | 'manage' | 'view'
  subscriber: string
  /** JSON of the request that a confirmation confirms; for a web view, the key of the delivery. */
  request: string
  createdOn: string
  /** `''`: never. */
  expiresAt: string
  usedAt: string
}
