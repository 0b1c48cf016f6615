import {
  isJsonObject,
  isLocalised,
  type Json,
  type JsonObject,
  type PublicFieldShape,
  type PublicShape,
} from '../../publications/index.ts'

/** A language, and the one that stands in for it. */
interface Languages {
  locale: string
  fallback: string
}

/** The text of a file that is read out; all else about it is the same in every language. */
const OF_FILES: PublicShape = { alt: { kind: 'text', localized: true, many: false } }

/** The language that a value is answered in; `undefined` where it has no text in either. */
export const languageOf = (value: Json | undefined, { locale, fallback }: Languages): string | undefined => {
  if (!isLocalised(value)) return locale
  return [locale, fallback].find((one) => `@${one}` in value)
}

const inside = (value: Json, field: PublicFieldShape, languages: Languages): string[] => {
  if (Array.isArray(value)) return value.flatMap((item) => inside(item, field, languages))
  const shape = field.kind === 'group' ? field.of : field.kind === 'file' ? OF_FILES : undefined
  return shape && isJsonObject(value) ? fallbackFields(value, shape, languages) : []
}

/**
 * Paths of fields that are answered in another language than the one asked for, since they have no text in it. A field
 * in a group or in a list of groups is named by the names that lead to it, once however many rows it is missing in:
 * `taskGroups.body`. Labels of reference data are no fields of the document. Pure.
 *
 * @param fields public fields in all languages
 */
export const fallbackFields = (fields: JsonObject, shape: PublicShape, languages: Languages): string[] => {
  const found = Object.entries(shape).flatMap(([name, field]) => {
    const value = fields[name]
    const language = languageOf(value, languages)
    if (value === undefined || language === undefined) return []
    if (language !== languages.locale) return [name]
    const answered = isLocalised(value) ? value[`@${language}`]! : value
    return inside(answered, field, languages).map((path) => `${name}.${path}`)
  })
  return [...new Set(found)]
}
