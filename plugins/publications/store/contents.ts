import type { Payload, PayloadRequest } from 'payload'
import { canonicalJson, sha256 } from '../core/canonical.ts'
import { freeze } from '../core/freeze.ts'
import { contentLocales } from '../core/locales.ts'
import { publicationsOptions } from '../core/shapes.ts'
import { renderTree } from '../richText/renderTree.ts'
import type { FrozenContent } from '../types.ts'
import { keepOnce } from './insertOnce.ts'

/** A complete working copy: all locales, relations one level deep, private fields included. */
export type WorkingCopy = Record<string, unknown> & { id: string | number; key: string; slug?: string }

/** Reads the current working copy; `undefined` when there is none. */
export const readWorkingCopy = async (args: {
  payload: Payload
  collection: string
  id: string | number
  /** Reads within its transaction. Must be a request of its own, because reading sets its languages. */
  req?: Pick<PayloadRequest, 'transactionID'>
}): Promise<WorkingCopy | undefined> => {
  const { payload, collection, id, req } = args
  const row = await payload.findByID({
    collection,
    id,
    depth: 1,
    locale: 'all',
    overrideAccess: true,
    showHiddenFields: true,
    disableErrors: true,
    req,
  })
  return (row as WorkingCopy | null) ?? undefined
}

/** Content with its key in `contents`. */
export interface FrozenWorkingCopy {
  content: FrozenContent
  hash: string
  bytes: string
}

/** Field that holds the title of a governed collection. Its `useAsTitle` may hold more, such as number and title. */
export const titleFieldOf = ({ config }: Pick<Payload, 'config'>, collection: string): string =>
  publicationsOptions(config).governed[collection]?.title ?? 'title'

/** Field by which the admin names a document of a governed collection. */
export const namedByOf = (payload: Pick<Payload, 'config' | 'collections'>, collection: string): string =>
  payload.collections[collection]?.config.admin.useAsTitle ?? titleFieldOf(payload, collection)

/** Freezes the public fields of a working copy. Writes nothing. */
export const freezeWorkingCopy = (args: {
  payload: Payload
  collection: string
  row: WorkingCopy
}): FrozenWorkingCopy => {
  const { payload, collection, row } = args
  const { config } = payload.collections[collection]!
  const options = publicationsOptions(payload.config)
  const content = freeze({
    collection,
    fields: config.fields,
    titleField: titleFieldOf(payload, collection),
    locales: contentLocales(payload.config),
    row,
    options,
    toHtml: renderTree,
  })
  const bytes = canonicalJson(content)
  return { content, hash: sha256(bytes), bytes }
}

/** Stores frozen bytes under their hash. Idempotent. */
export const keepContent = async (args: { payload: Payload; frozen: FrozenWorkingCopy }): Promise<void> => {
  const { hash, bytes, content } = args.frozen
  await keepOnce({
    payload: args.payload,
    collection: 'contents',
    data: { hash, collection: content.collection, size: Buffer.byteLength(bytes), bytes },
    unique: ['hash'],
    columns: ['hash'],
  })
}
