import type { FrozenContent } from '../../publications/index.ts'
import type { Action } from '../core/permit.ts'
import type { FieldDifference } from '../reading/difference.ts'
import type { VersionLine, VersionPage } from '../reading/versions.ts'
import type { Task } from '../useCases/tasks.ts'
import type { WorkflowView } from '../useCases/view.ts'

/** Why a call came to nothing: a code of the API, or `NETWORK` / `SERVER` when no answer of the API arrived. */
export interface Failure {
  code: string
  /** One sentence in the person's language; empty when the server gave none. */
  message: string
  fields?: { path: string; message: string }[]
  happened?: { seq: number; type: string; by: string; at: string }[]
}

export type Reply<T> = { value: T } | { failure: Failure }

/** What goes with an action, beside `expected`. */
export interface Input {
  reason?: string
  comment?: string
  changeNote?: string
  /** Instant to publish at, ISO 8601, UTC. */
  at?: string
}

export interface Connection {
  /** Path of the API on this server, such as `/api`. */
  base: string
  /** Language the answers should be in. */
  language: string
}

const failureIn = (body: unknown): Failure | undefined => {
  const errors = (body as { errors?: Failure[] } | null)?.errors
  return errors?.[0]?.code ? errors[0] : undefined
}

/** Calls the same server with the person's session. Never throws: what went wrong is in the answer. */
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

const call = <T>(connection: Connection, path: string, body?: object): Promise<Reply<T>> =>
  send(connection, `workflow/${path}`, body)

export interface DocumentRef {
  collection: string
  id: string
}

const pathOf = ({ collection, id }: DocumentRef) => `${encodeURIComponent(collection)}/${encodeURIComponent(id)}`

/** Where a document stands, for the person asking. */
export const readView = (connection: Connection, ref: DocumentRef) => call<WorkflowView>(connection, pathOf(ref))

/**
 * Takes an action on a document.
 *
 * @param expected the last `seq` the person saw
 */
export const takeAction = (connection: Connection, ref: DocumentRef, action: Action, expected: number, input: Input) =>
  call<WorkflowView>(connection, `${pathOf(ref)}/${action}`, { ...input, expected })

/** The frozen content that a document's trail names by this hash. */
export const readContent = (connection: Connection, ref: DocumentRef, hash: string) =>
  call<{ hash: string; content: FrozenContent }>(connection, `${pathOf(ref)}/content/${encodeURIComponent(hash)}`)

/** What would be frozen of the working copy now. */
export const readWorkingContent = (connection: Connection, ref: DocumentRef) =>
  call<{ hash: string; content: FrozenContent }>(connection, `${pathOf(ref)}/content`)

/** A page of a document's versions, the last saved first. */
export const readVersionPage = (connection: Connection, ref: DocumentRef, page: number, limit = 20) =>
  call<VersionPage>(connection, `${pathOf(ref)}/versions?page=${page}&limit=${limit}`)

/** What differs between two versions. */
export interface VersionDifference {
  from: VersionLine | null
  to: VersionLine
  locale: string
  locales: string[]
  changedLocales: string[]
  fields: FieldDifference[]
}

/**
 * Two versions compared in one language.
 *
 * @param asked numbers of versions; the server chooses the older one when it is left out
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

/** Makes the working copy what it was in a version. */
export const restoreVersion = (connection: Connection, { collection }: DocumentRef, version: string) =>
  send<object>(connection, `${encodeURIComponent(collection)}/versions/${encodeURIComponent(version)}`, {})

/** What waits for the person asking. */
export const readTasks = (connection: Connection) => call<{ mine: Task[]; group: Task[] }>(connection, 'tasks')
