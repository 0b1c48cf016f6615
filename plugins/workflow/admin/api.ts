import type { FrozenContent } from '../../publications/index.ts'
import type { Saying } from '../core/comments.ts'
import type { Action } from '../core/permit.ts'
import type { FieldChange } from '../reading/changes.ts'
import type { FieldDifference } from '../reading/difference.ts'
import type { VersionLine, VersionPage } from '../reading/versions.ts'
import type { Discussion } from '../useCases/discuss.ts'
import type { TaskLists } from '../useCases/tasks.ts'
import type { WorkflowView } from '../useCases/view.ts'

/** Why a call failed: a code of the API, or `NETWORK` / `SERVER` when there was no response of the API. */
export interface Failure {
  code: string
  /** One sentence in the person's language; empty when the server sent none. */
  message: string
  fields?: { path: string; message: string }[]
  happened?: { seq: number; type: string; by: string; at: string }[]
  /** All errors of the response, when there are several. */
  all?: { message: string; document?: { collection: string; id: string } }[]
  /** How many documents of a list were published all the same. */
  published?: number
}

export type Reply<T> = { value: T } | { failure: Failure }

/** Input of an action, besides `expected`. */
export interface Input {
  reason?: string
  comment?: string
  changeNote?: string
  /** Instant of publication, ISO 8601, UTC. */
  at?: string
  /** Public note of a correction, and whether subscribers are told as of a new text. */
  note?: string
  major?: boolean
  /** Address of the document to which this one leads. */
  to?: string
  redirectTo?: string
  /** Edition whose content is to be erased. */
  edition?: number
  /** Items of the step's checklist that are ticked. */
  checklist?: string[]
  /** Id of the delegation with which the person acts. */
  as?: string
}

export interface Connection {
  /** Path of the API on this server, such as `/api`. */
  base: string
  /** Language for messages of the server. */
  language: string
}

const failureIn = (body: unknown): Failure | undefined => {
  const { errors = [], published } = (body ?? {}) as { errors?: Failure[]; published?: number }
  const [first] = Array.isArray(errors) ? errors : []
  return first?.code ? { ...first, all: errors, ...(published === undefined ? {} : { published }) } : undefined
}

/** Calls the same server with the person's session. Never throws: failures are part of the reply. */
const send = async <T>({ base, language }: Connection, path: string, body?: object): Promise<Reply<T>> => {
  let response: Response
  try {
    response = await fetch(`${base}/${path}`, {
      method: body ? 'POST' : 'GET',
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { 'Accept-Language': language, ...(body ? { 'Content-Type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  } catch {
    return { failure: { code: 'NETWORK', message: '' } }
  }
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok && answer !== null) return { value: answer as T }
  if (response.status === 401) return { failure: { code: 'LOGIN_REQUIRED', message: '' } }
  return { failure: failureIn(answer) ?? { code: 'SERVER', message: '' } }
}

/** Calls the workflow's endpoints. */
export const call = <T>(connection: Connection, path: string, body?: object): Promise<Reply<T>> =>
  send(connection, `workflow/${path}`, body)

export interface DocumentRef {
  collection: string
  id: string
}

const pathOf = ({ collection, id }: DocumentRef) => `${encodeURIComponent(collection)}/${encodeURIComponent(id)}`

/** Address of a file of a frozen text, for people with a login. */
export const fileAddress = (base: string, uploads: string, { filename }: { filename: string }): string =>
  `${base}/${uploads}/file/${encodeURIComponent(filename)}`

/** Address of the page that shows the working copy as its readers would see it. */
export const previewAddress = (base: string, ref: DocumentRef, locale: string): string =>
  `${base}/workflow/${pathOf(ref)}/preview?locale=${encodeURIComponent(locale)}`

/** Address of the approval sheet to print. */
export const sheetAddress = (base: string, ref: DocumentRef): string => `${base}/workflow/${pathOf(ref)}/sheet`

/** The workflow of a document, for the current person. */
export const readView = (connection: Connection, ref: DocumentRef) => call<WorkflowView>(connection, pathOf(ref))

/**
 * Takes an action on a document.
 *
 * @param expected the last `seq` the person saw
 */
export const takeAction = (connection: Connection, ref: DocumentRef, action: Action, expected: number, input: Input) =>
  call<WorkflowView>(connection, `${pathOf(ref)}/${action}`, { ...input, expected })

/** A definition in force, and what waits at its steps. */
export interface DefinitionLine {
  collection: string
  when: { fields?: Record<string, string[]>; translationOnly?: true; correction?: true } | null
  name: string
  title: string
  authors: { name: string }[]
  onApproved: 'publish' | 'hold'
  ratification: { within: number } | null
  /** Texts of the collection that follow a definition which is no longer theirs. */
  outdated: { collection: string; id: string; title: string }[]
  steps: {
    name: string
    title: string
    kind: 'edit' | 'approve'
    by: { name: string }
    quorum: number | 'all'
    parallel: { name: string; by: { name: string }; quorum: number | 'all' }[]
    checklist: { name: string; title: string }[]
    returnTo: string
    due: { within: number } | null
    waiting: number
  }[]
}

/** The workflows in force. */
export const readDefinitions = (connection: Connection) =>
  call<{ definitions: DefinitionLine[] }>(connection, 'definitions')

/** A person and what they may do. */
export interface PersonLine {
  id: string
  name: string
  title: string
  role: string
  active: boolean
  mayDo: string[]
  standsFor: { name: string; until: string }[]
  /** Their absence, now or later; days `YYYY-MM-DD`. */
  away: { from: string; until: string; now: boolean } | null
  rests: boolean
  restsUntil: string | null
  changedAt: string | null
  changedBy: string | null
  /** Whether the person who asks may confirm the last change. */
  mayConfirm: boolean
}

/** Everybody with an account. */
export const readPeople = (connection: Connection) => call<{ people: PersonLine[] }>(connection, 'people')

/** Confirms the last change of an account. */
export const confirmPower = (connection: Connection, id: string) =>
  call<{ id: string }>(connection, `people/${encodeURIComponent(id)}/confirm`, {})

/** Ends a delegation at once. */
export const endDelegation = (connection: Connection, id: string) =>
  call<{ id: string }>(connection, `delegations/${encodeURIComponent(id)}/end`, {})

/** The frozen content with this hash, if the trail of the document names it. */
export const readContent = (connection: Connection, ref: DocumentRef, hash: string) =>
  call<{ hash: string; content: FrozenContent }>(connection, `${pathOf(ref)}/content/${encodeURIComponent(hash)}`)

/** The content that freezing the working copy now would give. */
export const readWorkingContent = (connection: Connection, ref: DocumentRef) =>
  call<{ hash: string; content: FrozenContent }>(connection, `${pathOf(ref)}/content`)

/** A page of a document's versions, newest first. */
export const readVersionPage = (connection: Connection, ref: DocumentRef, page: number, limit = 20) =>
  call<VersionPage>(connection, `${pathOf(ref)}/versions?page=${page}&limit=${limit}`)

/** The difference between two versions. */
export interface VersionDifference {
  from: VersionLine | null
  to: VersionLine
  locale: string
  locales: string[]
  changedLocales: string[]
  fields: FieldDifference[]
}

/**
 * Compares two versions in one language.
 *
 * @param asked numbers of versions; without `from` the server chooses the older one
 */
export const readDifference = (
  connection: Connection,
  ref: DocumentRef,
  asked: { to: number; from?: number; locale: string },
) => {
  const query = new URLSearchParams({ to: String(asked.to), locale: asked.locale })
  if (asked.from !== undefined) query.set('from', String(asked.from))
  return call<VersionDifference>(connection, `${pathOf(ref)}/versions/difference?${query}`)
}

/** The text that stands on one side of what changed. */
export interface ChangedText {
  kind: 'edition' | 'review' | 'frozen' | 'working'
  edition: number | null
  hash: string
}

/** What changed in one language between the edition in force and the text under review, or else the working copy. */
export interface Changes {
  /** `null` when nothing is in force. */
  from: ChangedText | null
  to: ChangedText | null
  locale: string
  fields: (FieldChange & { by: string[] })[]
}

/** What changed against the edition in force, and who changed it. */
export const readChanges = (connection: Connection, ref: DocumentRef, locale: string) =>
  call<Changes>(connection, `${pathOf(ref)}/difference?locale=${encodeURIComponent(locale)}`)

/** Restores the working copy to a version. */
export const restoreVersion = (connection: Connection, { collection }: DocumentRef, version: string) =>
  send<object>(connection, `${encodeURIComponent(collection)}/versions/${encodeURIComponent(version)}`, {})

/** The conversation about a document. */
export const readDiscussion = (connection: Connection, ref: DocumentRef) =>
  call<Discussion>(connection, `${pathOf(ref)}/comments`)

/** Says something about a document. */
export const sendComment = (connection: Connection, ref: DocumentRef, saying: Saying) =>
  call<Discussion>(connection, `${pathOf(ref)}/comments`, saying)

/** Marks a thread as resolved. */
export const resolveThread = (connection: Connection, ref: DocumentRef, thread: string) =>
  call<Discussion>(connection, `${pathOf(ref)}/comments/${encodeURIComponent(thread)}/resolve`, {})

/** How many documents wait for the current person. */
export const readWaiting = (connection: Connection) => call<{ waiting: number }>(connection, 'tasks/waiting')

/** The tasks of the current person. */
export const readTasks = (connection: Connection) => call<TaskLists>(connection, 'tasks')
