import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { COMPRESSED } from './format.ts'

/** Quick, and takes nine tenths off logs; higher levels take twice the time for a few per cent more. */
const LEVEL = 4

/**
 * Writes rows into a new file, one a line, flushed to the disk; compressed when its name ends in `.gz`.
 *
 * @param args.onRows called with how many were written at a time
 * @returns how many rows, and the SHA-256 of the file
 */
export const writeLines = async (args: {
  file: string
  pages: AsyncIterable<object[]>
  onRows?: (count: number) => void
}): Promise<{ rows: number; sha256: string }> => {
  const { file, pages, onRows } = args
  const hash = createHash('sha256')
  let count = 0
  async function* lines() {
    for await (const rows of pages) {
      yield rows.map((row) => `${JSON.stringify(row)}\n`).join('')
      count += rows.length
      onRows?.(rows.length)
    }
  }
  async function* hashed(chunks: AsyncIterable<Buffer | string>) {
    for await (const chunk of chunks) {
      hash.update(chunk)
      yield chunk
    }
  }
  const text = Readable.from(lines(), { objectMode: false })
  const target = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true })
  await (file.endsWith(COMPRESSED)
    ? pipeline(text, createGzip({ level: LEVEL }), hashed, target)
    : pipeline(text, hashed, target))
  return { rows: count, sha256: hash.digest('hex') }
}
