import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import {
  FORMAT,
  fileOf,
  MANIFEST,
  type Manifest,
  movedCollections,
  versionedCollections,
  withoutSessions,
} from './format.ts'

const PAGE = 200

type Row = Record<string, unknown> & { id: string | number }
type Page = { docs: Row[]; hasNextPage: boolean }

async function* pages(read: (page: number) => Promise<Page>): AsyncGenerator<Row> {
  for (let page = 1; ; page += 1) {
    const { docs, hasNextPage } = await read(page)
    yield* docs
    if (!hasNextPage) return
    // The database answers without giving the event loop a turn.
    await setImmediate()
  }
}

/** Somebody else's files must not be mixed with the export. */
export class FolderNotEmpty extends Error {
  override name = 'FolderNotEmpty'
}

/**
 * Writes everything that a system holds in its database into a folder, one row a line, so that it can be loaded into
 * an empty database of either kind: rows with their ids, all languages, every version, the facts of the portal. Files
 * of the media library and anchors are no rows; they are copied beside it. Nobody should be writing meanwhile.
 *
 * @param args.onRow called after each row with how many were written
 * @throws FolderNotEmpty when the folder holds something
 */
export const exportTo = async (args: {
  payload: Payload
  folder: string
  at: Date
  onRow?: (done: number) => void
}): Promise<Manifest> => {
  const { payload, folder, at, onRow } = args
  const { config, db } = payload
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length) throw new FolderNotEmpty(folder)
  const manifest: Manifest = { format: FORMAT, at: at.toISOString(), rows: {}, files: {} }
  let done = 0
  const write = async (file: string, rows: AsyncIterable<object> | Iterable<object>) => {
    const out = createWriteStream(path.join(folder, file), { mode: 0o600 })
    const hash = createHash('sha256')
    let count = 0
    for await (const row of rows) {
      const line = `${JSON.stringify(row)}\n`
      hash.update(line)
      if (!out.write(line)) await once(out, 'drain')
      count += 1
      done += 1
      onRow?.(done)
    }
    out.end()
    await finished(out)
    manifest.rows[file] = count
    manifest.files[file] = hash.digest('hex')
  }
  async function* rowsOf(collection: string) {
    const found = pages(
      (page) => db.find({ collection, sort: 'id', limit: PAGE, page, locale: 'all' }) as unknown as Promise<Page>,
    )
    for await (const row of found) yield withoutSessions(row)
  }
  for (const slug of movedCollections(config)) await write(fileOf.rows(slug), rowsOf(slug))
  for (const slug of versionedCollections(config))
    await write(
      fileOf.versions(slug),
      pages(
        (page) =>
          db.findVersions({
            collection: slug,
            sort: ['createdAt', 'id'],
            limit: PAGE,
            page,
            locale: 'all',
          }) as unknown as Promise<Page>,
      ),
    )
  const globals: object[] = []
  for (const { slug } of config.globals) {
    // Of a global that nobody has saved yet SQLite tells `{}` and MongoDB `null`, whatever its type says.
    const value = (await db.findGlobal({ slug, locale: 'all' })) as object | null
    if (value && Object.keys(value).length) globals.push({ slug, value })
  }
  await write(fileOf.globals, globals)
  await writeFile(path.join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  return manifest
}
