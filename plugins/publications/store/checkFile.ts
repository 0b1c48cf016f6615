import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'

/** The fault of a file on disk, or its size. */
export type FileCheck = { size: number } | { what: 'changed' | 'missing' }

/** Small enough that hashing a chunk does not block the event loop. */
const PIECE_BYTES = 256 * 1024

/** SHA-256 of a file, in hex. */
export const checksumOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file, { highWaterMark: PIECE_BYTES }), hash)
  return hash.digest('hex')
}

/** Cached checksums by file status: a file's bytes cannot change without a new `ctime`. */
const known = new Map<string, Promise<string>>()
const MOST_KNOWN = 10_000

const remember = (mark: string, checksum: Promise<string>): void => {
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(mark, checksum)
}

const stateOf = async (file: string): Promise<{ mark: string; size: number } | undefined> => {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = await stat(file, { bigint: true })
    return { mark: [dev, ino, size, mtimeNs, ctimeNs].join(':'), size: Number(size) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Caches the checksum of a file that was just verified under another name, which saves reading it again. */
export const rememberChecksum = async (file: string, sha256: string): Promise<void> => {
  const state = await stateOf(file)
  if (state) remember(state.mark, Promise.resolve(sha256))
}

/**
 * Verifies a file against its checksum. Concurrent calls share one read; the file is read again only if it changed.
 *
 * @param file absolute path
 * @param sha256 in hex
 * @returns the size in bytes of a valid file, or its fault
 * @throws any disk error other than a missing file
 */
export const checkFile = async (file: string, sha256: string): Promise<FileCheck> => {
  // Taken before the bytes are read, so that a change during the read invalidates the cache entry.
  const state = await stateOf(file)
  if (!state) return { what: 'missing' }
  let checksum = known.get(state.mark)
  if (!checksum) {
    checksum = checksumOf(file)
    remember(state.mark, checksum)
    checksum.catch(() => known.delete(state.mark))
  }
  return (await checksum) === sha256 ? { size: state.size } : { what: 'changed' }
}
