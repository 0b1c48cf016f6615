import { isSafeLink } from '../../../lib/text/richText.ts'
import {
  type FrozenFile,
  isJsonObject,
  isLocalised,
  type Json,
  type JsonObject,
  type PublicFieldShape,
  type PublicShape,
  sanitiseHtml,
} from '../../publications/index.ts'
import { classedHtml } from '../richText/classedHtml.ts'
import { sanitiseTree } from '../richText/sanitiseTree.ts'

/** Text fields that hold a URL, by naming convention. */
const holdsLink = (name: string) => /(^url|Url)$/.test(name)

const plain = (value: Json): Json | undefined => (value !== null && typeof value === 'object' ? undefined : value)

const FILE_MEMBERS = ['sha256', 'filename', 'mimeType', 'size', 'width', 'height', 'alt'] satisfies (keyof FrozenFile)[]

const picked = (value: JsonObject, members: readonly string[]): JsonObject =>
  Object.fromEntries(members.filter((member) => member in value).map((member) => [member, value[member]!]))

const shownFile = (file: JsonObject): JsonObject => ({
  ...picked(file, FILE_MEMBERS),
  ...(isJsonObject(file.preview) ? { preview: picked(file.preview, FILE_MEMBERS) } : {}),
})

const one = (name: string, value: Json, shape: PublicFieldShape): Json | undefined => {
  switch (shape.kind) {
    case 'richText':
      return isJsonObject(value) && typeof value.html === 'string'
        ? { html: classedHtml(sanitiseHtml(value.html)), lexical: sanitiseTree(value.lexical ?? null) }
        : undefined
    case 'group':
      return isJsonObject(value) ? publicForm(value, shape.of ?? {}) : undefined
    case 'file':
      return isJsonObject(value) ? shownFile(value) : undefined
    case 'document':
      return isJsonObject(value) ? picked(value, ['collection', 'key']) : undefined
    case 'reference':
      // Labels were chosen when the content was frozen; the value itself says whether it is localised.
      return isJsonObject(value) ? value : undefined
    case 'text':
      return typeof value === 'string' && holdsLink(name) && !isSafeLink(value) ? undefined : plain(value)
    default:
      return plain(value)
  }
}

const each = (name: string, value: Json, shape: PublicFieldShape): Json | undefined => {
  if (!shape.many) return one(name, value, shape)
  if (!Array.isArray(value)) return undefined
  return value.map((item) => one(name, item, shape)).filter((item): item is Json => item !== undefined)
}

/**
 * Filters frozen fields to what may be shown today: only fields still marked public, in their current shape, with rich
 * text and links sanitised. A field that is no longer marked is private again, even in old editions.
 */
export const publicForm = (fields: JsonObject, shape: PublicShape): JsonObject => {
  const shown: JsonObject = {}
  for (const [name, field] of Object.entries(shape)) {
    const value = fields[name]
    if (value === undefined || value === null) continue
    const form = isLocalised(value)
      ? Object.fromEntries(
          Object.entries(value)
            .map(([tag, text]) => [tag, each(name, text, field)] as const)
            .filter((entry): entry is [`@${string}`, Json] => entry[1] !== undefined),
        )
      : each(name, value, field)
    if (form !== undefined) shown[name] = form
  }
  return shown
}
