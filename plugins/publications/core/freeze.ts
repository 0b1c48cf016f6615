import type { Field } from 'payload'
import { isRecord } from '../../../lib/isRecord.ts'
import type { FrozenContent, Json, JsonObject, PublicationsSettings } from '../types.ts'
import { type PublicEntry, publicEntries } from './shapes.ts'

type Row = Record<string, unknown>

export interface FreezeInput {
  collection: string
  fields: Field[]
  /** Localised field that determines whether the document exists in a locale; without it, it exists in all. */
  titleField?: string
  /** All content locales, the default first. */
  locales: string[]
  /** The row, read with `locale: 'all'` and its relations populated one level deep. */
  row: Row
  options: Pick<PublicationsSettings, 'governed' | 'references' | 'media' | 'filePreview'>
  /** Renders a rich text tree; pinned, because its output is hashed. */
  toHtml: (tree: JsonObject) => string
}

/**
 * Values that databases may return for a field that was never set. `false` counts as empty, because it is the default.
 */
const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (isRecord(value) && Object.keys(value).length === 0)

const isBlankTree = (tree: JsonObject): boolean => {
  const root = tree.root as JsonObject | undefined
  const children = (root?.children ?? []) as JsonObject[]
  return children.every(
    (child) => child.type === 'paragraph' && ((child.children as Json[] | undefined) ?? []).length === 0,
  )
}

/**
 * Freezes the public fields of one document in all its locales. Pure: equal rows give equal content on every database.
 * Relations are stored by stable key, row ids and empty values are dropped, and labels of reference data and
 * alternative texts are frozen as they are now.
 *
 * @throws Error that names the field when a relation was not populated
 */
export const freeze = (input: FreezeInput): FrozenContent => {
  const { options, row, titleField } = input
  const titles = titleField === undefined ? undefined : row[titleField]
  const locales =
    titleField === undefined
      ? input.locales
      : isRecord(titles)
        ? input.locales.filter((locale) => !isEmpty(titles[locale]))
        : input.locales.slice(0, 1)

  const byLocale = (value: unknown, one: (inner: unknown) => Json | undefined): Json | undefined => {
    if (!isRecord(value)) return one(value)
    const texts = locales
      .map((locale): readonly [`@${string}`, Json | undefined] => [`@${locale}`, one(value[locale])])
      .filter((entry): entry is readonly [`@${string}`, Json] => !isEmpty(entry[1]))
    return texts.length ? Object.fromEntries(texts) : undefined
  }

  /** A label may be localised or not; a map by locale is recognised by its keys. */
  const label = (value: unknown): Json | undefined =>
    isRecord(value) && Object.keys(value).every((key) => input.locales.includes(key))
      ? byLocale(value, (inner) => (isEmpty(inner) ? undefined : (inner as Json)))
      : isEmpty(value)
        ? undefined
        : (value as Json)

  const related = (value: unknown, entry: PublicEntry): { collection: string; row: Row } => {
    const polymorphic = isRecord(value) && 'relationTo' in value && 'value' in value
    const target = polymorphic ? value.value : value
    const collection = polymorphic ? String(value.relationTo) : entry.shape.values![0]!
    if (!isRecord(target)) throw new Error(`The relation "${entry.name}" points to a row that cannot be read`)
    return { collection, row: target }
  }

  const compact = (pairs: [string, Json | undefined][]): JsonObject =>
    Object.fromEntries(pairs.filter((pair): pair is [string, Json] => !isEmpty(pair[1])))

  /** The picture of a file's first page; a picture itself has other sizes, and needs none. */
  const previewOf = (file: Row): Json | undefined => {
    const { size, sha256 } = options.filePreview ?? {}
    const shown = size === undefined || !isRecord(file.sizes) ? undefined : file.sizes[size]
    const checksum = sha256 === undefined ? undefined : file[sha256]
    if (!isRecord(shown) || isEmpty(checksum) || isEmpty(shown.filename)) return undefined
    return compact([
      ['sha256', checksum as Json],
      ...['filename', 'mimeType'].map((name) => [name, shown[name] as Json] as [string, Json]),
      ['size', shown.filesize as Json],
      ['width', shown.width as Json],
      ['height', shown.height as Json],
    ])
  }

  const single = (value: unknown, entry: PublicEntry): Json | undefined => {
    if (isEmpty(value)) return undefined
    switch (entry.shape.kind) {
      case 'group':
        return compact(
          publicEntries(entry.fields, options, entry.shape.localized).map((inner) => [
            inner.publicName,
            field((value as Row)[inner.name], inner),
          ]),
        )
      case 'richText': {
        const tree = value as JsonObject
        return isBlankTree(tree) ? undefined : { html: input.toHtml(tree), lexical: tree }
      }
      case 'reference': {
        const target = related(value, entry)
        const { key, labels } = options.references[target.collection]!
        return compact([
          ['collection', target.collection],
          ['key', target.row[key] as Json],
          ...labels.map((name) => [name, label(target.row[name])] as [string, Json | undefined]),
        ])
      }
      case 'document': {
        const target = related(value, entry)
        return { collection: target.collection, key: target.row.key as string }
      }
      case 'file': {
        const { row: file } = related(value, entry)
        return compact([
          ...['sha256', 'filename', 'mimeType'].map((name) => [name, file[name] as Json] as [string, Json]),
          ['size', file.filesize as Json],
          ['width', file.width as Json],
          ['height', file.height as Json],
          ['alt', label(file.alt)],
          ['preview', previewOf(file)],
        ])
      }
      default:
        return value as Json
    }
  }

  const many = (value: unknown, entry: PublicEntry): Json | undefined =>
    entry.shape.many
      ? (((value as unknown[] | undefined) ?? [])
          .map((item) => single(item, entry))
          .filter((item) => !isEmpty(item)) as Json[])
      : single(value, entry)

  const field = (value: unknown, entry: PublicEntry): Json | undefined =>
    isEmpty(value)
      ? undefined
      : entry.shape.localized
        ? byLocale(value, (inner) => many(inner, entry))
        : many(value, entry)

  return {
    format: 1,
    collection: input.collection,
    locales,
    fields: compact(
      publicEntries(input.fields, options).map((entry) => [entry.publicName, field(row[entry.name], entry)]),
    ),
  }
}
