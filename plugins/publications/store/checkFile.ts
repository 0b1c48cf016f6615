import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'

/** What is wrong with a file on the disk, or how long it is. */
export type FileCheck = { size: number } | { what: 'changed' | 'missing' }

/** Small enough that hashing a piece keeps nobody waiting. */
const PIECE_BYTES = 256 * 1024

/** SHA-256 of a file, in hex. */
export const checksumOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file, { highWaterMark: PIECE_BYTES }), hash)
  return hash.digest('hex')
}

/** Checksums of files that this process has read, by their state then: no byte of a file changes without its `ctime`. */
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

/** Notes the checksum of a file that was just compared under another name, so that it is not read again. */
export const rememberChecksum = async (file: string, sha256: string): Promise<void> => {
  const state = await stateOf(file)
  if (state) remember(state.mark, Promise.resolve(sha256))
}

/**
 * Compares a file with the checksum under which it is kept. It is read once, by however many ask at once, and again when
 * it was written to since.
 *
 * @param file absolute path
 * @param sha256 in hex
 * @returns the size in bytes of a file that is what it is to be, or what it is not
 * @throws whatever the disk does, save that the file is not there
 */
export const checkFile = async (file: string, sha256: string): Promise<FileCheck> => {
  // Taken before the bytes are read: a change meanwhile makes it worthless.
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
