import { parse } from 'csv-parse'
import { charsetOf, delimiterOf, SAMPLE_BYTES } from '../core/sniffTable.ts'

/** A row of a table, by the number of the line at which it ends. */
export interface TableRow {
  line: number
  cells: string[]
}

/** Bytes that are parsed at once. */
const PIECE = 16 * 1024
/** A longer row is a quote that is never closed. */
const LONGEST_ROW = 256 * 1024

interface Parsed {
  record: string[]
  info: { lines: number }
}

/** The first bytes of a stream and the whole of it. */
const withSample = async (
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ sample: Buffer; whole: AsyncIterable<Uint8Array> }> => {
  const source = bytes[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let length = 0
  while (length < SAMPLE_BYTES) {
    const { done, value } = await source.next()
    if (done) break
    first.push(value)
    length += value.length
  }
  async function* whole() {
    yield* first
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value
  }
  return { sample: Buffer.concat(first).subarray(0, SAMPLE_BYTES), whole: whole() }
}

/** Text in small pieces, so that few rows are in memory at once. */
async function* decoded(bytes: AsyncIterable<Uint8Array>, charset: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(charset)
  for await (const chunk of bytes)
    for (let at = 0; at < chunk.length; at += PIECE)
      yield decoder.decode(chunk.subarray(at, at + PIECE), { stream: true })
  yield decoder.decode()
}

/**
 * Reads a table of text row by row, in the character set and with the delimiter that its beginning shows. It holds a few
 * rows in memory, whatever its size. Rows before a fault are yielded.
 *
 * @throws Error with a `code` of csv-parse when a quote is never closed
 */
export async function* readTable(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<TableRow> {
  const { sample, whole } = await withSample(bytes)
  const charset = charsetOf(sample)
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(new TextDecoder(charset).decode(sample)),
    info: true,
    max_record_size: LONGEST_ROW,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })
  // The fault is thrown below, after the rows that came before it.
  parser.on('error', () => {})
  function* rows(): Generator<TableRow> {
    // Read by hand: an iterator would drop the rows that came before a fault.
    for (let row = parser.read() as Parsed | null; row; row = parser.read() as Parsed | null)
      yield { line: row.info.lines, cells: row.record }
  }
  for await (const text of decoded(whole, charset)) {
    parser.write(text)
    yield* rows()
    if (parser.errored) throw parser.errored
  }
  await new Promise<void>((resolve) => parser.end(() => resolve()))
  yield* rows()
  if (parser.errored) throw parser.errored
}
