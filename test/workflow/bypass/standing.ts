import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { lastSeq, publicFilePath } from '../../../plugins/publications/index.ts'
import type { PublicSide } from '../../delivery/support/publicSide.ts'
import type { Target } from './bypassing.ts'

/** Collections whose number of rows must not change. */
const COUNTED = ['workflow-events', 'workflow-runs', 'contents', 'addresses', 'publications', 'media'] as const

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

/**
 * Everything that a refused write must not change: the row in all fields and languages, its versions, its trail, its
 * frozen contents and their files, its rows in the publications log, the row counts of the collections, and the public
 * response.
 */
export const standingOf = async (portal: PublicSide, target: Target): Promise<unknown> => {
  const { payload, environment } = portal
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
  const media = file === undefined ? [] : await rowsOf(portal, 'media', 'id', file)
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
    media,
    bytes: media.map(({ filename, sha256: hash }) => {
      const kept = publicFilePath(environment.mediaDir, { filename: String(filename), sha256: String(hash) })
      return [path.join(environment.mediaDir, String(filename)), kept].map(
        (at) => existsSync(at) && readFileSync(at, 'utf8'),
      )
    }),
  }
}
