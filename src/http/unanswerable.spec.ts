import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUnanswerable } from './unanswerable.ts'

describe('a query', () => {
  it.each([
    'where=x',
    'where=%7B',
    'where=[1]',
    'data=1',
    'where[title][near]=1,2',
    'where%5Bor%5D%5B0%5D%5Ba%5D%5Bwithin%5D=1',
    'limit=1e99',
    'depth=-1e300',
    'page=1.5',
    'page=Infinity',
  ])('cannot be answered with %s', (query) => {
    expect(isUnanswerable(`/api/notices?${query}`)).toBe(true)
  })

  it.each([
    '',
    'limit=10&page=2&depth=0',
    'limit=',
    'limit=abc',
    'limit=0',
    'where={"title":{"equals":"a"}}',
    'where[title][equals]=near',
    'where[nearby][equals]=a',
    'data={}',
    'limit[a]=1e99',
  ])('may be asked with %s', (query) => {
    expect(isUnanswerable(`/api/notices?${query}`)).toBe(false)
  })

  it('is judged whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        expect(typeof isUnanswerable(`/api/x?${query}`)).toBe('boolean')
      }),
    )
  })
})
