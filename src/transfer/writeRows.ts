import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Payload } from 'payload'
import { COMPRESSED, fileOf, movedCollections, versionedCollections, type Written, withoutSessions } from './format.ts'
import { globalsOf, type Row, rowsOf, versionsOf } from './reading.ts'

/** Quick, and takes nine tenths off logs; higher levels take twice the time for a few per cent more. */
const LEVEL = 4

type Pages = AsyncIterable<object[]>

async function* withoutOpenSessions(pages: AsyncIterable<Row[]>): Pages {
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
  const written: Written = { rows: {}, files: {} }
  let done = 0
  const write = async (name: string, pages: Pages) => {
    const file = compress ? `${name}${COMPRESSED}` : name
    const hash = createHash('sha256')
    let count = 0
    async function* lines() {
      for await (const rows of pages) {
        yield rows.map((row) => `${JSON.stringify(row)}\n`).join('')
        count += rows.length
        done += rows.length
        onRow?.(done)
      }
    }
    async function* hashed(chunks: AsyncIterable<Buffer | string>) {
      for await (const chunk of chunks) {
        hash.update(chunk)
        yield chunk
      }
    }
    const target = createWriteStream(path.join(folder, file), { flags: 'wx', mode: 0o600, flush: true })
    const text = Readable.from(lines(), { objectMode: false })
    await (compress ? pipeline(text, createGzip({ level: LEVEL }), hashed, target) : pipeline(text, hashed, target))
    written.rows[file] = count
    written.files[file] = hash.digest('hex')
  }
  const { config } = payload
  for (const slug of movedCollections(config))
    await write(fileOf.rows(slug), withoutOpenSessions(rowsOf(payload, slug)))
  for (const slug of versionedCollections(config)) await write(fileOf.versions(slug), versionsOf(payload, slug))
  await write(fileOf.globals, globalsOf(payload))
  return written
}
