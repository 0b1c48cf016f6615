import { link, mkdir, rename, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { flushFolder } from '../../lib/files/flushFolder.ts'
import { BackupFault } from './fault.ts'
import { checksumOf, copyHashed, type MediaFile, mediaListOf, storedAt } from './media.ts'

const PART = '.restoring'

/** Error codes of file systems without hard links, or with too many. */
const NO_LINKS = new Set(['EPERM', 'EXDEV', 'EMLINK', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'])

/** Whether a file stands there already; one with other content is somebody else's. */
const stands = async (file: string, wanted: Pick<MediaFile, 'size' | 'sha256'>): Promise<boolean> => {
  const found = await stat(file).catch(() => undefined)
  if (!found) return false
  if (found.isFile() && found.size === wanted.size && (await checksumOf(file)) === wanted.sha256) return true
  throw new BackupFault(
    `Đã có tệp khác ở ${file}; không ghi đè. Xin khôi phục vào MEDIA_DIR trống.`,
    `Another file is at ${file}, and it is not overwritten. Restore into an empty MEDIA_DIR.`,
  )
}

/**
 * Checks that no file of a backup would overwrite another one.
 *
 * @throws BackupFault that names the first
 */
export const checkMediaPlace = async (backup: string, mediaDir: string): Promise<void> => {
  for await (const file of mediaListOf(backup)) await stands(path.join(mediaDir, file.path), file)
}

/** Puts a file to its place for good, with its time, so that the next backup need not read it. */
const put = async (from: string, to: string, file: MediaFile): Promise<void> => {
  const part = `${to}${PART}`
  await rm(part, { force: true })
  const copied = await copyHashed(from, part)
  if (copied.sha256 !== file.sha256) throw new Error(`${from} is not what it was when it was checked`)
  const time = new Date(file.mtimeMs)
  await utimes(part, time, time)
  await rename(part, to)
}

/**
 * Puts the media files of a backup back, each content once: a public file shares its bytes with the library's, as it did
 * before.
 *
 * @param args.onFile called with how many stand in their place
 */
export const restoreMedia = async (args: {
  backup: string
  root: string
  mediaDir: string
  onFile?: (done: number) => void
}): Promise<number> => {
  const { backup, root, mediaDir, onFile } = args
  const folders = new Set<string>()
  const first = new Map<string, string>()
  let done = 0
  for await (const file of mediaListOf(backup)) {
    const to = path.join(mediaDir, file.path)
    if (!(await stands(to, file))) {
      await mkdir(path.dirname(to), { recursive: true })
      const twin = first.get(file.sha256)
      const linked =
        twin !== undefined &&
        (await link(twin, to).then(
          () => true,
          (error: NodeJS.ErrnoException) => {
            if (NO_LINKS.has(error.code ?? '')) return false
            throw error
          },
        ))
      if (!linked) await put(storedAt(root, file.sha256), to, file)
    }
    if (!first.has(file.sha256)) first.set(file.sha256, to)
    folders.add(path.dirname(to))
    done += 1
    onFile?.(done)
  }
  for (const folder of folders) await flushFolder(folder)
  return done
}
