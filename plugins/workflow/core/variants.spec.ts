import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standard } from '../../../test/workflow/play.ts'
import type { FrozenContent, Json } from '../../publications/index.ts'
import { changedFields, definitionFor, differsInTranslationOnly, fits, ignoringSteps } from './variants.ts'

const content = (fields: Record<string, Json>, locales = ['vi']): FrozenContent => ({
  format: 1,
  collection: 'letters',
  locales,
  fields,
})
const PLAN = { collection: 'document-types', key: 'KH', name: { '@vi': 'Kế hoạch' } }
const letter = content({ title: { '@vi': 'Một' }, docType: PLAN, topics: [{ collection: 'topics', key: 'tu-phap' }] })

describe('a condition', () => {
  const about = (more = {}) => ({ content: letter, correction: false, original: 'vi', ...more })

  it('looks at values and at keys of related rows, and all that it names must be true', () => {
    expect(fits({ fields: { docType: ['KH', 'QD'] } }, about())).toBe(true)
    expect(fits({ fields: { topics: ['tu-phap'] } }, about())).toBe(true)
    expect(fits({ fields: { docType: ['QD'] } }, about())).toBe(false)
    expect(fits({ fields: { docType: ['KH'], topics: ['khac'] } }, about())).toBe(false)
    expect(fits({ fields: { nothing: ['KH'] } }, about())).toBe(false)
    expect(fits({ fields: { docType: ['KH'] }, correction: true }, about())).toBe(false)
    expect(fits({ correction: true }, about({ correction: true }))).toBe(true)
  })

  it('of translations fits when an edition in force differs in other languages only', () => {
    const translated = content(
      { ...letter.fields, title: { '@vi': 'Một', '@km': 'មួយ' }, body: { '@km': { html: '<p>មួយ</p>' } } },
      ['vi', 'km'],
    )
    const when = { translationOnly: true } as const
    expect(fits(when, about({ content: translated, inForce: letter }))).toBe(true)
    expect(fits(when, about({ content: translated }))).toBe(false)
    const renamed = content({ ...letter.fields, title: { '@vi': 'Hai' } })
    expect(fits(when, about({ content: renamed, inForce: letter }))).toBe(false)
    const retyped = content({ ...letter.fields, docType: { ...PLAN, key: 'QD' } })
    expect(fits(when, about({ content: retyped, inForce: letter }))).toBe(false)
  })

  it('that fits first is followed; where none does, the usual definition', () => {
    const follow = { ...standard, name: 'other' }
    const variants = [{ when: { fields: { docType: ['KH'] } }, follow }]
    expect(definitionFor(standard, variants, about())).toBe(follow)
    expect(definitionFor(standard, variants, about({ content: content({}) }))).toBe(standard)
  })
})

describe('fields that changed', () => {
  it('are named, and steps that ignore them all', () => {
    const other = content({ ...letter.fields, topics: [], pinned: true })
    expect(changedFields(letter, other)).toEqual(['topics', 'pinned'])
    const steps = standard.steps.map((step) => ({ ...step, ignores: step.name === 'confirm' ? ['topics'] : undefined }))
    const definition = { ...standard, steps } as typeof standard
    expect(ignoringSteps(definition, ['topics'])).toEqual(['confirm'])
    expect(ignoringSteps(definition, ['topics', 'pinned'])).toEqual([])
  })

  const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('a', 'b', 1, true),
      fc.array(tie('value'), { maxLength: 2 }),
      fc.dictionary(fc.constantFrom('key', '@vi', '@km', 'x'), tie('value'), { maxKeys: 3 }),
    ),
  })).value
  const fields = fc.dictionary(fc.constantFrom('title', 'body', 'topics'), json)

  it('are none exactly when two contents are equal, and equal contents differ in no original', () => {
    fc.assert(
      fc.property(fields, fields, (one, other) => {
        const equal = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
        expect(changedFields(content(one), content(other)).length === 0).toBe(equal)
        if (equal) expect(differsInTranslationOnly(content(one), content(other), 'vi')).toBe(true)
      }),
    )
  })
})

const sorted = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}
