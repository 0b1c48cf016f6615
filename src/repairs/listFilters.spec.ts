import fc from 'fast-check'
import type { FlattenedField } from 'payload'
import { describe, expect, it } from 'vitest'
import { withoutBrokenFilters } from './listFilters.ts'

const fields = [
  { name: 'createdAt', type: 'date' },
  { name: 'title', type: 'text' },
] as FlattenedField[]
const LIST = '/admin/collections/notices'
const without = (query: string) => withoutBrokenFilters(`${LIST}?${query}`, fields)

describe('the address of a list', () => {
  it.each([
    'where[or][0][and][0][createdAt][greater_than]=abc',
    'where[or][0][and][0][createdAt][greater_than][0]=31/12/2025',
    'where[createdAt][equals]=hôm qua',
    'where%5BcreatedAt%5D%5Bless_than%5D=abc',
    'where[or]=abc',
    'where[or][0][and]=abc',
    'where[and]=',
  ])('loses what would break its page: %s', (query) => {
    expect(without(query)).toBe(LIST)
    expect(without(`limit=10&${query}&sort=title`)).toBe(`${LIST}?limit=10&sort=title`)
  })

  it.each([
    'where[or][0][and][0][createdAt][greater_than]=2026-11-29T00:00:00.000Z',
    'where[or][0][and][0][createdAt][equals]=',
    'where[or][0][and][0][createdAt][exists]=true',
    'where[or][0][and][0][title][like]=abc',
    'search=abc',
    'createdAt=abc',
    '',
  ])('keeps what the page can show: %s', (query) => {
    expect(without(query)).toBeUndefined()
  })

  it('is mended at once, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.webQueryParameters(),
        fc.constantFrom('', '&where[or]=1', '&where[createdAt][equals]=x'),
        (query, more) => {
          const mended = without(`${query}${more}`)
          if (more) expect(mended).toBeDefined()
          if (mended) expect(withoutBrokenFilters(mended, fields)).toBeUndefined()
        },
      ),
    )
  })

  it('without a query is left alone', () => {
    expect(withoutBrokenFilters(LIST, fields)).toBeUndefined()
  })
})
