import { constants, copyFile, link, mkdir, open, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import { flushFolder } from '../../../lib/files/flushFolder.ts'
import { inPassingFolder } from '../../../lib/files/passingFolder.ts'
import type { FrozenFile } from '../types.ts'
import { checkFile, checksumOf, rememberChecksum } from './checkFile.ts'
import { publicFilePath, Unpublishable } from './files.ts'

/** Folder for temporary copies, on the file system of the public files. It is never served. */
const PARTS = '.parts'

/** Error codes of file systems without hard links, with too many links, or across two file systems. */
const NO_LINKS = new Set(['EPERM', 'EXDEV', 'EMLINK', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'])

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

/** Whether the target exists with the approved bytes; a file truncated by a crash does not count. */
const stands = async (target: string, file: FrozenFile): Promise<boolean> => {
  const found = await checkFile(target, file.sha256)
  return 'size' in found && found.size === file.size
}

/** Creates a hard link, or a copy where hard links are not available. @returns whether it was copied */
const linkOrCopy = async (source: string, part: string): Promise<boolean> => {
  try {
    await link(source, part)
    return false
  } catch (error) {
    if (!NO_LINKS.has(codeOf(error) ?? '')) throw error
    await copyFile(source, part, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
    return true
  }
}

const flushFile = async (file: string): Promise<void> => {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Creates the public copy of a library file, as a hard link under its checksum, so that editions do not depend on the
 * library. The copy is made under a temporary name, flushed, verified and then renamed, so a crash never leaves a
 * partial file. An existing copy is verified too (once, while it does not change) and replaced if its bytes differ.
 * Idempotent, and safe to run concurrently.
 *
 * @throws Unpublishable when the library's file is missing or its bytes are not the approved ones
 * @throws Error any disk error (full, broken, not permitted); a later retry may succeed
 */
export const keepFile = async (mediaDir: string, file: FrozenFile): Promise<void> => {
  const target = publicFilePath(mediaDir, file)
  if (await stands(target, file)) return
  const source = path.join(mediaDir, path.basename(file.filename))
  const changed = () => new Unpublishable(`The file "${file.filename}" is not the one that was approved`)
  const { size } = await stat(source).catch((error: unknown) => {
    throw codeOf(error) === 'ENOENT' ? new Unpublishable(`The file "${file.filename}" is gone`) : error
  })
  if (size !== file.size) throw changed()
  await inPassingFolder(path.join(mediaDir, 'public', PARTS), async (folder) => {
    const part = path.join(folder, 'file')
    const copied = await linkOrCopy(source, part)
    await flushFile(part)
    if ((await checksumOf(part)) !== file.sha256) {
      if (copied && (await checksumOf(source)) === file.sha256)
        throw new Error(`The copy of "${file.filename}" is not what was copied`)
      throw changed()
    }
    await mkdir(path.dirname(target), { recursive: true })
    await rename(part, target)
  })
  await flushFolder(path.dirname(target))
  await flushFolder(path.dirname(path.dirname(target)))
  // Only now, because creating and removing links changes the `ctime` that the cache uses.
  await rememberChecksum(target, file.sha256)
}
