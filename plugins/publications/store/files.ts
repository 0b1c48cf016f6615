import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { constants, copyFile, link, mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FrozenContent, FrozenFile, Json } from '../types.ts'

/** What was approved cannot be shown as it was approved; trying again changes nothing, people must look. */
export class Unpublishable extends Error {
  override name = 'Unpublishable'
}

const isFile = (value: Json): value is FrozenFile & { [key: string]: Json } =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && 'sha256' in value && 'filename' in value

/** Every file that a frozen content shows, at any depth, each once. */
export const filesOf = (content: FrozenContent): FrozenFile[] => {
  const found = new Map<string, FrozenFile>()
  const walk = (value: Json) => {
    if (isFile(value)) found.set(`${value.sha256}/${value.filename}`, value)
    else if (Array.isArray(value)) value.forEach(walk)
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(walk)
  }
  walk(content.fields)
  return [...found.values()]
}

const checksum = async (file: string) => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  )

/** Where the public copy of a file lies under the media folder. */
export const publicFilePath = (mediaDir: string, file: Pick<FrozenFile, 'sha256' | 'filename'>) =>
  path.join(mediaDir, 'public', file.sha256, file.filename)

/**
 * Gives a file of the media library its public copy, a hard link under its checksum, so that what an edition shows no
 * longer depends on the library. Doing it twice is harmless.
 *
 * @throws Unpublishable when the library's file is gone or its bytes are not those that were approved
 */
export const keepFile = async (mediaDir: string, file: FrozenFile): Promise<void> => {
  const target = publicFilePath(mediaDir, file)
  if (await exists(target)) return
  const source = path.join(mediaDir, path.basename(file.filename))
  const found = await checksum(source).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Unpublishable(`The file "${file.filename}" is gone`)
    throw error
  })
  if (found !== file.sha256) throw new Unpublishable(`The file "${file.filename}" is not the one that was approved`)
  await mkdir(path.dirname(target), { recursive: true })
  try {
    await link(source, target)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    // File systems without hard links, or a media folder spread over two of them.
    await copyFile(source, target, constants.COPYFILE_EXCL)
  }
}
