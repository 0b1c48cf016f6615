import type { Access, FieldAccess, Payload } from 'payload'
import type { Clock } from '../../lib/time/clock.ts'
import type { Facet, ReferenceFacet } from './core/filter.ts'
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
   * Which corrections and withdrawals people who received a document are told of at once, whatever their cadence; and
   * which urgent publications, once a second person has ratified them, everybody whose filter matches. Of all others
   * they learn in their next digest.
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
