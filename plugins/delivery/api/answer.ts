import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  type DocumentNode,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  parse,
  specifiedRules,
  validate,
} from 'graphql'
import { boundedCache } from '../boundedCache.ts'
import type { DeliveryContext } from './context.ts'
import { exceeded, type GraphqlLimits, measure } from './limits.ts'

/** For the website's pages; wide enough for a tool's introspection. */
const LIMITS: GraphqlLimits = { depth: 15, aliases: 30, directives: 20, fields: 600, roots: 15 }
const MOST_QUERY_CHARACTERS = 32 * 1024
const MOST_QUERY_TOKENS = 4_000
const MOST_BODY_BYTES = 100 * 1024
/** Documents that one request may be answered with, over all its lists. */
const MOST_COST = 60_000
const CACHED_DOCUMENTS = 1_000
const ANSWERS_BYTES = 64 * 1024 * 1024

export interface Asked {
  query: string
  variables: Record<string, unknown>
  operationName?: string
}

/** An answer as it goes out, kept until something public changes. */
export interface Answer {
  status: number
  body: Buffer
  etag: string
}

const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'public, max-age=0, s-maxage=5, stale-while-revalidate=30, stale-if-error=86400',
  'access-control-allow-origin': '*',
  'x-content-type-options': 'nosniff',
}

const etagOf = (body: Buffer) => `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
const answerOf = (status: number, value: unknown): Answer => {
  const body = Buffer.from(JSON.stringify(value))
  return { status, body, etag: etagOf(body) }
}

/** A refusal with a stable code, in the shape of a GraphQL error. */
export const refusal = (status: number, code: string, message: string): Answer =>
  answerOf(status, { errors: [{ message, code, extensions: { code } }] })

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const readAsked = (value: unknown): Asked | Answer => {
  if (Array.isArray(value)) return refusal(400, 'QUERY_BATCH', 'Send one operation a request.')
  if (!isObject(value) || typeof value.query !== 'string')
    return refusal(400, 'QUERY_MISSING', 'Send { "query": "…" }.')
  const { query, variables, operationName } = value
  if (variables !== undefined && variables !== null && !isObject(variables))
    return refusal(400, 'QUERY_INVALID', '"variables" is an object.')
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string')
    return refusal(400, 'QUERY_INVALID', '"operationName" is a text.')
  return { query, variables: variables ?? {}, operationName: operationName ?? undefined }
}

/** Reads an operation from a request: the body of a POST, or `query` and `variables` of a GET. */
export const askedOf = async (request: Request): Promise<Asked | Answer> => {
  if (request.method === 'POST') {
    if (!/^application\/(json|graphql-response\+json)\b/i.test(request.headers.get('content-type') ?? ''))
      return refusal(415, 'QUERY_MEDIA_TYPE', 'Send application/json.')
    if (Number(request.headers.get('content-length') ?? 0) > MOST_BODY_BYTES) return tooLarge()
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > MOST_BODY_BYTES) return tooLarge()
      chunks.push(chunk)
    }
    try {
      return readAsked(JSON.parse(Buffer.concat(chunks).toString('utf8')))
    } catch {
      return refusal(400, 'QUERY_INVALID', 'The body is not JSON.')
    }
  }
  const { searchParams } = new URL(request.url)
  const variables = searchParams.get('variables')
  try {
    return readAsked({
      query: searchParams.get('query') ?? undefined,
      variables: variables ? JSON.parse(variables) : undefined,
      operationName: searchParams.get('operationName') ?? undefined,
    })
  } catch {
    return refusal(400, 'QUERY_INVALID', '"variables" is not JSON.')
  }
}

const tooLarge = () => refusal(413, 'QUERY_TOO_LARGE', `A request has at most ${MOST_BODY_BYTES / 1024} kB.`)

const coded = (error: GraphQLError) => {
  const code = typeof error.extensions.code === 'string' ? error.extensions.code : 'QUERY_INVALID'
  const { message, path, locations } = error
  return { message, ...(locations ? { locations } : {}), ...(path ? { path } : {}), code, extensions: { code } }
}

/**
 * Answers operations over the catalogue. Parsed documents and whole answers are kept; answers are forgotten when
 * something public changes, when a document expires and at midnight in Viet Nam.
 */
export const answerer = (args: {
  schema: GraphQLSchema
  /** What resolvers see, and until when an answer made from it holds (milliseconds of the epoch). */
  context: () => { context: DeliveryContext; holdsUntil: number }
  /** @default true */
  cache?: boolean
  onFailure: (error: unknown) => void
}) => {
  const documents = new Map<string, DocumentNode | GraphQLError[]>()
  const answers = boundedCache<Answer>(ANSWERS_BYTES)
  const byAddress = boundedCache<Answer>(ANSWERS_BYTES / 4)
  let until = 0
  const forget = () => {
    answers.clear()
    byAddress.clear()
  }

  const read = (query: string): DocumentNode | GraphQLError[] => {
    const known = documents.get(query)
    if (known) return known
    const found = readAnew(query)
    documents.set(query, found)
    if (documents.size > CACHED_DOCUMENTS) documents.delete(documents.keys().next().value as string)
    return found
  }
  const readAnew = (query: string): DocumentNode | GraphQLError[] => {
    let document: DocumentNode
    try {
      document = parse(query, { maxTokens: MOST_QUERY_TOKENS, noLocation: true })
    } catch (error) {
      return [error as GraphQLError]
    }
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue
      const tooMuch = exceeded(measure(document, definition), LIMITS)
      if (tooMuch) return [tooMuch]
    }
    const errors = validate(args.schema, document, specifiedRules, { maxErrors: 5 })
    return errors.length ? [...errors] : document
  }

  const answer = async (asked: Asked): Promise<Answer> => {
    if (asked.query.length > MOST_QUERY_CHARACTERS) return tooLarge()
    const { context, holdsUntil } = args.context()
    const now = Date.parse(context.now)
    if (now >= until) {
      forget()
      until = holdsUntil
    }
    const key = args.cache === false ? '' : JSON.stringify([asked.query, asked.variables, asked.operationName])
    const kept = key ? answers.get(key) : undefined
    if (kept) return kept
    const document = read(asked.query)
    if (Array.isArray(document)) return answerOf(400, { errors: document.map(coded) })
    if (costOf(document, asked.variables) > MOST_COST)
      return refusal(
        400,
        'QUERY_TOO_COSTLY',
        'This asks for too many fields of too many documents; ask for less at once.',
      )
    const result = await execute({
      schema: args.schema,
      document,
      contextValue: context,
      variableValues: asked.variables,
      operationName: asked.operationName,
    })
    const mine = result.errors?.find((error) => error.originalError && error.extensions.code === undefined)
    if (mine) {
      args.onFailure(mine.originalError)
      return refusal(500, 'INTERNAL', 'Something went wrong here; try again in a moment.')
    }
    if (result.errors)
      return answerOf(400, { errors: result.errors.map(coded), ...(result.data ? { data: result.data } : {}) })
    const made = answerOf(200, result)
    if (key) answers.set(key, made, made.body.length)
    return made
  }

  const respond = (made: Answer, request: Request): Response => {
    const headers = new Headers(HEADERS)
    if (made.status !== 200) headers.set('cache-control', 'no-store')
    else headers.set('etag', made.etag)
    if (made.status === 200 && request.headers.get('if-none-match') === made.etag)
      return new Response(null, { status: 304, headers })
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(made.body), { status: made.status, headers })
  }

  return {
    answer,
    forget,
    /** Answers one request of the public endpoint. */
    handle: async (request: Request): Promise<Response> => {
      const asked = await askedOf(request)
      const made = 'status' in asked ? asked : await answer(asked)
      if (request.method === 'GET' && made.status === 200 && args.cache !== false) {
        const { pathname, search } = new URL(request.url)
        byAddress.set(pathname + search, made, made.body.length)
      }
      return respond(made, request)
    },
    /** Answers a GET that was answered before, without going through Express. */
    fastPath: (req: IncomingMessage, res: ServerResponse): boolean => {
      if (req.method !== 'GET' || !req.url?.startsWith('/graphql?')) return false
      const made = byAddress.get(req.url)
      if (!made || Date.parse(args.context().context.now) >= until) return false
      if (req.headers['if-none-match'] === made.etag) res.writeHead(304, { ...HEADERS, etag: made.etag }).end()
      else res.writeHead(200, { ...HEADERS, etag: made.etag, 'content-length': made.body.length }).end(made.body)
      return true
    },
  }
}

const NESTED_LIST = 10
const NESTED_LISTS = new Set(['relations', 'about', 'editions', 'publications'])

/** Fields that an operation may be answered with at the most: each list multiplies what is inside it. */
const costOf = (document: DocumentNode, variables: Record<string, unknown>): number => {
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  )
  const known = new Map<string, number>()
  const ofSelections = (selections: { readonly selections: readonly unknown[] } | undefined): number => {
    let cost = 0
    for (const selection of (selections?.selections ?? []) as {
      kind: string
      name?: { value: string }
      arguments?: { name: { value: string }; value: { kind: string; value?: string; name?: { value: string } } }[]
      selectionSet?: { selections: readonly unknown[] }
    }[]) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const name = selection.name!.value
        if (!known.has(name)) known.set(name, ofSelections(fragments.get(name)?.selectionSet))
        cost += known.get(name)!
      } else if (selection.kind === Kind.INLINE_FRAGMENT) cost += ofSelections(selection.selectionSet)
      else {
        const limit = selection.arguments?.find((argument) => argument.name.value === 'limit')?.value
        const given = limit?.kind === Kind.VARIABLE ? variables[limit.name!.value] : limit?.value
        const times = Number(given ?? (NESTED_LISTS.has(selection.name!.value) ? NESTED_LIST : 1))
        const inner = ofSelections(selection.selectionSet)
        // A list without a limit answers its usual page.
        const pages =
          selection.selectionSet?.selections.some(
            (each) => (each as { name?: { value: string } }).name?.value === 'docs',
          ) && !given
            ? NESTED_LIST
            : 1
        cost += 1 + inner * (Number.isFinite(times) && times > 0 ? times : 1) * pages
      }
    }
    return cost
  }
  return Math.max(
    0,
    ...document.definitions.map((each) =>
      each.kind === Kind.OPERATION_DEFINITION ? ofSelections(each.selectionSet) : 0,
    ),
  )
}
