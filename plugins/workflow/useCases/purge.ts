import type { Payload } from 'payload'
import { eraseContents, filesOf, readContents } from '../../publications/index.ts'
import { erasures, textsToErase } from '../core/purge.ts'
import type { WorkflowState } from '../core/state.ts'
import { allRows } from '../store/rows.ts'
import { eventsLog } from '../store/stream.ts'
import type { LoadedStream } from './load.ts'

/** Which of the texts that a purge would erase other documents have too. */
export const textsOfOthers = async (
  payload: Payload,
  document: string,
  state: WorkflowState,
): Promise<ReadonlySet<string>> => {
  const { docs } = await payload.db.find<{ id: string; contentHash: string }>({
    collection: eventsLog.collection,
    where: { and: [{ contentHash: { in: textsToErase(state) } }, { document: { not_equals: document } }] },
    select: { contentHash: true },
    pagination: false,
  })
  return new Set(docs.map(({ contentHash }) => contentHash))
}

/**
 * Checksums of the public files of some texts that no other text shows. Reads every frozen content if they have files,
 * page by page, because another document may show the same file.
 */
const filesOfNobodyElse = async (payload: Payload, hashes: ReadonlySet<string>): Promise<string[]> => {
  const contents = await readContents({ payload, hashes: [...hashes] })
  const files = new Set([...contents.values()].flatMap(filesOf).map(({ sha256 }) => sha256))
  if (!files.size) return []
  const rows = allRows<{ hash: string; bytes?: unknown }>({
    payload,
    collection: 'contents',
    sort: ['hash'],
    columns: ['bytes'],
  })
  for await (const { hash, bytes } of rows) {
    if (hashes.has(hash) || typeof bytes !== 'string') continue
    for (const sha256 of files) if (bytes.includes(sha256)) files.delete(sha256)
    if (!files.size) break
  }
  return [...files]
}

/** Which of some frozen contents still have their bytes. */
const stillThere = async (payload: Payload, hashes: readonly string[]): Promise<ReadonlySet<string>> => {
  const { docs } = await payload.db.find<{ id: string; hash: string }>({
    collection: 'contents',
    where: { and: [{ hash: { in: [...hashes] } }, { bytes: { exists: true } }] },
    select: { hash: true },
    pagination: false,
  })
  return new Set(docs.map(({ hash }) => hash))
}

/**
 * Erases what the events of a document say was erased, once: a file that is shown again later is not touched. Can be
 * finished after a crash, because files go before the texts that name them.
 */
export const erasePurged = async (payload: Payload, { events, definitions }: LoadedStream): Promise<void> => {
  if (!events.some(({ type }) => type === 'purged')) return
  for (const { texts, reason } of erasures(events, definitions)) {
    const hashes = await stillThere(payload, texts)
    if (hashes.size)
      await eraseContents({ payload, hashes: [...hashes], files: await filesOfNobodyElse(payload, hashes), reason })
  }
}
