import {
  APIError,
  type CollectionAfterOperationHook,
  type CollectionBeforeOperationHook,
  createLocalReq,
  type GlobalBeforeOperationHook,
  type Payload,
  type PayloadRequest,
  type SanitizedConfig,
  type TypedUser,
  type Where,
} from 'payload'
import { say } from '../../lib/faults/say.ts'
import { isRecord } from '../../lib/isRecord.ts'
import { systemClock } from '../../lib/time/clock.ts'
import { FAULTS, type Fault } from '../portal/faults.ts'
import { AN_ID } from './forms/core/anId.ts'

const LOCKS = 'payload-locked-documents'
/** Clocks of two servers may differ by this much. */
const CLOCK_SKEW_MS = 60_000
/** How long Payload lets a lock hold, unless a collection says otherwise, in seconds. */
const HOLDS_SECONDS = 300

/** What is locked: a document or a global. */
type Locked = { relationTo: string; value: string } | { globalSlug: string }

interface Lock {
  id: string
  document?: { relationTo: string; value: string } | null
  globalSlug?: string | null
  user?: { value?: unknown } | null
  updatedAt: string
}

const refuse = (req: PayloadRequest, { status, code, vi, en }: Fault): APIError =>
  new APIError(say(req, vi, en), status, { code }, true)

/** The document or global that sent data names, if it is one that can be locked. */
const lockedIn = ({ collections, config }: Payload, data: Record<string, unknown>): Locked | undefined => {
  const { document, globalSlug } = data
  if (document === undefined || document === null)
    return typeof globalSlug === 'string' && config.globals.some(({ slug }) => slug === globalSlug)
      ? { globalSlug }
      : undefined
  if (!isRecord(document) || (globalSlug !== undefined && globalSlug !== null)) return undefined
  const { relationTo, value } = document
  if (typeof relationTo !== 'string' || typeof value !== 'string' || !AN_ID.test(value)) return undefined
  return Object.hasOwn(collections, relationTo) && collections[relationTo]!.config.lockDocuments !== false
    ? { relationTo, value }
    : undefined
}

/** Whether the access rules let the user of the request change a document or global. */
const mayChange = async (req: PayloadRequest, locked: Locked): Promise<boolean> => {
  const { payload } = req
  if ('globalSlug' in locked) {
    const global = payload.config.globals.find(({ slug }) => slug === locked.globalSlug)
    return Boolean(await global?.access.update({ req }))
  }
  const { relationTo: collection, value: id } = locked
  const allowed = await payload.collections[collection]!.config.access.update({ req, id })
  if (!allowed) return false
  const where: Where = { and: [{ id: { equals: id } }, ...(allowed === true ? [] : [allowed])] }
  return (await payload.db.count({ collection, where })).totalDocs > 0
}

/**
 * Guarantees that a lock is in the name of the person who asks for it, on a document that they may change, and begins
 * now. Taking over somebody's lock changes its holder and nothing else.
 */
const inOwnName: CollectionBeforeOperationHook = async ({ args, operation, req, overrideAccess }) => {
  if (overrideAccess || !req.user || (operation !== 'create' && operation !== 'update')) return args
  const { data, id } = args as { data?: unknown; id?: string }
  if (!isRecord(data)) throw refuse(req, FAULTS.badRequest)
  const user = { relationTo: req.user.collection, value: req.user.id }
  if (operation === 'update') {
    if (id === undefined) throw refuse(req, FAULTS.forbidden)
    const lock = AN_ID.test(String(id))
      ? await req.payload.db.findOne<Lock>({ collection: LOCKS, where: { id: { equals: id } } })
      : null
    if (!lock) throw refuse(req, FAULTS.notFound)
    const locked = lockedIn(req.payload, { ...lock })
    if (!locked || !(await mayChange(req, locked))) throw refuse(req, FAULTS.forbidden)
    return { ...args, data: { user } } as typeof args
  }
  const locked = lockedIn(req.payload, data)
  if (!locked) throw refuse(req, FAULTS.unusableValue)
  if (!(await mayChange(req, locked))) throw refuse(req, FAULTS.forbidden)
  return { ...args, data: { user, ...('globalSlug' in locked ? locked : { document: locked }) } } as typeof args
}

/** Whether a lock counts: its time has come, and its holder may change what it locks. */
const counts = async (payload: Payload, lock: Lock, locked: Locked): Promise<boolean> => {
  if (new Date(lock.updatedAt).getTime() > systemClock.now().getTime() + CLOCK_SKEW_MS) return false
  const collection = payload.config.admin.user
  const holder = lock.user?.value
  const row =
    typeof holder === 'string' || typeof holder === 'number'
      ? await payload.db.findOne<TypedUser>({ collection, where: { id: { equals: holder } } })
      : null
  if (!row) return false
  return mayChange(await createLocalReq({ user: { ...row, collection } as TypedUser }, payload), locked)
}

/** Whether a lock has held as long as it may. */
const isOver = ({ collections }: Payload, lock: Lock, locked: Locked): boolean => {
  const own = 'relationTo' in locked ? collections[locked.relationTo]?.config.lockDocuments : undefined
  const holds = typeof own === 'object' ? own.duration : HOLDS_SECONDS
  return new Date(lock.updatedAt).getTime() + holds * 1000 < systemClock.now().getTime()
}

/**
 * Shows no lock that does not count. A form that was still being read when its holder acted leaves one behind, and the
 * next person would be told that somebody else is editing.
 */
const withoutIdle: CollectionAfterOperationHook = async ({ operation, result, req }) => {
  if (operation !== 'find' || !('docs' in result)) return result
  const docs: unknown[] = []
  for (const doc of result.docs) {
    const lock = doc as unknown as Lock
    const { document } = lock
    // A document or a person may have been read along with the lock.
    const idOf = (value: unknown) => (isRecord(value) ? value.id : value)
    const locked = lockedIn(req.payload, {
      ...lock,
      ...(document ? { document: { ...document, value: idOf(document.value) } } : {}),
    })
    const held = { ...lock, user: lock.user && { ...lock.user, value: idOf(lock.user.value) } }
    if (locked && !isOver(req.payload, held, locked) && (await counts(req.payload, held, locked))) docs.push(doc)
  }
  return docs.length === result.docs.length
    ? result
    : { ...result, docs, totalDocs: result.totalDocs - (result.docs.length - docs.length) }
}

const nobodyElseHolds = async (req: PayloadRequest, where: Where, locked: Locked): Promise<boolean> => {
  const { payload } = req
  const { docs } = await payload.db.find<Lock>({ collection: LOCKS, where, pagination: false, limit: 20 })
  const others = docs.filter(({ user }) => String(user?.value) !== String(req.user?.id))
  for (const lock of others) if (await counts(payload, lock, locked)) return false
  return others.length > 0
}

/** Lets a save pass by locks that do not count, however they came about. */
const pastForeignLocks: CollectionBeforeOperationHook = async ({ args, operation, collection, req }) => {
  const { id, overrideLock } = args as { id?: string | number; overrideLock?: boolean }
  if ((operation !== 'update' && operation !== 'delete') || overrideLock !== false) return args
  // Whoever locks their own row must not keep an administrator from closing their account.
  if (collection.auth) return { ...args, overrideLock: true } as typeof args
  if (id === undefined) return args
  const where: Where = {
    and: [{ 'document.relationTo': { equals: collection.slug } }, { 'document.value': { equals: id } }],
  }
  const free =
    AN_ID.test(String(id)) && (await nobodyElseHolds(req, where, { relationTo: collection.slug, value: String(id) }))
  return free ? ({ ...args, overrideLock: true } as typeof args) : args
}

const globalPastForeignLocks: GlobalBeforeOperationHook = async ({ args, operation, global, req }) => {
  const { overrideLock } = args as { overrideLock?: boolean }
  if (operation !== 'update' || overrideLock !== false) return args
  const where: Where = { globalSlug: { equals: global.slug } }
  return (await nobodyElseHolds(req, where, { globalSlug: global.slug })) ? { ...args, overrideLock: true } : args
}

/**
 * `payload` 3.90.2 lets everyone who is logged in lock any document in anybody's name and until any day, so that others
 * get 423 for documents, and rows of people, that the locker may not even change. This makes a lock what the admin uses
 * it for: a note in one's own name that one is changing a document which one may change, for five minutes from now by
 * the server's clock. Nobody sees a note that says less. Payload adds the collection of locks after every plugin, so this is applied to the finished
 * configuration.
 */
export const ownLocks = (config: SanitizedConfig): SanitizedConfig => ({
  ...config,
  collections: config.collections.map((collection) => {
    const { hooks, access, lockDocuments } = collection
    if (collection.slug === LOCKS)
      return {
        ...collection,
        access: { ...access, delete: ({ req }) => (req.user ? { 'user.value': { equals: req.user.id } } : false) },
        hooks: {
          ...hooks,
          beforeOperation: [inOwnName, ...(hooks.beforeOperation ?? [])],
          afterOperation: [...(hooks.afterOperation ?? []), withoutIdle],
        },
      }
    if (lockDocuments === false) return collection
    return {
      ...collection,
      hooks: { ...hooks, beforeOperation: [...(hooks.beforeOperation ?? []), pastForeignLocks] },
    }
  }),
  globals: config.globals.map((global) => ({
    ...global,
    hooks: { ...global.hooks, beforeOperation: [...(global.hooks.beforeOperation ?? []), globalPastForeignLocks] },
  })),
})
