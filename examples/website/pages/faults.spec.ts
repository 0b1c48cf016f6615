import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsOfPath } from './faults.tsx'

describe('the words of an address', () => {
  it.each([
    ['/chi-dao/ke-hoach-84-kh-ubnd.html', 'ke hoach 84 kh ubnd'],
    ['/ព័ត៌មាន', 'ព័ត៌មាន'],
    ['/', ''],
    ['/---', ''],
  ])('%s are “%s”', (path, words) => {
    expect(wordsOfPath(path)).toBe(words)
  })

  it('are short, of any address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (path) => {
        expect(wordsOfPath(path).length).toBeLessThanOrEqual(100)
        expect(wordsOfPath(path)).not.toMatch(/^\s|\s$|[<>"'/]/)
      }),
    )
  })
})
