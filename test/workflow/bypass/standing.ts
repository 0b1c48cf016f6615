import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { lastSeq, publicFilePath } from '../../../plugins/publications/index.ts'
import type { PublicSide } from '../../delivery/support/publicSide.ts'
import type { Target } from './bypassing.ts'

/** Collections whose number of rows must not change. */
const COUNTED = [
  'workflow-events',
  'workflow-comments',
  'workflow-powers',
  'workflow-runs',
  'contents',
  'addresses',
  'publications',
  'media',
] as const

const rowsOf = async (portal: PublicSide, collection: string, column: string, value: unknown) =>
  (
    await portal.payload.db.find<Record<string, unknown> & { id: string }>({
      collection,
      where: { [column]: { equals: value } },
      sort: 'id',
      limit: 0,
      pagination: false,
    })
  ).docs

/** The response of the public API. */
const publicAnswer = async (portal: PublicSide, { collection, key }: Target): Promise<unknown> => {
  const single = collection.slice(0, -1)
  await portal.delivery.tail()
  const { status, body } = await portal.ask(
    `{ ${single}(id: "${key}") { title slug url edition contentHash changeNote updatedAt } }`,
  )
  return { status, body }
}

/** What the database holds of a document, and how the public side answers for it. */
export interface Rows {
  media: Record<string, unknown>[]
  [what: string]: unknown
}

/**
 * The rows that a refused write must not change: the row in all fields and languages, its versions, its trail, its
 * frozen contents, its rows in the publications log, the row counts of the collections, and the public response.
 */
export const rowsStanding = async (portal: PublicSide, target: Target): Promise<Rows> => {
  const { payload } = portal
  const { collection, id, key, file } = target
  const events = await rowsOf(portal, 'workflow-events', 'document', `${collection}:${key}`)
  const hashes = [...new Set(events.flatMap(({ contentHash }) => (contentHash ? [contentHash] : [])))]
  const contents = await Promise.all(hashes.map((hash) => rowsOf(portal, 'contents', 'hash', hash)))
  const versions = await payload.db.findVersions({
    collection,
    where: { parent: { equals: id } },
    select: { updatedAt: true, version: { title: true, editedBy: true, updatedAt: true } },
    sort: 'id',
    limit: 0,
    pagination: false,
  })
  return {
    row: await payload.db.findOne({ collection, where: { id: { equals: id } } }),
    versions: versions.docs,
    documents: (await payload.db.count({ collection })).totalDocs,
    allVersions: (await payload.db.countVersions({ collection })).totalDocs,
    events,
    run: await rowsOf(portal, 'workflow-runs', 'document', `${collection}:${key}`),
    contents,
    publications: await rowsOf(portal, 'publications', 'document', key),
    last: await lastSeq(portal),
    counts: await Promise.all(COUNTED.map(async (slug) => (await payload.db.count({ collection: slug })).totalDocs)),
    public: await publicAnswer(portal, target),
    media: file === undefined ? [] : await rowsOf(portal, 'media', 'id', file),
  }
}

/** The files of a document, which a refused write must not change either. */
export const filesStanding = ({ environment }: PublicSide, { media }: Rows): unknown =>
  media.map(({ filename, sha256: hash }) => {
    const kept = publicFilePath(environment.mediaDir, { filename: String(filename), sha256: String(hash) })
    return [path.join(environment.mediaDir, String(filename)), kept].map(
      (at) => existsSync(at) && readFileSync(at, 'utf8'),
    )
  })
