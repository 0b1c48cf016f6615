import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'

/** What is wrong with a file on the disk, or how long it is. */
export type FileCheck = { size: number } | { what: 'changed' | 'missing' }

/** Files remembered as looked at; one that was forgotten is read once more. */
const MOST = 20_000

const checksumOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Tells every state of a file from every other: nobody writes to a file and leaves the instant of its last change. */
const stateOf = async (path: string): Promise<{ mark: string; size: number } | undefined> => {
  const found = await stat(path, { bigint: true }).catch(() => undefined)
  if (!found?.isFile()) return undefined
  const { dev, ino, size, mtimeNs, ctimeNs } = found
  return { mark: [dev, ino, size, mtimeNs, ctimeNs].join(' '), size: Number(size) }
}

/**
 * Compares files with the checksum under which they are kept. Each is read once, by however many ask at once, and again
 * when it was written to since.
 *
 * @returns of a path and its SHA-256 in hex, the size in bytes of a file that is what it is to be, or what it is not
 */
export const fileChecks = (): ((path: string, sha256: string) => Promise<FileCheck>) => {
  const known = new Map<string, Promise<boolean>>()
  return async (path, sha256) => {
    const state = await stateOf(path)
    if (!state) return { what: 'missing' }
    const key = `${sha256} ${path} ${state.mark}`
    let sound = known.get(key)
    if (!sound) {
      sound = checksumOf(path).then((found) => found === sha256)
      known.set(key, sound)
      if (known.size > MOST) known.delete(known.keys().next().value!)
    }
    try {
      return (await sound) ? { size: state.size } : { what: 'changed' }
    } catch {
      // What could not be read now may be readable later.
      known.delete(key)
      return { what: 'missing' }
    }
  }
}
