import type { Config, Field, SanitizedConfig } from 'payload'
import { publicMarkOf } from '../publicField.ts'
import type { PublicationsSettings, PublicFieldKind, PublicFieldShape, PublicShape } from '../types.ts'

type Targets = Pick<PublicationsSettings, 'governed' | 'references' | 'media'>

/** A public field with its public name and shape. */
export interface PublicEntry {
  name: string
  publicName: string
  shape: PublicFieldShape
  fields: Field[]
}

const PLAIN: Record<string, PublicFieldKind> = {
  text: 'text',
  textarea: 'text',
  email: 'text',
  number: 'number',
  checkbox: 'boolean',
  select: 'choice',
  radio: 'choice',
  richText: 'richText',
  array: 'group',
  group: 'group',
}

const kindOf = (field: Field, targets: Targets): PublicFieldKind | undefined => {
  if (field.type === 'relationship' || field.type === 'upload') {
    const collections = [field.relationTo].flat()
    if (collections.every((slug) => slug in targets.references)) return 'reference'
    if (collections.every((slug) => slug in targets.governed)) return 'document'
    if (collections.every((slug) => slug === targets.media)) return 'file'
    return undefined
  }
  return PLAIN[field.type]
}

const isMany = (field: Field) => field.type === 'array' || ('hasMany' in field && field.hasMany === true)

const valuesOf = (field: Field): string[] | undefined => {
  if (field.type === 'relationship' || field.type === 'upload') return [field.relationTo].flat()
  if (field.type === 'select' || field.type === 'radio')
    return field.options.map((option) => (typeof option === 'string' ? option : option.value))
  return undefined
}

/**
 * The public fields in a list of fields, in order. Rows, collapsibles and unnamed tabs are transparent.
 *
 * @throws Error when a public field has no public form (a Payload `date`, a relation to private data)
 */
export const publicEntries = (fields: Field[], targets: Targets, localizedAbove = false): PublicEntry[] =>
  fields.flatMap((field): PublicEntry[] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) => publicEntries('name' in tab ? [] : tab.fields, targets, localizedAbove))
    if (field.type === 'row' || field.type === 'collapsible')
      return publicEntries(field.fields, targets, localizedAbove)
    const mark = publicMarkOf(field)
    if (!mark || !('name' in field) || !field.name) return []
    const kind = kindOf(field, targets)
    if (!kind)
      throw new Error(
        `publications: the field "${field.name}" is marked public, but a field of type "${field.type}" has no public form; a relation needs its collections among \`references\` or \`governed\`, an upload needs \`media\``,
      )
    const localized = !localizedAbove && 'localized' in field && field.localized === true
    const inner = kind === 'group' && 'fields' in field ? field.fields : []
    const of = kind === 'group' ? shapeOf(publicEntries(inner, targets, localizedAbove || localized)) : undefined
    const values = valuesOf(field)
    return [
      {
        name: field.name,
        publicName: mark.as ?? field.name,
        shape: { kind, localized, many: isMany(field), ...(of ? { of } : {}), ...(values ? { values } : {}) },
        fields: inner,
      },
    ]
  })

const shapeOf = (entries: PublicEntry[]): PublicShape =>
  Object.fromEntries(entries.map((entry) => [entry.publicName, entry.shape]))

/** Public shape of every governed collection, by slug; the public API derives its types from it. */
export const publicShapes = (config: Config | SanitizedConfig): Record<string, PublicShape> => {
  const options = publicationsOptions(config)
  return Object.fromEntries(
    Object.keys(options.governed).map((slug) => {
      const collection = config.collections?.find((candidate) => candidate.slug === slug)
      return [slug, shapeOf(publicEntries(collection?.fields ?? [], options))]
    }),
  )
}

/** Options of the plugin, as stored on the configuration. */
export const publicationsOptions = (config: Config | SanitizedConfig): PublicationsSettings => {
  const options = config.custom?.publications as PublicationsSettings | undefined
  if (!options) throw new Error('The publications plugin is not installed')
  return options
}
