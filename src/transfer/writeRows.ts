import path from 'node:path'
import type { Payload } from 'payload'
import { COMPRESSED, fileOf, movedCollections, versionedCollections, type Written, withoutSessions } from './format.ts'
import { globalsOf, type Row, rowsOf, versionsOf } from './reading.ts'
import { writeLines } from './writeLines.ts'

async function* withoutOpenSessions(pages: AsyncIterable<Row[]>): AsyncGenerator<object[]> {
  for await (const rows of pages) yield rows.map(withoutSessions)
}

/**
 * Writes every row that a database holds into a folder, one a line, flushed to the disk: rows with their ids, all
 * languages, every version, the settings.
 *
 * @param args.compress ends every name in `.gz`
 * @param args.onRow called with how many were written
 */
export const writeRows = async (args: {
  payload: Payload
  folder: string
  compress: boolean
  onRow?: (done: number) => void
}): Promise<Written> => {
  const { payload, folder, compress, onRow } = args
  const { config } = payload
  const written: Written = { rows: {}, files: {} }
  let done = 0
  const onRows = (count: number) => {
    done += count
    onRow?.(done)
  }
  const write = async (name: string, pages: AsyncIterable<object[]>) => {
    const file = compress ? `${name}${COMPRESSED}` : name
    const { rows, sha256 } = await writeLines({ file: path.join(folder, file), pages, onRows })
    written.rows[file] = rows
    written.files[file] = sha256
  }
  for (const slug of movedCollections(config))
    await write(fileOf.rows(slug), withoutOpenSessions(rowsOf(payload, slug)))
  for (const slug of versionedCollections(config)) await write(fileOf.versions(slug), versionsOf(payload, slug))
  await write(fileOf.globals, globalsOf(payload))
  return written
}
