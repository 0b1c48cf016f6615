import { describe, expect, it } from 'vitest'
import { dayIn } from '../mail/day.ts'
import { LANGUAGES, messagesFor } from './index.ts'

/** What a text is called with, so that each word put in can be found again in what it says. */
const GIVEN = ['⟦một⟧', '⟦hai⟧']
const MONTHS = ['01', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']
const WHEN = { from: '⟦từ⟧', to: '⟦đến⟧' }

/** What the texts say that take words, whichever kind of word they take. */
const said = (text: (...given: unknown[]) => string): string[] => [text(...GIVEN), text(WHEN, '⟦số⟧')]

/** Every text by its place, with the words it shows of those it is given. */
const placesOf = (value: unknown, path = ''): [string, string][] => {
  if (typeof value === 'string') return [[path, value.trim() === '' ? 'empty' : 'text']]
  if (typeof value === 'function') {
    const shown = said(value as (...given: unknown[]) => string).flatMap((text) => text.match(/⟦[^⟧]+⟧/g) ?? [])
    return [[path, `shows ${[...new Set(shown)].sort().join(' ')}`]]
  }
  return Object.entries(value as object).flatMap(([key, inner]) => placesOf(inner, `${path}.${key}`))
}

describe('the texts', () => {
  const vi = placesOf(LANGUAGES.vi)

  it.each(Object.keys(LANGUAGES))('in %s are complete and show the same facts as the Vietnamese ones', (language) => {
    expect(placesOf(LANGUAGES[language])).toEqual(vi)
  })

  it('keep every subject within 78 characters, whatever is counted', () => {
    for (const [language, { mail }] of Object.entries(LANGUAGES))
      for (const when of MONTHS.map((month) => dayIn(`2026-${month}-30`, language)).map((day) => ({
        from: day,
        to: day,
      })))
        for (const subject of Object.values(mail.subjects)) expect([...subject(when, 99_999)].length).toBeLessThan(79)
  })

  it('write numbers in Khmer as the days beside them', () => {
    const when = { from: dayIn('2026-11-24', 'km'), to: '' }
    expect(LANGUAGES.km!.mail.subjects.daily(when, 12)).toBe('ព្រឹត្តិបត្រថ្ងៃទី២៤ វិច្ឆិកា ២០២៦៖ មាតិកាថ្មី ១២')
  })

  it('are English for a language that has none', () => {
    expect(messagesFor('fr').language).toBe('en')
    expect(messagesFor('constructor').language).toBe('en')
    expect(messagesFor('km').language).toBe('km')
  })
})
