import path from 'node:path'
import {
  type ChainedRow,
  firstChainFault,
  isNumbered,
  PUBLICATION_COLUMNS,
  rowHash,
  sha256,
} from '../../plugins/publications/index.ts'
import { COMMENT_COLUMNS, EVENT_COLUMNS, POWER_COLUMNS } from '../../plugins/workflow/index.ts'
import { fileOf, linesOf } from '../transfer/index.ts'

/** Reports what is wrong at a place. */
type Say = (place: string, what: string) => void

interface StreamRow extends ChainedRow {
  document: string
}
interface ContentRow {
  hash: string
  bytes?: string | null
}
type PublicationRow = ChainedRow & { contentHash?: string | null }

/** Logs with one stream a document, written stream by stream. */
const STREAMS: Readonly<Record<string, readonly string[]>> = {
  'workflow-events': EVENT_COLUMNS,
  'workflow-comments': COMMENT_COLUMNS,
  'workflow-powers': POWER_COLUMNS,
}

/** Checks the chains of one log. Memory holds one stream. */
const verifyStreams = async (args: { rows: AsyncIterable<StreamRow>; columns: readonly string[]; say: Say }) => {
  const { rows, columns, say } = args
  let stream: StreamRow[] = []
  const check = () => {
    const fault = firstChainFault(columns, stream)
    if (fault) say(`${stream[0]!.document}#${fault.seq}`, fault.what)
    stream = []
  }
  for await (const row of rows) {
    if (!isNumbered(row)) say(`${row.document}#${row.seq}`, 'has no number')
    else {
      if (stream[0] && stream[0].document !== row.document) check()
      stream.push(row)
    }
  }
  check()
}

/** Checks the chain of publications row by row. @returns the contents that its rows name */
const verifyPublications = async (rows: AsyncIterable<PublicationRow>, say: Say): Promise<Set<string>> => {
  const named = new Set<string>()
  let prev = ''
  let expected = 1
  for await (const row of rows) {
    const place = `publications#${row.seq}`
    if (row.seq !== expected) say(place, row.seq > expected ? `#${expected} is missing` : 'reordered')
    else if (row.hash !== rowHash([...PUBLICATION_COLUMNS, 'seq', 'prev'], row)) say(place, 'changed')
    else if (row.prev !== prev) say(place, 'reordered')
    prev = row.hash
    expected = row.seq + 1
    if (row.contentHash) named.add(row.contentHash)
  }
  return named
}

/**
 * Checks what the rows of a backup say of themselves, without a database: every chain by its hashes, every content by
 * its name, and that every content that was published is there. What needs the rules of the system, such as who may
 * approve, is checked by `congbo audit verify` after a restore.
 *
 * @param args.fileNamed where a file of rows is; `undefined` when the backup has none of that name
 */
export const verifyRows = async (args: {
  folder: string
  fileNamed: (name: string) => string | undefined
  say: Say
}): Promise<void> => {
  const { folder, fileNamed, say } = args
  const rowsIn = <Row>(slug: string): AsyncIterable<Row> | undefined => {
    const file = fileNamed(fileOf.rows(slug))
    return file === undefined ? undefined : linesOf<Row>(path.join(folder, file))
  }
  for (const [slug, columns] of Object.entries(STREAMS)) {
    const rows = rowsIn<StreamRow>(slug)
    if (rows) await verifyStreams({ rows, columns, say: (place, what) => say(`${slug} ${place}`, what) })
  }
  const publications = rowsIn<PublicationRow>('publications')
  const named = publications ? await verifyPublications(publications, say) : new Set<string>()
  for await (const { hash, bytes } of rowsIn<ContentRow>('contents') ?? []) {
    named.delete(hash)
    // One that was erased by two heads has no bytes, and keeps its row.
    if (bytes && sha256(bytes) !== hash) say(`contents ${hash}`, 'changed')
  }
  for (const hash of named) say(`contents ${hash}`, 'missing')
}
