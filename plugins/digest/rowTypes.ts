import type { DeliveryState } from './core/delivery.ts'
import type { Lane } from './core/lanes.ts'
import type { Cadence, RunCadence } from './core/periods.ts'
import type { GateState } from './core/relayGate.ts'

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
