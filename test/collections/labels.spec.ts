import type { Field } from 'payload'
import { expect, it } from 'vitest'
import { Bulletins, Directives, Notices, Videos } from '../../collections/index.ts'
import { publicMarkOf } from '../../plugins/publications/index.ts'

type Loose = { name?: string; label?: unknown; fields?: Field[]; tabs?: { fields: Field[] }[] }

/** Paths and labels of all public fields below these. */
const publicLabels = (fields: Field[], under: string): [path: string, label: unknown][] =>
  fields.flatMap((field): [string, unknown][] => {
    const { name, label, fields: inner = [], tabs = [] } = field as Loose
    const path = name ? `${under}.${name}` : under
    const own: [string, unknown][] = name && publicMarkOf(field) ? [[path, label]] : []
    return [...own, ...publicLabels([...inner, ...tabs.flatMap((tab) => tab.fields)], path)]
  })

const all = [Directives, Bulletins, Videos, Notices].flatMap(({ slug, fields }) => publicLabels(fields, slug))

it.each(all)('what is published as %s has a name in Vietnamese and in English', (_, label) => {
  expect(label).toEqual({ vi: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) })
})
