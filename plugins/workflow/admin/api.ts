import type { FrozenContent } from '../../publications/index.ts'
import type { Action } from '../core/permit.ts'
import type { FieldDifference } from '../reading/difference.ts'
import type { VersionLine, VersionPage } from '../reading/versions.ts'
import type { Task } from '../useCases/tasks.ts'
import type { WorkflowView } from '../useCases/view.ts'

/** Why a call failed: a code of the API, or `NETWORK` / `SERVER` when there was no response of the API. */
export interface Failure {
  code: string
  /** One sentence in the person's language; empty when the server sent none. */
  message: string
  fields?: { path: string; message: string }[]
  happened?: { seq: number; type: string; by: string; at: string }[]
}

export type Reply<T> = { value: T } | { failure: Failure }

/** Input of an action, besides `expected`. */
export interface Input {
  reason?: string
  comment?: string
  changeNote?: string
  /** Instant of publication, ISO 8601, UTC. */
  at?: string
}

export interface Connection {
  /** Path of the API on this server, such as `/api`. */
  base: string
  /** Language for messages of the server. */
  language: string
}

const failureIn = (body: unknown): Failure | undefined => {
  const errors = (body as { errors?: Failure[] } | null)?.errors
  return errors?.[0]?.code ? errors[0] : undefined
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

const call = <T>(connection: Connection, path: string, body?: object): Promise<Reply<T>> =>
  send(connection, `workflow/${path}`, body)

export interface DocumentRef {
  collection: string
  id: string
}

const pathOf = ({ collection, id }: DocumentRef) => `${encodeURIComponent(collection)}/${encodeURIComponent(id)}`

/** The workflow of a document, for the current person. */
export const readView = (connection: Connection, ref: DocumentRef) => call<WorkflowView>(connection, pathOf(ref))

/**
 * Takes an action on a document.
 *
 * @param expected the last `seq` the person saw
 */
export const takeAction = (connection: Connection, ref: DocumentRef, action: Action, expected: number, input: Input) =>
  call<WorkflowView>(connection, `${pathOf(ref)}/${action}`, { ...input, expected })

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

/** Restores the working copy to a version. */
export const restoreVersion = (connection: Connection, { collection }: DocumentRef, version: string) =>
  send<object>(connection, `${encodeURIComponent(collection)}/versions/${encodeURIComponent(version)}`, {})

/** The tasks of the current person. */
export const readTasks = (connection: Connection) => call<{ mine: Task[]; group: Task[] }>(connection, 'tasks')
