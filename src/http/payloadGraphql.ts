import { configToSchema } from '@payloadcms/graphql'
import express, { type Request, type RequestHandler, type Response, type Router } from 'express'
import {
  BREAK,
  type DocumentNode,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  valueFromASTUntyped,
  visit,
} from 'graphql'
import { createPayloadRequest, formatNames, logError, type PayloadRequest } from 'payload'
import { isRecord } from '../../lib/isRecord.ts'
import { isOvergrown } from '../../lib/text/nesting.ts'
import { exceeded, measure } from '../../plugins/delivery/index.ts'
import { OFFICE_QUERIES } from '../portal/limits.ts'
import { globalAccess } from '../repairs/globalAccess.ts'
import { ANONYMOUS_BYTES, DOCUMENT_BYTES } from './bodies.ts'
import { FAULTS, type Fault, sendFault, sentenceFor } from './errors.ts'
import { unseen, untilNextStep } from './evenAnswers.ts'
import { toHeaders } from './fetchBridge.ts'
import type { PayloadRoutes } from './payloadRest.ts'
import { type Credential, passes } from './rateLimits.ts'
import { CROSS_SITE, foreignPage } from './sameSite.ts'

const CACHED_DOCUMENTS = 500

/** Open operations: Payload's field names start with these and end with the name of the users collection. */
const DOORS: Record<string, Credential> = {
  login: 'login',
  logout: 'logout',
  forgotPassword: 'forgot-password',
  resetPassword: 'reset-password',
  refreshToken: 'refresh-token',
  me: 'me',
}

interface Asked {
  query: string
  variables: Record<string, unknown>
  operationName?: string
}

/** Code, message and status for an error that a resolver threw, as in Payload's REST API. */
const codesOf = async (error: GraphQLError, req: PayloadRequest): Promise<{ code: string; message: string }> => {
  const original = error.originalError as (Error & { status?: number; isPublic?: boolean }) | undefined
  const status = original?.status ?? (original ? 500 : 400)
  const hidden = status >= 500 || original?.isPublic === false
  let message = hidden ? sentenceFor(FAULTS.internal, req.headers.get('accept-language')) : error.message
  let code = hidden ? FAULTS.internal.code : FAULTS.badRequest.code
  for (const hook of req.payload.config.hooks.afterError ?? []) {
    const args = { context: req.context, error: original ?? error, req, result: { errors: [{ message }] } }
    const result = await hook(args as unknown as Parameters<typeof hook>[0])
    const said = result?.response as { errors?: { code?: string; message?: string }[] } | undefined
    code = said?.errors?.[0]?.code ?? code
    message = said?.errors?.[0]?.message ?? message
  }
  return { code, message }
}

const readAsked = (body: unknown): Asked | undefined => {
  if (!isRecord(body)) return undefined
  const { query, variables, operationName } = body
  if (typeof query !== 'string') return undefined
  if (variables != null && !isRecord(variables)) return undefined
  if (operationName != null && typeof operationName !== 'string') return undefined
  return {
    query,
    variables: variables ?? {},
    operationName: operationName ?? undefined,
  }
}

/**
 * Payload's GraphQL API for editors, at `POST /api/graphql`. Without a login it answers one of the few open operations
 * per request, with the same rate limits as REST. Depth, aliases, cost and size are limited for everyone. An error
 * keeps the code of the rule that threw it.
 */
export const payloadGraphql = (routes: PayloadRoutes): Router => {
  const { config, origin, payloadKey } = routes
  const { schema: payloads, validationRules } = configToSchema(config)
  const schema = globalAccess(payloads)
  const limits = routes.credentials
  const isForeign = foreignPage(routes)
  const person = formatNames(config.admin.user).singular
  const doors = new Map(Object.entries(DOORS).map(([verb, door]) => [`${verb}${person}`, door]))
  const documents = new Map<string, DocumentNode>()

  /** A parsed and valid document, or its errors. */
  const read = (query: string): DocumentNode | readonly GraphQLError[] => {
    const cached = documents.get(query)
    if (cached) return cached
    let document: DocumentNode
    try {
      document = parse(query, { maxTokens: OFFICE_QUERIES.tokens })
    } catch (error) {
      return [error instanceof GraphQLError ? error : new GraphQLError('The query is nested too deeply.')]
    }
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue
      // Before validation, whose own cost grows with these measures.
      const tooMuch = exceeded(measure(document, definition), OFFICE_QUERIES)
      if (tooMuch) return [tooMuch]
    }
    const errors = validate(schema, document, specifiedRules, { maxErrors: 10 })
    if (errors.length) return errors
    documents.set(query, document)
    if (documents.size > CACHED_DOCUMENTS) documents.delete(documents.keys().next().value as string)
    return document
  }

  /** Nobody verifies an address here, and without fields for it the database cannot be asked. */
  const verifying = `verifyEmail${person}`
  const namesField = (document: DocumentNode, isMeant: (name: string) => boolean): boolean => {
    let named = false
    visit(document, {
      Field: ({ name }) => {
        named ||= isMeant(name.value)
        return named ? BREAK : undefined
      },
    })
    return named
  }

  /** Whether a document logs in, asks for a password or sets one, in any operation or fragment. */
  const namesDoor = (document: DocumentNode): boolean =>
    namesField(document, (name) => doors.has(name) && doors.get(name) !== 'me')

  /** The open endpoint that an operation addresses, with the account it names. */
  const doorOf = (operation: OperationDefinitionNode, variables: Record<string, unknown>) => {
    const [field, ...more] = operation.selectionSet.selections
    if (field?.kind !== Kind.FIELD || more.length) return undefined
    const door = doors.get(field.name.value)
    if (!door || (operation.operation === OperationTypeNode.QUERY) !== (door === 'me')) return undefined
    const typed = field.arguments?.find(({ name }) => name.value === 'email' || name.value === 'username')?.value
    const account = typed ? (valueFromASTUntyped(typed, variables) ?? '') : ''
    return typeof account === 'string' ? { door, account: account.trim().toLowerCase() } : undefined
  }

  const refuse = (res: Response, errors: readonly GraphQLError[]) => {
    res.status(400).json({
      errors: errors.map((error) => {
        const code = String(error.extensions.code ?? 'QUERY_INVALID')
        return { ...error.toJSON(), code, extensions: { ...error.extensions, code } }
      }),
    })
  }

  /** Before any code walks through the body. */
  const refuseDeep = (_req: unknown, _res: unknown, body: Buffer) => {
    if (isOvergrown(body.toString('latin1'))) throw Object.assign(new Error('nested too deeply'), { status: 400 })
  }

  /** Authenticates before the body is read, because requests without a login may send less. */
  const identify: RequestHandler = async (req, res, next) => {
    const payloadRequest = await createPayloadRequest({
      config: Promise.resolve(config),
      canSetHeaders: true,
      payloadInstanceCacheKey: payloadKey,
      // Without the body: a GET carries everything that Payload needs for authentication.
      request: new globalThis.Request(`${origin}/api/graphql`, { headers: toHeaders(req) }),
    })
    res.locals.payloadRequest = payloadRequest
    const limit = payloadRequest.user ? DOCUMENT_BYTES : ANONYMOUS_BYTES
    express.json({ limit, type: 'application/json', inflate: false, verify: refuseDeep })(req, res, next)
  }

  const answer = async (req: Request, res: Response) => {
    res.set('cache-control', 'private, no-store')
    const fault = (what: Fault) => sendFault(req, res, what)
    if (!req.is('application/json')) return fault(FAULTS.wrongType)
    const asked = readAsked(req.body)
    if (!asked) return fault(FAULTS.badRequest)
    if (asked.query.length > OFFICE_QUERIES.characters) {
      const tooLong = new GraphQLError('The query text is too long.', { extensions: { code: 'QUERY_TOO_LARGE' } })
      return refuse(res, [tooLong])
    }

    const { payloadRequest } = res.locals as { payloadRequest: PayloadRequest }
    const document = read(asked.query)
    if (!('kind' in document))
      // Without a login, reveal nothing about the schema, not even in errors.
      return payloadRequest.user ? refuse(res, document) : fault(FAULTS.loginRequired)
    const operation = getOperationAST(document, asked.operationName)
    if (!operation) return refuse(res, [new GraphQLError('Which operation? Send operationName.')])
    if (payloadRequest.user && namesField(document, (name) => name === verifying)) return fault(FAULTS.badRequest)
    // A login opens no way round the limits: these operations go alone and are counted for everybody.
    if (!payloadRequest.user || namesDoor(document)) {
      const open = doorOf(operation, asked.variables)
      if (!open) return fault(payloadRequest.user ? FAULTS.badRequest : FAULTS.loginRequired)
      if (isForeign(req)) return fault(CROSS_SITE)
      res.locals.door = open.door
      res.locals.account = open.account
      if (!(await passes(limits[open.door], req, res))) return
    }
    const tooCostly = validate(
      schema,
      document,
      validationRules({ variableValues: asked.variables } as Parameters<typeof validationRules>[0]),
    )
    if (tooCostly.length)
      return refuse(
        res,
        tooCostly.map((error) => new GraphQLError(error.message, { extensions: { code: 'QUERY_TOO_COSTLY' } })),
      )

    const cookies: Record<string, string> = {}
    const run = async () =>
      execute({
        schema,
        document,
        operationName: asked.operationName,
        variableValues: asked.variables,
        contextValue: { headers: cookies, req: payloadRequest },
      })
    const { account, door } = res.locals as { account?: string; door?: Credential }
    if (door === 'forgot-password' && account) {
      await unseen(payloadRequest.payload, async () => run())
      const [field] = operation.selectionSet.selections
      const name = field?.kind === Kind.FIELD ? (field.alias ?? field.name).value : ''
      res.json({ data: { [name]: true } })
      return
    }
    const began = performance.now()
    const result = await (account ? routes.inTurn(account, run) : run())
    if (door === 'login' && result.errors) await untilNextStep(began)
    payloadRequest.responseHeaders?.forEach((value, name) => {
      res.appendHeader(name, value)
    })
    for (const [name, value] of Object.entries(cookies)) res.appendHeader(name, value)
    if (!result.errors) {
      res.json(result)
      return
    }
    res.locals.credentialRefused = true
    const errors: GraphQLFormattedError[] = []
    for (const error of result.errors) {
      logError({ err: (error.originalError ?? error) as Error, payload: payloadRequest.payload })
      const { code, message } = await codesOf(error, payloadRequest)
      const data = (error.originalError as { data?: unknown } | undefined)?.data
      const extensions = { code, ...(code === FAULTS.internal.code || !data ? {} : { data }) }
      errors.push({ message, path: error.path, locations: error.locations, extensions, code } as GraphQLFormattedError)
    }
    res.json({ ...result, errors })
  }

  const router = express.Router({ caseSensitive: true })
  router
    .route('/')
    .post(identify, answer)
    .all((req, res) => {
      res.set('allow', 'POST')
      sendFault(req, res, FAULTS.wrongMethod)
    })
  return router
}
