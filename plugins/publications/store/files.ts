import path from 'node:path'
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

/** Where the public copy of a file lies under the media folder. */
export const publicFilePath = (mediaDir: string, file: Pick<FrozenFile, 'sha256' | 'filename'>) =>
  path.join(mediaDir, 'public', file.sha256, file.filename)
