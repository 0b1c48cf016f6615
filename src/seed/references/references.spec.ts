import { describe, expect, it } from 'vitest'
import { isIsoDay } from '../../../lib/text/dates.ts'
import { parseDocumentNumber } from '../../../lib/text/documentNumber.ts'
import { calendarDays } from './calendarDays.ts'
import { documentTypes } from './documentTypes.ts'
import { references } from './index.ts'

describe('the reference data', () => {
  it('names each row once', () => {
    for (const { collection, rows } of references) {
      const keys = rows.map((row) => row.key)
      expect(new Set(keys).size, collection).toBe(keys.length)
    }
  })

  it('lets no row point to one that comes later', () => {
    const before = new Set<string>()
    for (const { collection, rows } of references)
      for (const row of rows) {
        for (const target of Object.values(row.relations))
          for (const key of [target.keys].flat()) expect(before).toContain(`${target.collection}/${key}`)
        before.add(`${collection}/${row.key}`)
      }
  })

  it('dates places and bodies by days of the calendar', () => {
    for (const { rows } of references)
      for (const { key, shared } of rows)
        for (const day of [shared.validFrom, shared.validTo])
          if (day !== undefined) expect(isIsoDay(String(day)), `${key}: ${day}`).toBe(true)
  })

  it('names as holidays weekdays only, and as worked in exchange weekends only', () => {
    for (const { day, kind } of calendarDays) {
      const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
      expect(kind, day).toBe(weekend ? 'working' : 'holiday')
    }
  })

  it('abbreviates types as the reader of printed numbers knows them', () => {
    const abbreviations = documentTypes.flatMap(({ abbreviation }) => abbreviation ?? [])
    expect(abbreviations).toContain('KH')
    for (const abbreviation of abbreviations)
      expect(parseDocumentNumber(`84/${abbreviation}-UBND`)?.typeCode).toBe(abbreviation)
  })

  it('says Khmer things in Khmer script and Chinese ones in Chinese', () => {
    const scripts = { km: /^[\p{Script=Khmer}\p{P}\s\u200b]+$/u, zh: /^[\p{Script=Han}\p{P}]+$/u }
    const said = references.flatMap(({ rows }) => rows.flatMap(({ texts }) => Object.values(texts)))
    for (const [language, script] of Object.entries(scripts)) {
      const labels = said.flatMap((texts) => texts?.[language] ?? [])
      expect(labels.length, language).toBeGreaterThan(30)
      for (const label of labels) expect(label).toMatch(script)
    }
  })
})
