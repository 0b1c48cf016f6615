import { constants, copyFile, link, mkdir, open, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import { flushFolder } from '../../../lib/files/flushFolder.ts'
import { inPassingFolder } from '../../../lib/files/passingFolder.ts'
import type { FrozenFile } from '../types.ts'
import { checkFile, checksumOf, rememberChecksum } from './checkFile.ts'
import { publicFilePath, Unpublishable } from './files.ts'

/** Where copies are made, on the file system of the public files; nothing is served from there. */
const PARTS = '.parts'

/** What file systems say that know no hard links, or when there would be too many or one across two of them. */
const NO_LINKS = new Set(['EPERM', 'EXDEV', 'EMLINK', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'])

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

/** Whether a file stands where it belongs with the bytes that were approved; one that a kill cut off does not. */
const stands = async (target: string, file: FrozenFile): Promise<boolean> => {
  const found = await checkFile(target, file.sha256)
  return 'size' in found && found.size === file.size
}

/** Gives a file a second name, or copies it where there are no such names. @returns whether it was copied */
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
 * Gives a file of the media library its public copy, a hard link under its checksum, so that what an edition shows no
 * longer depends on the library. The copy is made under a passing name, flushed, compared and then renamed: wherever
 * the process dies, the file stands whole or not at all. What stands already is compared too, once as long as it does
 * not change, and replaced if it is not what was approved. Doing it twice, or twice at once, is harmless.
 *
 * @throws Unpublishable when the library's file is gone or its bytes are not those that were approved
 * @throws Error what the disk says (full, broken, not permitted); trying again later may do
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
  // Only now: names that come and go change what is remembered.
  await rememberChecksum(target, file.sha256)
}
