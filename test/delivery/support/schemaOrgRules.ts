import { readFileSync } from 'node:fs'
import type { Json, JsonObject } from '../../../plugins/publications/index.ts'

interface Facts {
  properties: Record<string, { domain: string[]; range: string[] }>
  types: Record<string, string[]>
}

const { properties, types } = JSON.parse(readFileSync('test/delivery/support/schemaOrg.json', 'utf8')) as Facts

const DAY = /^\d{4}-\d{2}-\d{2}$/
const isAbsolute = (value: string) => /^https?:\/\//.test(value) && URL.canParse(value)
const LITERALS: Record<string, (value: string) => boolean> = {
  Text: (value) => value.trim() !== '',
  URL: isAbsolute,
  Date: (value) => DAY.test(value) && !Number.isNaN(Date.parse(value)),
  DateTime: (value) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value) && !Number.isNaN(Date.parse(value)),
  Duration: (value) => /^P(?!$)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/.test(value),
}

const kindsOf = (type: string): string[] => [type, ...(types[type] ?? []).flatMap(kindsOf)]

/** Faults of an object by the vocabulary of schema.org: types, which properties they have, which values those take. */
export const schemaOrgFaults = (value: JsonObject): string[] => {
  const type = String(value['@type'])
  if (!types[type]) return [`${type} is no type that is known here`]
  const kinds = kindsOf(type)
  return Object.entries(value).flatMap(([name, held]): string[] => {
    if (name.startsWith('@')) return []
    const property = properties[name]
    if (!property) return [`${name} is no property that is known here`]
    if (!property.domain.some((one) => kinds.includes(one))) return [`${type} has no ${name}`]
    const check = (one: Json): string[] => {
      if (typeof one === 'string')
        return property.range.some((range) => LITERALS[range]?.(one)) ? [] : [`${name} is no ${property.range}: ${one}`]
      if (typeof one !== 'object' || one === null || Array.isArray(one)) return [`${name} holds ${JSON.stringify(one)}`]
      const own = kindsOf(String(one['@type']))
      return [
        ...(property.range.some((range) => own.includes(range)) ? [] : [`${name} is no ${property.range}: ${own[0]}`]),
        ...schemaOrgFaults(one),
      ]
    }
    return (Array.isArray(held) ? held : [held]).flatMap(check)
  })
}
