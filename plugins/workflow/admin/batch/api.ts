import { type Connection, call } from '../api.ts'

/** A page of imported texts that wait. */
export interface BatchPage {
  documents: {
    collection: string
    id: string
    contentHash: string
    title: string
    publicSince: string | null
    ok: boolean
    because?: string
  }[]
  more: boolean
}

/** Imported texts of a collection that wait, a page of them. */
export const readBatch = (connection: Connection, collection: string, page: number) =>
  call<BatchPage>(connection, `batch?${new URLSearchParams({ collection, page: String(page) })}`)

type Listed = Pick<BatchPage['documents'][number], 'collection' | 'id' | 'contentHash'>

/** The hash of a list of documents. */
export const readManifest = (connection: Connection, documents: readonly Listed[]) =>
  call<{ manifest: string }>(connection, 'batch/manifest', { documents })

/** Approves and publishes the documents of a list. */
export const approveListed = (connection: Connection, manifest: string, documents: readonly Listed[]) =>
  call<{ published: number; before: number }>(connection, 'batch', { manifest, documents })
