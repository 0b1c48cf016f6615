import path from 'node:path'
import type { FrozenContent, FrozenFile, Json, JsonObject } from '../types.ts'

/** The approved content cannot be shown as approved. Retrying does not help; a person must act. */
export class Unpublishable extends Error {
  override name = 'Unpublishable'
}

const isFile = (value: Json): value is FrozenFile & { [key: string]: Json } =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && 'sha256' in value && 'filename' in value

/** Every file in frozen fields, at any depth, without duplicates. */
export const filesIn = (fields: JsonObject): FrozenFile[] => {
  const found = new Map<string, FrozenFile>()
  const walk = (value: Json) => {
    if (isFile(value)) {
      found.set(`${value.sha256}/${value.filename}`, value)
      const { preview } = value as JsonObject
      if (preview !== undefined) walk(preview)
    } else if (Array.isArray(value)) value.forEach(walk)
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(walk)
  }
  walk(fields)
  return [...found.values()]
}

/** Every file in a frozen content, at any depth, without duplicates. */
export const filesOf = (content: Pick<FrozenContent, 'fields'>): FrozenFile[] => filesIn(content.fields)

/** Path of the public copy of a file under the media folder. */
export const publicFilePath = (mediaDir: string, file: Pick<FrozenFile, 'sha256' | 'filename'>) =>
  path.join(mediaDir, 'public', file.sha256, file.filename)
