import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type JsonObject, localise, type PublicShape } from '../../publications/index.ts'
import { fallbackFields } from './fallbackFields.ts'

const text = { kind: 'text', localized: true, many: false } as const
const shape: PublicShape = {
  title: text,
  number: { ...text, localized: false },
  body: { kind: 'richText', localized: true, many: false },
  files: { kind: 'file', localized: false, many: true },
  topics: { kind: 'reference', localized: false, many: true, values: ['topics'] },
  taskGroups: {
    kind: 'group',
    localized: false,
    many: true,
    of: {
      heading: text,
      body: { kind: 'richText', localized: true, many: false },
      contact: { kind: 'group', localized: false, many: false, of: { name: text } },
    },
  },
}
const KHMER = { locale: 'km', fallback: 'vi' }
const named = (fields: JsonObject) => fallbackFields(fields, shape, KHMER)

describe('fields that another language stands in for', () => {
  it('are those with a text in it and none in the language asked for', () => {
    expect(named({ title: { '@vi': 'Một', '@km': 'មួយ' }, body: { '@vi': {} } })).toEqual(['body'])
    expect(named({ title: { '@zh': '一' }, number: '84/KH-UBND' })).toEqual([])
  })

  it('are named by the names that lead to them, once', () => {
    const group = (km: boolean) => ({
      heading: { '@vi': 'Mục', ...(km ? { '@km': 'ចំណុច' } : {}) },
      body: { '@vi': { html: '<p>Việc</p>' } },
      contact: { name: { '@vi': 'Phòng' } },
    })
    expect(named({ taskGroups: [group(true), group(true)] })).toEqual(['taskGroups.body', 'taskGroups.contact.name'])
    expect(named({ taskGroups: [group(true), group(false)] })).toEqual([
      'taskGroups.body',
      'taskGroups.contact.name',
      'taskGroups.heading',
    ])
    expect(named({ taskGroups: { '@vi': [group(true)] } })).toEqual(['taskGroups'])
  })

  it('are texts for files too, and no labels of reference data', () => {
    const alt = { '@vi': 'Ảnh' }
    expect(named({ files: [{ sha256: 'a', alt }], topics: [{ key: 'dat-dai', title: alt }] })).toEqual(['files.alt'])
  })

  it('are none exactly where the answer would be the same without the other language', () => {
    const said = fc.dictionary(fc.constantFrom('@vi', '@km', '@zh'), fc.string({ minLength: 1 }), { minKeys: 1 })
    const fields = fc.record(
      { title: said, taskGroups: fc.array(fc.record({ heading: said }, { requiredKeys: [] })) },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fields, (content) => {
        const json = content as JsonObject
        const isSame = JSON.stringify(localise(json, 'km', 'vi')) === JSON.stringify(localise(json, 'km', 'km'))
        expect(named(json).length === 0).toBe(isSame)
      }),
    )
  })
})
