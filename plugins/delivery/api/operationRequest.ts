import type { IncomingHttpHeaders } from 'node:http'
import { isRecord } from '../../../lib/isRecord.ts'
import { isOvergrown } from '../../../lib/text/nesting.ts'
import { type Answer, type ResponseType, refusal } from './refusal.ts'

export const MOST_BODY_BYTES = 100 * 1024

export interface OperationRequest {
  /** Absent when the client names the query only by its hash. */
  query?: string
  /** SHA-256 of the query, hexadecimal. */
  hash?: string
  variables: Record<string, unknown>
  operationName?: string
  accepted: Accepted
  /** Cache key of the request on the fast path. */
  key: string
}

export const tooLarge = () => refusal(400, 'QUERY_TOO_LARGE', `A request has at most ${MOST_BODY_BYTES / 1024} kB.`)

const HASH = /^[0-9a-f]{64}$/

const STRICT = 'application/graphql-response+json'
const LEGACY = 'application/json'

/** Weight of a media type in an Accept header (RFC 9110 section 12.5.1); 0 when it is not named. */
const weightOf = (accept: string, type: string): number => {
  for (const range of accept.toLowerCase().split(',')) {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim())
    if (name !== type) continue
    const quality = parameters.find((one) => one.startsWith('q='))
    return quality ? Number(quality.slice(2)) || 0 : 1
  }
  return 0
}

/** How a client wants to be answered. */
export interface Accepted {
  type: ResponseType
  /** Status when a query cannot be parsed, validated or given its variables. */
  requestErrors: 200 | 400
}

/**
 * Reads an Accept header. Clients that ask for `application/json` alone expect 200 for errors of the request (GraphQL over
 * HTTP, section 6.4.1); who asks for nothing in particular is told by the status.
 */
export const acceptedBy = (accept: string | null | undefined): Accepted => {
  const [strict, legacy] = accept ? [weightOf(accept, STRICT), weightOf(accept, LEGACY)] : [0, 0]
  if (strict > 0 && strict >= legacy) return { type: STRICT, requestErrors: 400 }
  return { type: LEGACY, requestErrors: legacy > 0 ? 200 : 400 }
}

/** Reads the hash of an Apollo automatic persisted query, version 1, from the extensions. */
const readHash = (extensions: unknown): { hash?: string } | Answer => {
  const named = isRecord(extensions) ? extensions.persistedQuery : undefined
  if (named === undefined || named === null) return {}
  if (!isRecord(named) || named.version !== 1 || typeof named.sha256Hash !== 'string' || !HASH.test(named.sha256Hash))
    return refusal(400, 'PERSISTED_QUERY_INVALID', 'Send { "version": 1, "sha256Hash": "64 hexadecimal digits" }.')
  return { hash: named.sha256Hash }
}

const operationFrom = (value: unknown, accepted: Accepted, key: string): OperationRequest | Answer => {
  if (Array.isArray(value)) return refusal(400, 'QUERY_BATCH', 'Send one operation a request.')
  if (!isRecord(value)) return refusal(400, 'QUERY_MISSING', 'Send { "query": "…" }.')
  const { extensions } = value
  if (extensions !== undefined && extensions !== null && !isRecord(extensions))
    return refusal(400, 'QUERY_INVALID', '"extensions" is an object.')
  const named = readHash(extensions)
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
  return { query, ...named, variables: variables ?? {}, operationName: operationName || undefined, accepted, key }
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

/** Cache key of a request: media type, and path and query of a GET or body of a POST. */
export const requestKey = {
  get: ({ type }: Accepted, pathAndQuery: string): string => `${type} ${pathAndQuery}`,
  post: ({ type }: Accepted, body: string): string => `${type} POST ${body}`,
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
export const postedOperation = (accepted: Accepted, body: string): OperationRequest | Answer => {
  const read = parsed(body, 'The body')
  return 'status' in read ? read : operationFrom(read.value, accepted, requestKey.post(accepted, body))
}

/** Parses an operation from the body of a POST, or from `query` and `variables` of a GET. */
export const readOperation = async (request: Request, accepted: Accepted): Promise<OperationRequest | Answer> => {
  if (request.method === 'POST') {
    if (!JSON_TYPE.test(request.headers.get('content-type') ?? ''))
      return refusal(415, 'QUERY_MEDIA_TYPE', 'Send application/json.')
    const body = await bodyOf(request)
    return body === undefined ? tooLarge() : postedOperation(accepted, body)
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
    accepted,
    requestKey.get(accepted, pathname + search),
  )
}
