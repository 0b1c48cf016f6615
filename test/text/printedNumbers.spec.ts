import { describe, expect, it } from 'vitest'
import { formatDocumentNumber, numberKey, parseDocumentNumber } from '../../lib/text/documentNumber.ts'
import { findNumbers } from '../../lib/text/findNumbers.ts'
import { formerForms } from './formerNumbers.ts'
import { localForms } from './localNumbers.ts'
import { nationalForms } from './nationalNumbers.ts'
import { otherCounts } from './otherCounts.ts'
import { pastedForms } from './pastedNumbers.ts'
import { noNumbers, printedForms } from './printedNumbers.ts'
import { scannedForms } from './scannedNumbers.ts'

const tables = [
  ...Object.entries(printedForms),
  ...Object.entries(nationalForms),
  ...Object.entries(localForms),
  ...Object.entries(pastedForms),
  ...Object.entries(scannedForms),
  ...Object.entries(formerForms),
]
const all = tables.flatMap(([, forms]) => forms)

describe.each(tables)('printed numbers, %s', (_, forms) => {
  it.each(forms)('%j prints as %j', (printed, canonical, facts) => {
    const read = parseDocumentNumber(printed)
    expect(read?.raw).toBe(printed)
    for (const [fact, value] of Object.entries(facts))
      expect({ [fact]: read?.[fact as keyof typeof read] }).toEqual({ [fact]: value })
    expect(formatDocumentNumber(read!)).toBe(canonical)
    const { raw: _raw, repairs: _repairs, printed: _printed, ...content } = read!
    const again = parseDocumentNumber(canonical)!
    expect(again).toMatchObject(content)
    expect(again.repairs).toEqual([])
    expect(numberKey(again)).toBe(numberKey(read!))
  })
})

describe('the table of printed numbers', () => {
  it('has 600 different forms and more', () => {
    expect(new Set(all.map(([printed]) => printed)).size).toBe(all.length)
    expect(all.length).toBeGreaterThanOrEqual(600)
  })

  it('reads nothing out of what is no printed number', () => {
    for (const text of [...noNumbers, ...otherCounts])
      expect([text, parseDocumentNumber(text)]).toEqual([text, undefined])
  })

  it('finds none in a text that counts something else', () => {
    const one = otherCounts.filter((text) => !text.includes(' và '))
    for (const text of one) expect([text, findNumbers(text)]).toEqual([text, []])
  })
})
