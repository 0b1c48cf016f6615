import type { Access, FieldAccess, Payload } from 'payload'
import type { Facet, ReferenceFacet } from './core/filter.ts'
import type { Cadence, RunCadence } from './core/periods.ts'
import type { Schedule } from './core/schedule.ts'

/** One value a subscriber can choose, with its label in the language asked for where there is one. */
export interface Choice {
  value: string
  label: string
  /** Language of the label, where it is not the one asked for. */
  language?: string
}
/** Everything a subscriber can choose from. */
export type Choices = Record<Facet, Choice[]>
/** What a portal offers; the languages follow from its configuration. */
export type OfferedChoices = Omit<Choices, 'languages'>

export interface DigestOptions {
  /** Origin of this server; links to leave and to confirm are built from it, never from a request. */
  publicUrl: string
  /** Origin of the website that entries link to. */
  siteUrl: string
  /** Sender, `Công Bố <no-reply@example.gov.vn>` or a bare address. */
  mailFrom: string
  /** Absolute folder for the system's own data; mails go to `<dataDir>/mail/` when there is no relay. */
  dataDir: string
  /**
   * Relay, `smtp://user:password@host:587`; nodemailer's options may follow as a query.
   * @default undefined: mails are written to files, mode 0600
   */
  smtpUrl?: string
  /**
   * Holds every mail back; runs are still made.
   * @default false
   */
  paused?: boolean
  /**
   * Signs mails.
   * @default undefined: mails are not signed
   */
  dkim?: { keyFile: string; selector: string; domain: string }
  /** Name of the portal, as mails and pages call it. */
  portalName: string
  /**
   * The name in other languages, by their code.
   * @default {}: the same in all
   */
  portalNames?: Record<string, string>
  /** What people can subscribe to. Values are stable keys, the same that frozen contents carry. */
  choices: (args: { payload: Payload; locale: string }) => Promise<OfferedChoices>
  /** Collections whose keys the facets name. */
  facetCollections: Record<ReferenceFacet, string>
  /**
   * When digests leave, and how many a person gets.
   * @default 07:30 and 18:00 in Viet Nam, three a day
   */
  schedule?: Partial<Schedule>
  /** Who may read runs, deliveries, subscriptions and consents. */
  read: Access
  /** Who may also see people's addresses. */
  readAddresses: FieldAccess
  /**
   * Connections a worker opens to the relay at once.
   * @default 2
   */
  connections?: number
  /**
   * Subscription requests that one network (/24, /48) may make in an hour, a process.
   * @default 60
   */
  requestsPerHour?: number
}

/** Rows as they are stored. All instants are ISO 8601 in UTC; `''` stands for "none". */
export interface SubscriberRow {
  /** 128 random bits: how other rows name the person, so that no database id leaves the database. */
  ref: string
  /** Address as mails go out to it. */
  email: string
  emailKey: string
  locale: string
  state: 'pending' | 'active' | 'left'
  requestedAt: string
  confirmedAt: string
  leftAt: string
  /** No digest goes out before this instant; `''` for somebody who did not pause. */
  pausedUntil: string
  /** Mails that did not arrive lately: see `countSoft`. */
  softBounces: number
  bouncedAt: string
}

export interface SubscriptionRow {
  /** `<subscriber ref>:<filter key>`; a stretch that a change closed has `@<its afterSeq>` behind it. */
  key: string
  subscriber: string
  cadence: Cadence
  /** Canonical JSON of the filter. */
  filter: string
  /** `replaced`: a change closed it; what was published before still goes out by it. */
  state: 'active' | 'replaced' | 'ended'
  /** Since when it is active. */
  since: string
  /** Publications up to this `seq` belong to the stretch before. */
  afterSeq: number
  /** Last `seq` that belongs to a replaced stretch; 0 for one without an end. */
  untilSeq: number
  endedAt: string
}

/** By which way somebody said yes or no: a button on a page, a mail program's own button, the manage page, being erased. */
export type ConsentChannel = 'page' | 'one-click' | 'manage' | 'erase'

export interface ConsentEventRow {
  key: string
  subscriber: string
  emailHmac: string
  type: 'confirmed' | 'changed' | 'withdrawn'
  at: string
  how: ConsentChannel
  network: string
  textVersion: string
  textSha256: string
  text: string
  /** JSON of what was asked for: filter, cadence, locale, when and from which network. */
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
  /** `<run>:<subscriber ref>`, or `confirm:<subscriber ref>:<ordinal>`, or `link:` likewise. */
  key: string
  kind: 'digest' | 'confirmation' | 'link'
  run: string
  subscriber: string
  state: 'pending' | 'claimed' | 'handing' | 'accepted' | 'deferred' | 'rejected' | 'unknown' | 'skipped'
  createdOn: string
  /** Names the worker that holds the row; a fence against one that wakes up late. */
  token: string
  leaseUntil: string
  attempts: number
  notBefore: string
  /** Not sent any more from this instant on. */
  expiresAt: string
  /** JSON of the entries (see `Item`), or of what a confirmation confirms. */
  items: string
  /** JSON list of keys of deliveries whose entries this one took along. */
  carriedFrom: string
  /** Its entries wait for the next digest. */
  carry: boolean
  /** The run that takes its entries along, so that no other does. */
  carriedBy: string
  messageId: string
  /** The mail as it is handed over, ASCII; emptied at the end. */
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

export interface TokenRow {
  /** SHA-256 of the token. */
  hash: string
  purpose: 'confirm' | 'unsubscribe' | 'manage' | 'view'
  subscriber: string
  /** JSON of what a confirmation confirms; the key of the delivery that a link to the web shows. */
  request: string
  createdOn: string
  /** `''`: never. */
  expiresAt: string
  usedAt: string
}
