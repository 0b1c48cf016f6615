import { setImmediate } from 'node:timers/promises'
import { hasHash } from '../core/canonical.ts'
import { checkStretch, type Fault, LOG_START, type LogHead, type TrustedStretch } from '../core/trust.ts'
import type { FrozenContent } from '../types.ts'
import type { LogSource } from './sources/source.ts'

const SLICE = 500

/**
 * The only way to what is public: the log as far as it can be trusted, in stretches, so that memory does not grow with
 * it. What is broken comes out as a fault and as documents to be set aside; the rest goes on. A later call goes on
 * from the head of the last stretch.
 *
 * @param args.after the last row that was read; `LOG_START` for the whole log
 * @param args.upTo last `seq` to be read
 * @default the end of the log
 * @param args.slice rows read at once
 * @default 500
 */
export async function* trustedLog(args: {
  source: Pick<LogSource, 'rows'>
  after: LogHead
  upTo?: number
  slice?: number
}): AsyncGenerator<TrustedStretch> {
  const { source, upTo = Number.POSITIVE_INFINITY, slice = SLICE } = args
  let head = args.after
  // Not the head's number: a row between two numbers moves no head, and must not be read again for ever.
  for (let after = head.seq; after < upTo; ) {
    const read = await source.rows(after, slice)
    const rows = read.filter((row) => row.seq <= upTo)
    if (!rows.length) return
    const stretch = checkStretch(head, rows)
    head = stretch.head
    after = rows.at(-1)!.seq
    yield stretch
    if (read.length < slice) return
    // An embedded database answers without giving the event loop a turn.
    await setImmediate()
  }
}

/** Contents whose bytes are those of their hash, and what keeps the others from being shown. */
export interface SoundContents {
  contents: Map<string, FrozenContent>
  broken: Map<string, 'changed' | 'missing'>
  /** Those among the missing ones that say of themselves that they were erased on purpose. */
  erased: Set<string>
}

const parsed = (bytes: string): FrozenContent | undefined => {
  try {
    const content = JSON.parse(bytes) as FrozenContent | null
    return content !== null &&
      typeof content === 'object' &&
      content.fields !== null &&
      typeof content.fields === 'object'
      ? content
      : undefined
  } catch {
    return undefined
  }
}

/** Reads frozen contents by hash and looks at every one before it lets it through. */
export const soundContents = async (
  source: Pick<LogSource, 'contents'>,
  hashes: readonly string[],
): Promise<SoundContents> => {
  const asked = [...new Set(hashes)].filter((hash) => hash !== '')
  const stored = asked.length ? await source.contents(asked) : []
  const contents = new Map<string, FrozenContent>()
  const erased = new Set<string>()
  const broken = new Map<string, 'changed' | 'missing'>(asked.map((hash) => [hash, 'missing']))
  for (const { hash, bytes, purgedReason } of stored) {
    // A database takes bytes for a text too.
    const content = hasHash(bytes, hash) ? parsed(bytes) : undefined
    if (content) contents.set(hash, content)
    if (!bytes && purgedReason) erased.add(hash)
    if (content) broken.delete(hash)
    else broken.set(hash, bytes ? 'changed' : 'missing')
  }
  return { contents, broken, erased }
}

/** The faults of broken contents, with the documents that show them. */
export const contentFaults = (
  broken: SoundContents['broken'],
  shownBy: (hash: string) => Fault['documents'],
): Fault[] => [...broken].map(([hash, what]) => ({ store: 'contents', place: hash, what, documents: shownBy(hash) }))

/** Faults looked at again in one go. */
const MOST_RECHECKED = 200

const isMended = async (source: LogSource, { store, place, what }: Fault): Promise<boolean> => {
  // What has its hash and no form never gets another form.
  if (what === 'unusable') return false
  if (store === 'contents') return !(await soundContents(source, [place])).broken.size
  const [first = 0, last = first] = [...place.matchAll(/\d+/g)].map(Number)
  // With the row before and the one after, which say what it was chained to.
  const after = Math.max(0, first - 2)
  const [before, ...rows] = await source.rows(after, Math.min(last - after + 1, MOST_RECHECKED))
  if (first === 1) return before !== undefined && !checkStretch(LOG_START, [before, ...rows]).faults.length
  return before !== undefined && rows.length > 0 && !checkStretch(before, rows).faults.length
}

/** Which faults are none any more, because somebody put back what had been there. Looks at 200 at most. */
export const mendedFaults = async (source: LogSource, faults: readonly Fault[]): Promise<Fault[]> => {
  const mended: Fault[] = []
  for (const fault of faults.slice(0, MOST_RECHECKED)) if (await isMended(source, fault)) mended.push(fault)
  return mended
}

/** The place right after a `seq`, for whoever kept nothing but the number. */
export const headAt = async (source: Pick<LogSource, 'rows'>, seq: number): Promise<LogHead> => {
  const [row] = seq > 0 ? await source.rows(seq - 1, 1) : []
  if (row?.seq !== seq) return { seq, hash: '' }
  return { seq, hash: row.hash, collection: row.collection, document: row.document }
}
