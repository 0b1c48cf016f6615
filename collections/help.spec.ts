import type { Field } from 'payload'
import { expect, it } from 'vitest'
import {
  Audiences,
  Bulletins,
  CalendarDays,
  Directives,
  DocumentTypes,
  media,
  Notices,
  Organisations,
  Territories,
  Topics,
  Users,
  Videos,
} from './index.ts'
import { uploadStore } from './uploads/uploadStore.ts'

interface Seen {
  path: string
  label: unknown
  description: unknown
}

/** Every field that an officer sees, groups and lists looked into. */
const seen = (fields: Field[], above = ''): Seen[] =>
  fields.flatMap((field): Seen[] => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => seen(tab.fields, above))
    if (field.type === 'row' || field.type === 'collapsible') return seen(field.fields, above)
    if (field.type === 'ui' || !('name' in field) || field.admin?.hidden) return []
    const path = `${above}${field.name}`
    const inside = 'fields' in field && Array.isArray(field.fields) ? seen(field.fields, `${path}.`) : []
    if (field.type === 'group') return [{ path, label: field.label, description: '-' }, ...inside]
    if (field.type === 'array') return [{ path, label: field.label, description: field.admin?.description }, ...inside]
    return [{ path, label: field.label, description: field.admin?.description }]
  })

it.each([
  ...[Directives, Bulletins, Videos, Notices],
  ...[
    DocumentTypes,
    Organisations,
    Territories,
    Topics,
    Audiences,
    CalendarDays,
    media({ mediaDir: '/media', uploads: uploadStore({ mediaDir: '/media', program: '/reader.js' }) }),
    Users,
  ],
])('every field of $slug is named and explained in Vietnamese', (collection) => {
  const fields = seen(collection.fields)
  expect(fields.length).toBeGreaterThan(2)
  const says = (text: unknown) => text === '-' || Boolean((text as { vi?: string } | undefined)?.vi)
  expect(fields.filter(({ label, description }) => !says(label) || !says(description))).toEqual([])
})

/** Every choice of a list, fields inside fields looked into. */
const choices = (fields: Field[]): { field: string; option: unknown }[] =>
  fields.flatMap((field) => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => choices(tab.fields))
    if ('fields' in field && Array.isArray(field.fields)) return choices(field.fields)
    return field.type === 'select' ? field.options.map((option) => ({ field: field.name, option })) : []
  })

it.each([
  ...[Directives, Bulletins, Videos, Notices],
  ...[
    DocumentTypes,
    Organisations,
    Territories,
    Topics,
    Audiences,
    media({ mediaDir: '/media', uploads: uploadStore({ mediaDir: '/media', program: '/reader.js' }) }),
    Users,
  ],
])('every choice of $slug is named in Vietnamese', (collection) => {
  const named = ({ option }: { option: unknown }) => Boolean((option as { label?: { vi?: string } }).label?.vi)
  expect(choices(collection.fields).filter((choice) => !named(choice))).toEqual([])
})
