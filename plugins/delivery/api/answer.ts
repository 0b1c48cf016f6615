import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ExecutionResult, execute, type GraphQLError, type GraphQLSchema, getOperationAST } from 'graphql'
import { tags } from '../catalogue/tags.ts'
import { names } from '../httpAnswers.ts'
import { TooBusy } from '../search/finder.ts'
import { answerCache } from './answerCache.ts'
import { changes } from './changes.ts'
import type { DeliveryContext } from './context.ts'
import { costOf } from './cost.ts'
import type { QueryLimits } from './limits.ts'
import {
  type Accepted,
  acceptedBy,
  announcesOperation,
  type OperationRequest,
  postedOperation,
  readOperation,
  requestKey,
  tooLarge,
} from './operationRequest.ts'
import { hashOf, persistedQueries } from './persisted.ts'
import { queryReader } from './queryReader.ts'
import { watchedContext } from './readsOf.ts'
import { type Answer, answerOf, HEADERS, inType, notPersisted, refusal, tooBusy } from './refusal.ts'

const ANSWERS_BYTES = 64 * 1024 * 1024

/** So often an answer is made anew when something was published while it waited. */
const MOST_ATTEMPTS = 3

/** At once, unless a search has to be waited for. */
type Eventually<Value> = Value | Promise<Value>
const afterwards = <Value, Result>(value: Eventually<Value>, then: (value: Value) => Result): Eventually<Result> =>
  value instanceof Promise ? value.then(then) : then(value)

/** A request whose query text is known. */
type Complete = OperationRequest & { query: string }

/** Callbacks that the HTTP server provides for the fast path, which runs before Express. */
interface Taken {
  /** Counts the request against the rate limit of its network. */
  admits: () => Promise<boolean>
  /** Passes the request and the body already read on to Express, which rejects it. */
  pass: (body: Buffer) => void
}

const coded = (error: GraphQLError) => {
  const code = typeof error.extensions.code === 'string' ? error.extensions.code : 'QUERY_INVALID'
  const { message, path, locations } = error
  return { message, ...(locations ? { locations } : {}), ...(path ? { path } : {}), code, extensions: { code } }
}

/** Errors of the request as a whole. What exceeds a limit of ours has a code of its own, and is refused in every type. */
const requestErrors = (errors: readonly GraphQLError[], accepted: Accepted): Answer => {
  const isLimit = errors.some(({ extensions }) => extensions.code !== undefined)
  return answerOf(isLimit ? 400 : accepted.requestErrors, { errors: errors.map(coded) }, false)
}

/** Whether this is an internal error: a resolver threw something other than a coded refusal. */
const isOurs = (error: GraphQLError) => error.path !== undefined && error.extensions.code === undefined

/**
 * Executes operations over the catalogue. Caches parsed documents and whole responses. A response is dropped when
 * something that it read changed; all of them when a document expires, at midnight in Viet Nam and when the catalogue is
 * another one.
 */
export const answerer = (args: {
  schema: GraphQLSchema
  limits: QueryLimits
  now: () => Date
  /** Creates the resolver context for an instant. */
  context: (now: Date) => DeliveryContext
  /** Time until which a response stays valid if nothing is published, in epoch milliseconds. */
  holdsUntil: (now: Date) => number
  /** @default true */
  cache?: boolean
  onFailure: (error: unknown) => void
  /** Whether the catalogue can serve requests. */
  isReady: () => boolean
}) => {
  const { limits } = args
  const read = queryReader(args)
  const persisted = persistedQueries()
  const changed = changes()
  const answers = answerCache(ANSWERS_BYTES, changed)
  const byRequest = answerCache(ANSWERS_BYTES / 4, changed)
  /** Validity window of the cache. Its start also invalidates the cache when the clock is set back. */
  let holds = { from: 0, until: 0 }
  const underway = new Map<string, Promise<Answer>>()
  const counts = { kept: 0, made: 0 }
  const forget = () => {
    changed.touchAll()
    answers.clear()
    byRequest.clear()
    holds = { from: 0, until: 0 }
  }
  const touch = (touched: Iterable<string>) => {
    changed.touch(touched)
    // What was published now may expire before everything else.
    const now = args.now()
    if (isHolding(now)) holds.until = Math.min(holds.until, args.holdsUntil(now))
  }
  const isHolding = (now: Date) => now.getTime() >= holds.from && now.getTime() < holds.until
  /** Begins a new period of validity when the last one is over. */
  const holdFrom = (now: Date) => {
    if (isHolding(now)) return
    forget()
    holds = { from: now.getTime(), until: args.holdsUntil(now) }
  }

  const finished = (result: ExecutionResult, accepted: Accepted): Answer => {
    if (result.errors?.some(({ originalError }) => originalError instanceof TooBusy)) return tooBusy()
    const ours = result.errors?.find(isOurs)
    if (ours) {
      args.onFailure(ours.originalError ?? ours)
      return refusal(500, 'INTERNAL', 'Something went wrong here; try again in a moment.')
    }
    if (result.errors?.every(({ path }) => path === undefined)) return requestErrors(result.errors, accepted)
    if (result.errors)
      return answerOf(400, { errors: result.errors.map(coded), ...(result.data ? { data: result.data } : {}) })
    return answerOf(200, result)
  }

  const make = ({ query, variables, operationName, accepted }: Complete, now: Date): Eventually<Answer> => {
    counts.made += 1
    const document = read(query)
    if (!('kind' in document)) return requestErrors(document, accepted)
    const operation = getOperationAST(document, operationName)
    if (operation && costOf({ schema: args.schema, document, operation, variables }) > limits.cost)
      return refusal(
        400,
        'QUERY_TOO_COSTLY',
        'This asks for too many fields of too many documents; ask for less at once.',
      )
    const reads = new Set<string>()
    const contextValue = watchedContext(args.context(now), reads)
    const result = execute({ schema: args.schema, document, contextValue, variableValues: variables, operationName })
    return afterwards(result, (executed) => ({ ...finished(executed, accepted), reads: [...reads] }))
  }

  /** Waits for an answer, and makes it anew when something that it reads was published meanwhile. */
  const whenMade = async (
    operation: Complete,
    first: Promise<Answer>,
    keep: (made: Answer, since: number) => Answer,
  ): Promise<Answer> => {
    let since = changed.now()
    let made = await first
    // The visit counter changes too often to be waited for.
    const isPast = () =>
      !changed.hold(
        made.reads.filter((tag) => tag !== tags.visits),
        since,
      )
    for (let attempt = 1; attempt < MOST_ATTEMPTS && made.status !== 503 && isPast(); attempt += 1) {
      const now = args.now()
      holdFrom(now)
      since = changed.now()
      made = await make(operation, now)
    }
    return changed.hold(made.reads, since) ? keep(made, since) : inType(made, operation.accepted.type)
  }

  /** Resolves a persisted query to its text, or returns the refusal. */
  const completed = (operation: OperationRequest): Complete | Answer => {
    const { hash } = operation
    const query = operation.query ?? (hash && persisted.get(hash))
    if (query === undefined || query.length > limits.characters)
      return query === undefined ? notPersisted() : tooLarge()
    if (hash && operation.query !== undefined && hashOf(query) !== hash)
      return refusal(400, 'PERSISTED_QUERY_INVALID', 'The hash is not that of the query: SHA-256 of its UTF-8 text.')
    return { ...operation, query }
  }

  const answer = (given: OperationRequest): Eventually<Answer> => {
    if (!args.isReady()) return refusal(503, 'NOT_READY', 'The site is being rebuilt; try again in a few minutes.')
    const operation = completed(given)
    if ('status' in operation) return operation
    const now = args.now()
    if (args.cache === false) return afterwards(make(operation, now), (made) => inType(made, operation.accepted.type))
    holdFrom(now)
    const { type } = operation.accepted
    const key = JSON.stringify([type, operation.query, operation.variables, operation.operationName])
    const keep = (answered: Answer, since = changed.now()): Answer => {
      const made = inType(answered, type)
      if (made.status !== 200 || !made.headers.etag) return made
      if (operation.hash) persisted.keep(operation.hash, operation.query)
      answers.set(key, made, since)
      byRequest.set(operation.key, made, since)
      return made
    }
    const known = answers.get(key)
    if (known) {
      counts.kept += 1
      return keep(known)
    }
    const awaited = underway.get(key)
    if (awaited) return awaited
    // What is made at once is kept at once, so nothing can be published in between.
    const made = make(operation, now)
    if (!(made instanceof Promise)) return keep(made)
    const waiting = whenMade(operation, made, keep).finally(() => underway.delete(key))
    underway.set(key, waiting)
    return waiting
  }

  /** Cached response to an identical request, while it is still valid. */
  const given = (key: string): Answer | undefined => {
    const known = isHolding(args.now()) ? byRequest.get(key) : undefined
    if (known) counts.kept += 1
    return known
  }
  const send = (res: ServerResponse, made: Answer) => void res.writeHead(made.status, made.headers).end(made.body)

  const answerPosted = (accepted: Accepted, text: string): Eventually<Answer> => {
    const operation = postedOperation(accepted, text)
    return afterwards('status' in operation ? operation : answer(operation), (made) => inType(made, accepted.type))
  }

  return {
    /** Called when the catalogue is another one. */
    forget,
    /** Called with the tags of what changed: published data, or the visit counter. */
    touch,
    /** Answers that were sent as they were kept, and answers that were made, since the start. */
    counts: () => ({ ...counts }),
    /** Handles one request of the public endpoint. */
    handle: async (request: Request): Promise<Response> => {
      const accepted = acceptedBy(request.headers.get('accept'))
      const operation = await readOperation(request, accepted)
      const made = inType(await ('status' in operation ? operation : answer(operation)), accepted.type)
      const headers = new Headers(made.headers)
      if (made.headers.etag && request.method !== 'POST' && names(request.headers.get('if-none-match'), made.etag)) {
        headers.delete('content-length')
        return new Response(null, { status: 304, headers })
      }
      return new Response(request.method === 'HEAD' ? null : new Uint8Array(made.body), {
        status: made.status,
        headers,
      })
    },
    /** Answers before Express: every POST of an operation, and a GET whose response is cached. */
    fastPath: (req: IncomingMessage, res: ServerResponse, taken: Taken): boolean => {
      const { method, url = '', headers } = req
      const accepted = acceptedBy(headers.accept)
      if (method === 'GET' || method === 'HEAD') {
        const made = url.startsWith('/graphql?') ? given(requestKey.get(accepted, url)) : undefined
        if (!made) return false
        if (names(headers['if-none-match'], made.etag))
          res.writeHead(304, { ...HEADERS, 'content-type': made.headers['content-type'], etag: made.etag }).end()
        else send(res, made)
        return true
      }
      if (method !== 'POST' || url !== '/graphql' || !announcesOperation(headers)) return false
      const chunks: Buffer[] = []
      req.on('data', (chunk: Buffer) => chunks.push(chunk))
      req.on('end', () => {
        const body = Buffer.concat(chunks)
        const text = body.toString('utf8')
        const made = given(requestKey.post(accepted, text))
        if (made) send(res, made)
        else
          taken
            .admits()
            .then((admitted) =>
              admitted ? afterwards(answerPosted(accepted, text), (answered) => send(res, answered)) : taken.pass(body),
            )
            .catch((error: unknown) => {
              args.onFailure(error)
              res.destroy()
            })
      })
      return true
    },
  }
}
