import { describe, expect, it } from 'vitest'
import { formatDocumentNumber, numberKey, parseDocumentNumber } from '../../src/text/documentNumber.ts'
import { noNumbers, printedForms } from './printedNumbers.ts'

const all = Object.values(printedForms).flat()

describe.each(Object.entries(printedForms))('printed numbers, %s', (_, forms) => {
  it.each(forms)('%j prints as %j', (printed, canonical, facts) => {
    const read = parseDocumentNumber(printed)
    expect(read?.raw).toBe(printed)
    for (const [fact, value] of Object.entries(facts))
      expect({ [fact]: read?.[fact as never] }).toEqual({ [fact]: value })
    expect(formatDocumentNumber(read!)).toBe(canonical)
    const { raw: _raw, repairs: _repairs, ...content } = read!
    const again = parseDocumentNumber(canonical)!
    expect(again).toMatchObject(content)
    expect(again.repairs).toEqual([])
    expect(numberKey(again)).toBe(numberKey(read!))
  })
})

describe('the table of printed numbers', () => {
  it('has 150 different forms and more', () => {
    expect(new Set(all.map(([printed]) => printed)).size).toBe(all.length)
    expect(all.length).toBeGreaterThanOrEqual(150)
  })

  it('reads nothing out of what is no printed number', () => {
    for (const text of noNumbers) expect([text, parseDocumentNumber(text)]).toEqual([text, undefined])
  })
})
