import { handleServerFunctions } from '@payloadcms/next/layouts'
import { getPayload, type ImportMap, type SanitizedConfig } from 'payload'
import { FAULTS, type Fault, sentenceFor } from '../../portal/faults.ts'
import { actionOutcome, statusOfFailure } from '../../repairs/actionOutcome.ts'

type Given = Readonly<Record<string, unknown>>
type Fits = (value: unknown, known: Known, args: Given) => boolean

interface Known {
  collections: ReadonlySet<unknown>
  globals: ReadonlySet<unknown>
}

const isObject = (value: unknown): value is Given => {
  if (value === null || typeof value !== 'object') return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const absent = (value: unknown) => value === undefined || value === null
const text: Fits = (value) => typeof value === 'string'
const flag: Fits = (value) => typeof value === 'boolean'
const object: Fits = (value) => isObject(value)
const id: Fits = (value) => typeof value === 'string' || typeof value === 'number'
const collection: Fits = (value, { collections }) => collections.has(value)
/** Several collections are those of a list in a document, which is named with them. */
const collections: Fits = (value, known, args) =>
  Array.isArray(value)
    ? value.length > 0 && isObject(args.parent) && value.every((one) => known.collections.has(one))
    : known.collections.has(value)
const global: Fits = (value, known) => known.globals.has(value)
const list: Fits = (value) => Array.isArray(value) && value.every(isObject)
const isRowQuery: Fits = (value) =>
  isObject(value) &&
  (absent(value.where) || isObject(value.where)) &&
  [value.limit, value.page].every((count) => absent(count) || Number.isSafeInteger(Number(count))) &&
  (absent(value.sort) ||
    typeof value.sort === 'string' ||
    (Array.isArray(value.sort) && value.sort.every((one) => typeof one === 'string')))
const parent: Fits = (value, known, args) =>
  isObject(value) &&
  id(value.id, known, args) &&
  collection(value.collectionSlug, known, args) &&
  text(value.joinPath, known, args)

/** What the members are that functions share; those that stand nowhere here are handed on as they are. */
const MEMBERS: Record<string, Fits> = {
  id,
  docID: id,
  collectionSlug: collection,
  globalSlug: global,
  data: object,
  formState: object,
  documentFormState: object,
  docPreferences: object,
  initialData: object,
  initialBlockData: object,
  initialBlockFormState: object,
  query: isRowQuery,
  select: object,
  schemaPath: text,
  path: text,
  operation: (value) => value === 'create' || value === 'update',
  drawerSlug: text,
  fromLocale: text,
  toLocale: text,
  overrideData: flag,
  paramsOverride: (value) =>
    isObject(value) && Array.isArray(value.segments) && value.segments.every((one) => typeof one === 'string'),
  searchParams: object,
  columns: list,
  parent,
}

/**
 * The functions that the admin calls, each with the members that it cannot do without, one of each line. Payload's
 * others belong to what is switched off here: its scheduler and folders, which never ask who may do what here.
 */
const FUNCTIONS: Record<string, { needs: string[][]; members?: Record<string, Fits> }> = {
  'copy-data-from-locale': { needs: [['collectionSlug', 'globalSlug'], ['fromLocale'], ['toLocale']] },
  'form-state': {
    needs: [
      ['collectionSlug', 'globalSlug', 'widgetSlug'],
      ['operation', 'widgetSlug'],
    ],
  },
  'get-default-layout': { needs: [] },
  'render-document': {
    needs: [['collectionSlug']],
    members: { collectionSlug: (value, known, args) => collection(value, known, args) || global(value, known, args) },
  },
  'render-document-slots': { needs: [['collectionSlug', 'globalSlug']] },
  'render-field': { needs: [['schemaPath'], ['initialValue', 'field', 'path']] },
  'render-list': { needs: [['collectionSlug']] },
  'render-widget': { needs: [['widgetSlug']], members: { widgetSlug: text } },
  slugify: { needs: [['collectionSlug', 'globalSlug'], ['path']], members: { valueToSlugify: text } },
  'table-state': { needs: [['collectionSlug']], members: { collectionSlug: collections } },
}

/** What Payload's own code says to itself on the server, and nobody from outside. */
const NOT_TO_BE_SAID = ['skipClientConfigAuth', 'mockRSCs']

const isSound = (name: string, args: Given, known: Known): boolean => {
  const { needs, members } = FUNCTIONS[name]!
  const fits = { ...MEMBERS, ...members }
  return (
    needs.every((alternatives) => alternatives.some((member) => !absent(args[member]))) &&
    Object.entries(args).every(
      ([member, value]) => absent(value) || !Object.hasOwn(fits, member) || fits[member]!(value, known, args),
    )
  )
}

const refused = (fault: Pick<Fault, 'status' | 'code' | 'vi' | 'en'>) => {
  const outcome = actionOutcome.getStore()
  if (outcome) outcome.status = fault.status
  const message = sentenceFor(fault, undefined)
  return { errors: [{ code: fault.code, message }], message }
}

const FAULT_OF: Record<number, Fault> = {
  400: FAULTS.badRequest,
  401: FAULTS.loginRequired,
  403: FAULTS.forbidden,
  404: FAULTS.notFound,
}

/** What Next throws to itself, such as a redirection. */
const isNexts = (error: unknown): boolean =>
  String((error as { digest?: unknown } | null)?.digest ?? '').startsWith('NEXT_')

/**
 * Answers a call of one of the admin's server functions. The name must be one of ours, never one that all objects
 * inherit, and what it is given of the kind that the function takes for granted. A failure is told to the log in one
 * line, and to who called by a sentence and a code.
 *
 * @param call as it came over the wire: anything at all
 */
export const answerServerFunction = async (
  call: unknown,
  { config, importMap }: { config: Promise<SanitizedConfig>; importMap: ImportMap },
): Promise<unknown> => {
  const { name, args } = (isObject(call) ? call : {}) as { name?: unknown; args?: unknown }
  if (typeof name !== 'string' || !Object.hasOwn(FUNCTIONS, name) || !isObject(args)) return refused(FAULTS.badRequest)
  const sanitized = await config
  const known: Known = {
    collections: new Set(sanitized.collections.map(({ slug }) => slug)),
    globals: new Set(sanitized.globals.map(({ slug }) => slug)),
  }
  if (!isSound(name, args, known)) return refused(FAULTS.badRequest)
  const outcome = actionOutcome.getStore()
  if (outcome) outcome.name = name
  const said = Object.fromEntries(Object.entries(args).filter(([member]) => !NOT_TO_BE_SAID.includes(member)))
  try {
    return await handleServerFunctions({ name, args: said, config, importMap })
  } catch (error) {
    if (isNexts(error)) throw error
    const { logger } = await getPayload({ config })
    logger.error({ msg: 'a server function failed', function: name, err: error })
    return refused(FAULT_OF[statusOfFailure(error)] ?? FAULTS.internal)
  }
}
