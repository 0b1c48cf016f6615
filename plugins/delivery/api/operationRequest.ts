import type { IncomingHttpHeaders } from 'node:http'
import { isRecord } from '../../../lib/isRecord.ts'
import { isOvergrown } from '../../../lib/text/nesting.ts'
import { type Answer, refusal } from './refusal.ts'

export const MOST_BODY_BYTES = 100 * 1024

export interface OperationRequest {
  /** Absent when the client names the query only by its hash. */
  query?: string
  /** SHA-256 of the query, hexadecimal. */
  hash?: string
  variables: Record<string, unknown>
  operationName?: string
  /** Cache key of the request on the fast path. */
  key: string
}

export const tooLarge = () => refusal(400, 'QUERY_TOO_LARGE', `A request has at most ${MOST_BODY_BYTES / 1024} kB.`)

const HASH = /^[0-9a-f]{64}$/

/** Reads the hash of an Apollo automatic persisted query, version 1, from the extensions. */
const readHash = (extensions: unknown): { hash?: string } | Answer => {
  const named = isRecord(extensions) ? extensions.persistedQuery : undefined
  if (named === undefined || named === null) return {}
  if (!isRecord(named) || named.version !== 1 || typeof named.sha256Hash !== 'string' || !HASH.test(named.sha256Hash))
    return refusal(400, 'PERSISTED_QUERY_INVALID', 'Send { "version": 1, "sha256Hash": "64 hexadecimal digits" }.')
  return { hash: named.sha256Hash }
}

const operationFrom = (value: unknown, key: string): OperationRequest | Answer => {
  if (Array.isArray(value)) return refusal(400, 'QUERY_BATCH', 'Send one operation a request.')
  if (!isRecord(value)) return refusal(400, 'QUERY_MISSING', 'Send { "query": "…" }.')
  const named = readHash(value.extensions)
  if ('status' in named) return named
  const { variables, operationName } = value
  // Some clients send an empty query beside the hash.
  const query = named.hash ? value.query || undefined : value.query
  if (typeof query !== 'string' && !(named.hash && query === undefined))
    return refusal(400, 'QUERY_MISSING', 'Send { "query": "…" }.')
  if (variables !== undefined && variables !== null && !isRecord(variables))
    return refusal(400, 'QUERY_INVALID', '"variables" is an object.')
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string')
    return refusal(400, 'QUERY_INVALID', '"operationName" is a text.')
  return { query, ...named, variables: variables ?? {}, operationName: operationName || undefined, key }
}

const parsed = (text: string, what: string): { value: unknown } | Answer => {
  if (isOvergrown(text)) return refusal(400, 'QUERY_INVALID', `${what} is nested too deeply.`)
  try {
    return { value: JSON.parse(text) }
  } catch {
    return refusal(400, 'QUERY_INVALID', `${what} is not JSON.`)
  }
}

const JSON_TYPE = /^application\/(json|graphql-response\+json)\b/i

/** Whether the headers announce a JSON operation, not encoded, of acceptable length. */
export const announcesOperation = (headers: IncomingHttpHeaders): boolean =>
  JSON_TYPE.test(headers['content-type'] ?? '') &&
  headers['content-encoding'] === undefined &&
  Number(headers['content-length'] ?? Number.NaN) <= MOST_BODY_BYTES

/** Cache key of a request: path and query of a GET, body of a POST. */
export const requestKey = {
  get: (pathAndQuery: string): string => pathAndQuery,
  post: (body: string): string => `POST ${body}`,
}

const bodyOf = async (request: Request): Promise<string | undefined> => {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BODY_BYTES) return undefined
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > MOST_BODY_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Parses an operation from the body of a POST. */
export const postedOperation = (body: string): OperationRequest | Answer => {
  const read = parsed(body, 'The body')
  return 'status' in read ? read : operationFrom(read.value, requestKey.post(body))
}

/** Parses an operation from the body of a POST, or from `query` and `variables` of a GET. */
export const readOperation = async (request: Request): Promise<OperationRequest | Answer> => {
  if (request.method === 'POST') {
    if (!JSON_TYPE.test(request.headers.get('content-type') ?? ''))
      return refusal(415, 'QUERY_MEDIA_TYPE', 'Send application/json.')
    const body = await bodyOf(request)
    return body === undefined ? tooLarge() : postedOperation(body)
  }
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refusal(405, 'METHOD_NOT_ALLOWED', 'Use POST, or GET with ?query=….')
  const { pathname, search, searchParams } = new URL(request.url)
  const json = (name: string) => {
    const given = searchParams.get(name)
    return given ? parsed(given, `"${name}"`) : { value: undefined }
  }
  const variables = json('variables')
  if ('status' in variables) return variables
  const extensions = json('extensions')
  if ('status' in extensions) return extensions
  return operationFrom(
    {
      query: searchParams.get('query') ?? undefined,
      variables: variables.value,
      extensions: extensions.value,
      operationName: searchParams.get('operationName') ?? undefined,
    },
    requestKey.get(pathname + search),
  )
}
