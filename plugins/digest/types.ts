import type { Access, FieldAccess, Payload } from 'payload'
import type { Facet } from './core/filter.ts'

/** One value a subscriber can choose, with its label in the language asked for. */
export interface Choice {
  value: string
  label: string
}
/** Everything a subscriber can choose from. */
export type Choices = Record<Facet, Choice[]>

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
  /** What people can subscribe to. Values are stable keys, the same that frozen contents carry. */
  choices: (args: { payload: Payload; locale: string }) => Promise<Choices>
  /**
   * Collections whose keys the facets name.
   * @default topics, territories, audiences, document-types
   */
  facetCollections?: Record<Exclude<Facet, 'collections'>, string>
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
}

export interface SubscriptionRow {
  /** `<subscriber ref>:<filter key>`. */
  key: string
  subscriber: string
  cadence: 'daily'
  /** Canonical JSON of the filter. */
  filter: string
  state: 'active' | 'ended'
  /** Since when it is active. */
  since: string
  endedAt: string
}

export interface ConsentEventRow {
  key: string
  subscriber: string
  emailHmac: string
  type: 'confirmed' | 'withdrawn'
  at: string
  /** `page` or `one-click`. */
  how: string
  network: string
  textVersion: string
  textSha256: string
  text: string
  /** JSON of what was asked for: filter, cadence, locale, when and from which network. */
  request: string
}

export interface DigestRunRow {
  key: string
  cadence: 'daily'
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
  /** `<run>:<subscriber ref>`, or `confirm:<subscriber ref>:<ordinal>`. */
  key: string
  kind: 'digest' | 'confirmation'
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
  purpose: 'confirm' | 'unsubscribe'
  subscriber: string
  /** JSON of what a confirmation confirms. */
  request: string
  createdOn: string
  /** `''`: never. */
  expiresAt: string
  usedAt: string
}
