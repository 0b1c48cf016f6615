import type { Access, Payload, PayloadRequest, Where } from 'payload'
import type { Text } from '../../lib/text/languages.ts'
import type { Clock } from '../../lib/time/clock.ts'
import type { WorkingCalendar } from '../../lib/time/workingTime.ts'
import type { WorkflowDefinition } from './core/definition.ts'
import type { NoticeHours } from './core/noticeTimes.ts'
import type { ContentFault } from './core/refusal.ts'
import type { Variant } from './core/variants.ts'
import type { PreviewLayout } from './reading/previewLayout.ts'

/**
 * Checks one language of a working copy for completeness before publication.
 *
 * @param today `YYYY-MM-DD` in Asia/Ho_Chi_Minh
 */
export type ContentCheck = (content: Record<string, unknown>, locale: string, today: string) => ContentFault[]

/** A mail for an outbox. What it says is asked for by `noticeMail` when it is handed over. */
export interface OfficeMail {
  payload: Payload
  /** Identifies the mail for ever. */
  key: string
  /** Id of the person. */
  recipient: string
  /** To be passed to `noticeMail`. */
  items: string
  /** Current time, ISO 8601, UTC. */
  at: string
}

/** How officers are told of what waits for them. */
export interface NoticeOptions extends NoticeHours {
  /**
   * Puts a mail into an outbox, once per key.
   *
   * @returns the items that are stored under the key, which another call may have put there
   */
  tell: (mail: OfficeMail) => Promise<string>
  /** Whether a mail to a person is still on its way. The next one then waits, and collects. */
  isOnItsWay: (args: { payload: Payload; recipient: string }) => Promise<boolean>
}

/** Approval of many imported texts at once. */
export interface BatchOptions {
  /** One step, decided by one person of the authority. */
  definition: WorkflowDefinition
  /** Which rows were imported. Nobody but an importer may be able to make it true. */
  imported: Where
  /**
   * Public field with the day on which a text first was public, by collection.
   * @default the day of its approval here
   */
  publicSince?: Record<string, string>
}

/** A log of another plugin: one chain of rows, numbered in `seq`, with the unique key of a row in `key`. */
export interface OtherLog {
  /** Slug of its collection. */
  collection: string
  /** The hashed columns, except `seq` and `prev`. */
  columns: readonly string[]
  /** Its name for people. */
  label: Text
}

/** The auth collection whose people write and decide, and the fields of its rows. */
export interface PeopleOptions {
  /** Slug of the auth collection. */
  collection: string
  /** Field with the single role. */
  role: string
  /**
   * Field with the name shown in the trail.
   * @default the `useAsTitle` of the collection, otherwise `email`
   */
  name?: string
  /**
   * Field with the title printed as capacity; where it is empty, the label of the role is used.
   * @default everybody acts as their role
   */
  title?: string
  /**
   * The unit a person belongs to: the field with it, the collection of units, and the field with the key by which
   * definitions name a unit.
   * @default definitions cannot name units
   */
  unit?: { field: string; collection: string; key: string }
  /**
   * Checkbox that is false for people who have left.
   * @default every account is in use
   */
  active?: string
  /**
   * Field with the mails that a person wants: `all`, `urgent` or `none`.
   * @default everybody gets all
   */
  mails?: string
  /**
   * Fields with the first and the last day on which a person is away, `YYYY-MM-DD`.
   * @default nobody is ever away
   */
  absence?: { from: string; until: string }
  /**
   * Field with the language of their mails, `vi` or `en`; another language gets English.
   * @default the language of the trail
   */
  mailLanguage?: string
}

/** The options with their defaults, as the plugin reads them. */
export interface WorkflowOptions {
  /** The definition of each governed collection, by slug. */
  definitions: Record<string, WorkflowDefinition>
  /**
   * Other definitions for some documents of a collection, by slug. The first that fits a text when it is submitted is
   * followed. They have the authority of the collection's own definition.
   * @default every document follows the definition of its collection
   */
  variants?: Record<string, Variant[]>
  /**
   * Completeness checks by collection slug, run for each language of a document when it is frozen.
   * @default title in the first language, and address
   */
  checks: Record<string, ContentCheck>
  /**
   * Reduces a row with all languages to one language, as the checks expect it.
   * @default every map by locale gives its value in that language
   */
  inLocale: (row: Record<string, unknown>, locale: string) => Record<string, unknown>
  /** Who writes and decides. */
  people: PeopleOptions & { name: string }
  /**
   * Approves together, in silence, what was taken over from elsewhere, where it is public already.
   * @default every text is approved by itself
   */
  batch?: BatchOptions
  /**
   * Labels of roles, by value.
   * @default a role is shown as it is stored
   */
  roles: Record<string, Text>
  /**
   * Language in which the trail is written for good: capacities, titles of steps in lists, what the system does.
   * @default the default locale of contents
   */
  language: string
  /** Who may read the workflow's own records over `/api`. */
  read: Access
  /**
   * Who may read the trail of all documents in words, export it and verify it.
   * @default those who may read the records
   */
  audit?: Access
  /** @default the system's clock */
  clock: Clock
  /**
   * Hours for which the power to approve rests after somebody else granted it, or set the address or password of the
   * account, unless a head confirms it before. 0: never.
   * @default 24
   */
  powerRests: number
  /**
   * Tells officers by mail what waits for them and what became of their texts.
   * @default nobody is told
   */
  notices?: NoticeOptions
  /**
   * When people work; deadlines count working hours.
   * @default Monday to Friday, eight hours a day, no holidays
   */
  calendar?: (payload: Payload) => Promise<WorkingCalendar>
  /**
   * Public date field of a governed collection; an edition expires at the end of that day.
   * @default none: nothing expires
   */
  expires?: Record<string, string>
  /**
   * Layout of previews, by collection slug.
   * @default summary and body, then everything else in the order of the form
   */
  previews?: Record<string, PreviewLayout>
  /**
   * Origin of the website, to which the panel leads from what is public.
   * @default the origin of the admin
   */
  siteUrl?: string
  /**
   * Absolute folder of nightly anchors, with which a verification compares the trail.
   * @default the trail is compared with no anchors
   */
  anchorsDir?: string
  /**
   * Logs of other plugins that a verification reads and an anchor keeps too.
   * @default none
   */
  otherLogs?: readonly OtherLog[]
}

type Defaulted = 'checks' | 'inLocale' | 'roles' | 'language' | 'clock' | 'powerRests'

/** The options as a host gives them. */
export interface GivenOptions
  extends Omit<WorkflowOptions, Defaulted | 'people'>,
    Partial<Pick<WorkflowOptions, Defaulted>> {
  /** Who writes and decides. */
  people: PeopleOptions
}

/** A request with a logged-in user. */
export type PersonRequest = PayloadRequest & { user: NonNullable<PayloadRequest['user']> }
