import { EventEmitter } from 'node:events'
import type { Payload } from 'payload'
import { publicationsOptions } from '../core/shapes.ts'
import type { FrozenContent, Publication } from '../types.ts'
import { appendLog } from './appendLog.ts'
import { filesOf } from './files.ts'
import { keepOnce } from './insertOnce.ts'
import { keepFile } from './keepFile.ts'
import { publicationsLog } from './logs.ts'
import { documentStateOf } from './read.ts'

/** Stored on the Payload instance, because Next bundles a second copy of this module into the same process. */
const LISTENERS = Symbol.for('congbo.publications.listeners')
const emitterOf = (payload: Payload): EventEmitter => {
  const holder = payload as Payload & { [LISTENERS]?: EventEmitter }
  holder[LISTENERS] ??= new EventEmitter().setMaxListeners(0)
  return holder[LISTENERS]
}

/**
 * Calls `listener` after each row that this process appends to the publications log.
 *
 * @returns a function that unsubscribes it
 */
export const onAppend = (payload: Payload, listener: () => void): (() => void) => {
  const emitter = emitterOf(payload)
  emitter.on('append', listener)
  return () => void emitter.off('append', listener)
}

/** Public address of a document of a governed collection. */
export const urlOf = (payload: Payload, collection: string, slug: string): string =>
  `${publicationsOptions(payload.config).governed[collection]!.path}/${slug}`

/** Whether an address belongs to another document; published addresses are kept for ever. */
export const addressHolder = async (args: {
  payload: Payload
  collection: string
  slug: string
}): Promise<string | undefined> => {
  const row = await args.payload.db.findOne<{ id: string; document: string }>({
    collection: 'addresses',
    where: { address: { equals: `${args.collection}:${args.slug}` } },
  })
  return row?.document
}

/**
 * The live document at a public address, current or former.
 *
 * @param args.address a path of the website such as `/van-ban/ke-hoach-84`, or a whole address; a query, a fragment and
 *   a trailing slash are ignored
 * @returns its stream name and its current address; `undefined` when nothing is live there
 */
export const liveDocumentAt = async (args: {
  payload: Payload
  address: string
}): Promise<{ document: string; url: string } | undefined> => {
  const { payload, address } = args
  const path = pathIn(address)
  const { governed } = publicationsOptions(payload.config)
  for (const [collection, { path: prefix }] of Object.entries(governed)) {
    const slug = path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : ''
    const document = slug ? await addressHolder({ payload, collection, slug }) : undefined
    const state = document?.startsWith(`${collection}:`)
      ? await documentStateOf({ payload, collection, document: document.slice(collection.length + 1) })
      : undefined
    if (document && state?.live) return { document, url: state.url }
  }
  return undefined
}

const pathIn = (address: string): string => {
  const { pathname } = URL.parse(address.trim(), 'http://website') ?? { pathname: '' }
  try {
    return decodeURIComponent(pathname).replace(/\/+$/, '')
  } catch {
    return ''
  }
}

/** Which of these slugs are public addresses, current or former, of other documents. */
export const slugsOfOthers = async (args: {
  payload: Payload
  collection: string
  slugs: readonly string[]
  /** Key of the document that asks, if it has one. */
  key: string | undefined
}): Promise<Set<string>> => {
  const { payload, collection, slugs, key } = args
  const { docs } = await payload.db.find<{ id: string; address: string; document: string }>({
    collection: 'addresses',
    where: { address: { in: slugs.map((slug) => `${collection}:${slug}`) } },
    pagination: false,
  })
  const others = docs.filter(({ document }) => document !== `${collection}:${key}`)
  return new Set(others.map(({ address }) => address.slice(collection.length + 1)))
}

/** Whether a document ever had a public address. */
export const hasAddress = async (args: { payload: Payload; collection: string; key: string }): Promise<boolean> => {
  const document = `${args.collection}:${args.key}`
  return Boolean(await args.payload.db.findOne({ collection: 'addresses', where: { document: { equals: document } } }))
}

/**
 * Does everything before publication that can fail: claims the address for this document, and copies the files of the
 * content. Idempotent.
 *
 * @returns `address` when another document holds the address
 * @throws Unpublishable when a file is missing or changed
 * @throws Error any error of the database or the disk; a later retry may succeed
 */
export const reserve = async (args: {
  payload: Payload
  document: string
  content: FrozenContent
  at: Date
}): Promise<'reserved' | 'address'> => {
  const { payload, document, content, at } = args
  const held = await keepOnce({
    payload,
    collection: 'addresses',
    data: { address: `${content.collection}:${content.fields.slug}`, document, at: at.toISOString() },
    unique: ['address'],
    columns: ['document'],
  })
  if (held.document !== document) return 'address'
  const { mediaDir } = publicationsOptions(payload.config)
  for (const file of filesOf(content)) await keepFile(mediaDir, file)
  return 'reserved'
}

/** Appends to the publications log, once for each `key`, and notifies the listeners in this process. */
export const record = async (args: {
  payload: Payload
  entry: Omit<Publication, 'seq' | 'prev' | 'hash'>
}): Promise<void> => {
  const { outcome } = await appendLog({ payload: args.payload, log: publicationsLog, entry: args.entry })
  if (outcome === 'appended') emitterOf(args.payload).emit('append')
}
