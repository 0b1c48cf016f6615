import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PARAMETERS } from '../pages/index.ts'
import { inLanguage } from '../parts/view.ts'
import { LANGUAGES } from '../words/index.ts'
import { matchRoute, readAddress, readParameters } from './address.ts'

describe('an address', () => {
  it.each([
    ['/', 'vi', '/', true],
    ['/km', 'km', '/', true],
    ['/en/van-ban', 'en', '/van-ban', true],
    ['/vi/van-ban', 'vi', '/van-ban', false],
    ['/van-ban/', 'vi', '/van-ban', false],
    ['//evil.example', 'vi', '/evil.example', false],
    ['/van-ban?', 'vi', '/van-ban', false],
    ['/van-ban?utm_source=zalo', 'vi', '/van-ban', false],
    ['/a%2fb', 'vi', '/a%2Fb', true],
    ['/Ti%E1%BA%BFng', 'vi', '/Ti%E1%BA%BFng', true],
    ['/chu-de?id=12', 'vi', '/chu-de', true],
  ])('%s is %s %s', (target, language, path, isCanonical) => {
    expect(readAddress(target)).toMatchObject({ language, path, isCanonical })
  })

  it.each([
    '/%',
    '/%c3%28',
    '/a%00b',
    '/%e2%80%ae',
    '/..%2f',
    '/a/../b',
    '/a\\b',
    'http://x/',
    '*',
    `/${'a'.repeat(3_000)}`,
    '/?q=%ff',
  ])('%s is none', (target) => {
    const read = readAddress(target)
    if (target === '/..%2f') expect(read?.path).toBe('/..%2F')
    else expect(read).toBeUndefined()
  })

  it('that is any text is read without an exception, and its path again gives itself', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webPath(), fc.string({ unit: 'binary' })), fc.string(), (path, query) => {
        const read = readAddress(`/${path}${query && `?${query}`}`)
        if (!read) return
        expect(read.path.startsWith('/')).toBe(true)
        expect(read.path).not.toMatch(/^\/\/|[^\x21-\x7e]/)
        expect(readAddress(inLanguage(read.path, read.language))).toMatchObject({
          path: read.path,
          language: read.language,
        })
      }),
    )
  })

  it('has the language that its prefix says', () => {
    for (const language of LANGUAGES)
      expect(readAddress(inLanguage('/van-ban/x', language))).toMatchObject({
        language,
        path: '/van-ban/x',
        isCanonical: true,
      })
  })
})

describe('parameters', () => {
  const read = (query: string) =>
    readParameters({
      parameters: new URLSearchParams(query),
      names: ['q', 'topic', 'year', 'from', 'sort', 'collection', 'page'],
      checks: PARAMETERS,
    })

  it.each([
    ['page=2', { page: '2' }, true],
    ['page=1', {}, false],
    ['q=&topic=', {}, false],
    ['topic=a&topic=b', { topic: 'a' }, false],
    ['limit=-1', {}, false],
    ['q=%20%20hoa%20%20gi%E1%BA%A3i', { q: 'hoa giải' }, false],
    ['from=2024-02-29', { from: '2024-02-29' }, true],
  ])('%s are %j', (query, expected, isCanonical) => {
    expect(read(query)).toMatchObject({ query: expected, isCanonical })
  })

  it.each([
    'page=0',
    'page=-1',
    'page=x',
    'page=9999999',
    'year=20',
    'from=2023-02-29',
    'sort=secret',
    'collection=users',
    'topic=%27',
    `q=${'a'.repeat(201)}`,
  ])('%s cannot be used', (query) => {
    expect(read(query)).toBeUndefined()
  })

  it('are read from any text without an exception, and once read are as they ought to be', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('q', 'topic', 'page', 'year', 'x'), fc.string()), (given) => {
        const found = read(new URLSearchParams(given).toString())
        if (found) expect(read(new URLSearchParams(found.query).toString())?.query).toEqual(found.query)
      }),
    )
  })
})

describe('a route', () => {
  it('names parts of a path, and fits no other', () => {
    expect(matchRoute('/van-ban/:slug', ['van-ban', 'x'])).toEqual({ slug: 'x' })
    expect(matchRoute('/', [])).toEqual({})
    expect(matchRoute('/van-ban/:slug', ['van-ban'])).toBeUndefined()
    expect(matchRoute('/van-ban/:slug', ['ban-tin', 'x'])).toBeUndefined()
  })
})
