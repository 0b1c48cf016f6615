import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { legacyPath } from './legacyPath.ts'

describe('an address of the old portal', () => {
  it.each([
    ['https://sotuphap.example.gov.vn/tin-tuc/chi-tiet.aspx?id=12#dau', '/tin-tuc/chi-tiet.aspx?id=12'],
    ['http://www.example.gov.vn/Pages/Tin.aspx?ItemID=7&utm_source=zalo', '/Pages/Tin.aspx?ItemID=7'],
    ['/tin-tuc//ke-hoach-84/', '/tin-tuc/ke-hoach-84'],
    ['/a/../b', '/b'],
    ['/tin tức'.replace(' ', '%20'), '/tin%20t%E1%BB%A9c'],
    ['https://example.gov.vn/?p=84', '/?p=84'],
  ])('%s is kept as %s', (address, path) => {
    expect(legacyPath(address)).toBe(path)
  })

  it.each([
    ...[
      '',
      '/',
      'https://example.gov.vn',
      'https://example.gov.vn/',
      '//evil.example/a',
      'tin-tuc/84',
      'mailto:a@b.vn',
    ],
    ...[
      'ftp://example.gov.vn/a',
      'javascript:alert(1)',
      '/a b',
      '/a\\b',
      'https:///a',
      `/${'a'.repeat(1001)}`,
      'http://[::1/a',
    ],
  ])('%j is none', (address) => {
    expect(legacyPath(address)).toBeUndefined()
  })

  it('is the same the second time, whatever it was', () => {
    const address = fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.webPath(), fc.string())
    fc.assert(
      fc.property(address, (text) => {
        const path = legacyPath(text)
        if (path === undefined) return
        expect(path).toMatch(/^\/(?!\/)/)
        expect(legacyPath(path)).toBe(path)
      }),
    )
  })
})
