import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../words/index.ts'
import { shownDay, shownLength, shownSize } from './days.ts'
import { langOf, otherLanguage } from './language.ts'
import { pagesShown } from './Pager.tsx'
import { withQuery } from './query.ts'
import { dayOfStatus } from './Status.tsx'
import { subscribeUrl } from './subscribe.ts'
import { viewOf } from './view.ts'

describe('the pages of a pager', () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [5, 10, [1, null, 4, 5, 6, null, 10]],
    [4, 10, [1, 2, 3, 4, 5, null, 10]],
  ])('at %i of %i are %j', (page, of, expected) => {
    expect(pagesShown(page, of)).toEqual(expected)
  })

  it('are few, in order, and hold the first, the last and this one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 5_000 }), (a, b) => {
        const [page, of] = [Math.min(a, b), Math.max(a, b)]
        const shown = pagesShown(page, of)
        const numbers = shown.filter((each) => each !== null)
        expect(shown.length).toBeLessThanOrEqual(9)
        expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other))
        expect(numbers).toEqual(expect.arrayContaining([1, page, of]))
      }),
    )
  })
})

describe('the language of a label', () => {
  it.each([
    ['Hòa giải ở cơ sở', 'vi', undefined],
    ['Hòa giải ở cơ sở', 'km', 'vi'],
    ['ជំនួយ', 'km', undefined],
    ['法律', 'zh', undefined],
    ['Quyết định', 'zh', 'vi'],
    ['Plan', 'en', undefined],
    ['Kế hoạch', 'en', 'vi'],
    ['84/2024', 'km', undefined],
  ] as const)('%s on a page in %s: %s', (text, language, expected) => {
    expect(otherLanguage(text, language)).toBe(expected)
  })

  it('is said only where it is another one than the page’s', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...LANGUAGES), (text, language) => {
        expect(otherLanguage(text, language)).not.toBe(language)
      }),
    )
    expect(langOf('vi', 'km')).toBe('vi')
    expect(langOf('km', 'km')).toBeUndefined()
    expect(langOf('"><script>', 'km')).toBeUndefined()
  })
})

describe('days and sizes', () => {
  it.each([
    ['2024-05-08', 'vi', '08/05/2024'],
    ['2024-05-08', 'en', '8 May 2024'],
    ['2024-05-08', 'zh', '2024年5月8日'],
    ['2024-05-07T17:00:00.000Z', 'vi', '08/05/2024'],
    ['sometime', 'vi', 'sometime'],
  ] as const)('%s in %s is %s', (iso, language, expected) => {
    expect(shownDay(iso, language)).toBe(expected)
  })

  it('are shown as people write them', () => {
    expect([shownLength(4), shownLength(65), shownLength(3_723)]).toEqual(['0:04', '1:05', '1:02:03'])
    expect([shownSize(300, 'vi'), shownSize(35_400, 'vi'), shownSize(1_440_000, 'vi')]).toEqual([
      '1 KB',
      '35 KB',
      '1,4 MB',
    ])
  })

  it('a status counts from the day it began, or after the last day of force', () => {
    const facts = { effectiveFrom: '2021-04-01', effectiveTo: '2030-12-31' }
    expect(dayOfStatus({ ...facts, legalStatus: 'inForce' })).toBe('2021-04-01')
    expect(dayOfStatus({ ...facts, legalStatus: 'expired' })).toBe('2030-12-31')
    expect(dayOfStatus({ legalStatus: 'expired', effectiveFrom: '2021-04-01', effectiveTo: null })).toBeUndefined()
  })
})

describe('addresses of links', () => {
  it('keep parameters, replace some, and leave out the empty ones', () => {
    expect(withQuery('/van-ban', { topic: 'a b', page: '2' }, { page: undefined })).toBe('/van-ban?topic=a+b')
    expect(withQuery('/van-ban', {}, { q: '' })).toBe('/van-ban')
  })

  it('to the form for subscribing tick what the list is filtered by', () => {
    const view = viewOf({ language: 'km', cms: 'https://cms.example' })
    expect(subscribeUrl({ section: 'directives', query: { topic: 'a', docType: 'QĐ', year: '2024' }, view })).toBe(
      `https://cms.example/subscriptions?lang=km&collections=directives&topics=a&documentTypes=${encodeURIComponent('QĐ')}`,
    )
  })
})
