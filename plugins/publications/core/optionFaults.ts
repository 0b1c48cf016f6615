import path from 'node:path'
import type { CollectionConfig, Config, Field } from 'payload'
import type { PublicationsSettings, PublicShape } from '../types.ts'
import { fieldNames } from './fieldNames.ts'

/** Fields that an option names and a list of fields lacks. */
const unknownFields = (option: string, named: readonly string[], fields: Field[]): string[] => {
  const known = fieldNames(fields)
  return named.filter((name) => !known.has(name)).map((name) => `${option}: there is no field "${name}"`)
}

const VERSIONS = '`versions: { drafts: false, maxPerDoc: 0 }`'

/**
 * What of the options cannot be used with this configuration, one sentence each, which begins with the option. Pure.
 *
 * @param config before the plugin adds anything
 */
export const optionFaults = (options: PublicationsSettings, config: Config): string[] => {
  const { governed, references, globals = [], media, mediaDir } = options
  const collections = new Map((config.collections ?? []).map((collection) => [collection.slug, collection]))
  const governing = Object.entries(governed).flatMap(([slug, { path: address }]) => {
    const option = `governed.${slug}`
    const collection = collections.get(slug)
    if (!collection) return [`${option}: there is no collection "${slug}"`]
    const { versions } = collection
    return [
      ...(typeof versions === 'object' && versions.drafts
        ? [`${option}: "${slug}" must not have drafts, which could be published past the approvals; set ${VERSIONS}`]
        : typeof versions === 'object' && versions.maxPerDoc === 0
          ? []
          : [`${option}: "${slug}" must keep all its versions, which say who wrote; set ${VERSIONS}`]),
      ...(address.startsWith('/') && !address.endsWith('/') ? [] : [`${option}.path: must be like "/news"`]),
    ]
  })
  const referring = Object.entries(references).flatMap(([slug, { key, labels, facts = [] }]) => {
    const fields = collections.get(slug)?.fields
    return fields
      ? unknownFields(`references.${slug}`, [key, ...labels, ...facts], fields)
      : [`references.${slug}: there is no collection "${slug}"`]
  })
  const recorded = globals
    .filter((slug) => !config.globals?.some((one) => one.slug === slug))
    .map((slug) => `globals: there is no global "${slug}"`)
  return [
    ...(Object.keys(governed).length ? [] : ['governed: names no collection']),
    ...governing,
    ...referring,
    ...recorded,
    ...(media === '' ? [] : mediaFaults(media, mediaDir, collections.get(media))),
    ...(typeof options.read === 'function' ? [] : ['read: must be an access function']),
  ]
}

const mediaFaults = (media: string, mediaDir: string, collection: CollectionConfig | undefined): string[] => [
  ...(collection?.upload ? [] : [`media: "${media}" is no upload collection`]),
  ...(collection ? unknownFields('media', ['sha256'], collection.fields) : []),
  ...(path.isAbsolute(mediaDir) ? [] : ['mediaDir: must be the absolute folder of the files of `media`']),
]

/** What a governed collection lacks among its public fields, as sentences. Pure. */
export const shapeFaults = (options: PublicationsSettings, shapes: Record<string, PublicShape>): string[] =>
  Object.entries(shapes).flatMap(([slug, shape]) => {
    const { title } = options.governed[slug]!
    return [
      ...(shape[title]?.kind === 'text' ? [] : [`governed.${slug}.title: "${title}" is no public text field`]),
      ...(shape.slug?.kind === 'text'
        ? []
        : [`governed.${slug}: needs a public text field "slug", the last part of its address`]),
    ]
  })
