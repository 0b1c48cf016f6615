import type { FormState } from 'payload'
import { describe, expect, it } from 'vitest'
import { differ, leftOut, marked, NO_FIELD } from './changedFields.ts'

const form: FormState = {
  title: { value: 'Kế hoạch', valid: true },
  signers: { value: 1, rows: [{ id: 'a' }], disableFormData: true },
  'signers.0.name': { value: 'Hoa' },
}

describe('a form', () => {
  it('differs when somebody typed, and when a list has more or fewer rows', () => {
    expect(differ(form, { ...form, title: { value: 'Kế hoạch mới' } })).toBe(true)
    expect(differ(form, { ...form, signers: { value: 2 }, 'signers.1.name': { value: '' } })).toBe(true)
    expect(differ(form, { ...form, signers: { value: 0, rows: [] } })).toBe(true)
  })

  it('does not differ by what is no field, by marks, and by fields that only appear', () => {
    expect(differ(form, { ...form, [NO_FIELD]: { value: 1 } })).toBe(false)
    expect(differ(form, { ...form, title: { ...form.title, valid: false } })).toBe(false)
    expect(differ(form, { ...form, 'signers.0.target': { value: null, valid: false } })).toBe(false)
  })

  it('that is still being loaded differs from nothing', () => {
    const loading = false as unknown as FormState
    expect([differ(loading, form), differ(form, loading), marked(form, loading)]).toEqual([false, false, false])
    expect(leftOut(loading)).toEqual([])
  })

  it('is marked when a field is faulty that was not before', () => {
    const faulty = { ...form, title: { ...form.title, valid: false } }
    expect([marked(form, faulty), marked(faulty, faulty), marked(faulty, form)]).toEqual([true, false, false])
  })

  it('leaves out lists without rows that are not to be sent, and no others', () => {
    expect(leftOut(form)).toEqual([])
    expect(leftOut({ signers: { value: 0, rows: [], disableFormData: true } })).toEqual(['signers'])
    expect(leftOut({ signers: { value: 0, rows: [] }, group: { disableFormData: true } })).toEqual([])
  })
})
