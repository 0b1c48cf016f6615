import path from 'node:path'
import type { Config } from 'payload'
import { fieldNames, type PublicationsSettings } from '../../publications/index.ts'
import type { WorkflowOptions } from '../types.ts'
import type { WorkflowDefinition } from './definition.ts'
import { partsOf } from './groups.ts'

const rolesOf = ({ authors, authority, steps, ratification }: WorkflowDefinition): string[] => [
  ...authors,
  authority,
  ...steps.flatMap((step) => partsOf(step).flatMap(({ by }) => by.role ?? [])),
  ...steps.flatMap(({ due }) => due?.escalateTo ?? []),
  ...(ratification?.escalateTo ? [ratification.escalateTo] : []),
]

const peopleFaults = ({ people }: WorkflowOptions, config: Config): string[] => {
  const { collection: slug, role, name, title, active, mails, mailLanguage, unit, absence } = people
  const fieldsOf = (wanted: string) => config.collections?.find((collection) => collection.slug === wanted)
  const collection = fieldsOf(slug)
  if (!collection?.auth) return [`people.collection: "${slug}" is no collection of accounts`]
  // Payload adds the address itself.
  const known = new Set([...fieldNames(collection.fields), 'email'])
  const named = {
    ...{ role, name, title, active, mails, mailLanguage },
    'unit.field': unit?.field,
    'absence.from': absence?.from,
    'absence.until': absence?.until,
  }
  const units = unit && fieldsOf(unit.collection)
  return [
    ...Object.entries(named).flatMap(([option, field]) =>
      field === undefined || known.has(field) ? [] : [`people.${option}: "${slug}" has no field "${field}"`],
    ),
    ...(unit && !units ? [`people.unit.collection: there is no collection "${unit.collection}"`] : []),
    ...(unit && units && !fieldNames(units.fields).has(unit.key)
      ? [`people.unit.key: "${unit.collection}" has no field "${unit.key}"`]
      : []),
  ]
}

/** Fields that are said to hold a day and are not there. */
const dayFaults = (given: Record<string, Record<string, string> | undefined>, config: Config): string[] =>
  Object.entries(given).flatMap(([option, fields = {}]) =>
    Object.entries(fields).flatMap(([slug, field]) => {
      const collection = config.collections?.find((one) => one.slug === slug)
      return collection && fieldNames(collection.fields).has(field)
        ? []
        : [`${option}.${slug}: "${slug}" has no field "${field}"`]
    }),
  )

/**
 * What of the options cannot be used with this configuration, one sentence each, which begins with the option. Faults of
 * a definition in itself are not among them. Pure.
 *
 * @param all every definition in use, those of variants too
 */
export const optionFaults = (
  options: WorkflowOptions,
  config: Config,
  all: readonly WorkflowDefinition[],
): string[] => {
  const { definitions, variants, checks, expires, previews, batch, roles, read, powerRests, anchorsDir } = options
  const published = config.custom?.publications as PublicationsSettings | undefined
  if (!published) return ['needs the publications plugin before it in the list of plugins']
  const slugs = Object.keys(definitions)
  const byCollection = { variants, checks, expires, previews }
  const labelled = Object.keys(roles)
  return [
    ...(slugs.length ? [] : ['definitions: names no collection']),
    ...slugs
      .filter((slug) => !(slug in published.governed))
      .map((slug) => `definitions.${slug}: publications does not govern "${slug}"; add it to its \`governed\``),
    ...Object.entries(byCollection).flatMap(([option, value = {}]) =>
      Object.keys(value)
        .filter((slug) => !slugs.includes(slug))
        .map((slug) => `${option}.${slug}: no definition governs "${slug}"`),
    ),
    ...(labelled.length
      ? [...new Set(all.flatMap(rolesOf))]
          .filter((role) => !labelled.includes(role))
          .map((role) => `roles: a definition names the role "${role}", which has no label`)
      : []),
    ...dayFaults({ expires, 'batch.publicSince': batch?.publicSince }, config),
    ...peopleFaults(options, config),
    ...(typeof read === 'function' ? [] : ['read: must be an access function']),
    ...(powerRests >= 0 ? [] : ['powerRests: must be a number of hours']),
    ...(anchorsDir === undefined || path.isAbsolute(anchorsDir) ? [] : ['anchorsDir: must be an absolute folder']),
  ]
}
