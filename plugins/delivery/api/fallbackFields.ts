import {
  isJsonObject,
  isLocalised,
  type Json,
  type JsonObject,
  type PublicFieldShape,
  type PublicShape,
} from '../../publications/index.ts'

/** The requested locale and its fallback. */
interface Languages {
  locale: string
  fallback: string
}

/** The only localised field of a file. */
const OF_FILES: PublicShape = { alt: { kind: 'text', localized: true, many: false } }

/** Locale in which a value is returned; `undefined` if it has no text in either locale. */
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
 * Paths of fields returned in the fallback locale because they have no text in the requested one. A field in a group or
 * in an array of groups is named by its path, once regardless of how many rows lack it: `taskGroups.body`. Labels of
 * reference data are not counted as fields of the document. Pure.
 *
 * @param fields public fields in all locales
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
