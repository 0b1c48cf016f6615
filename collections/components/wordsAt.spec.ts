import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prose } from '../../lib/text/prose.ts'
import { wordsAt } from './wordsAt.ts'

describe('the words of a field', () => {
  const row = { title: ' Kế hoạch ', groups: [{ heading: 'Việc một' }, {}], body: prose('Một.', 'Hai.'), year: 3 }

  it.each([
    ['title', 'Kế hoạch'],
    ['groups.0.heading', 'Việc một'],
    ['groups.1.heading', ''],
    ['groups.2.heading', ''],
    ['body', 'Một.\nHai.'],
    ['year', ''],
    ['toString', ''],
    ['title.length', ''],
    ['', ''],
  ])('%s', (path, words) => {
    expect(wordsAt(row, path)).toBe(words)
  })

  it('are a text, whatever the row is', () => {
    fc.assert(
      fc.property(fc.anything(), fc.array(fc.string()), (value, names) => {
        expect(typeof wordsAt(value, names.join('.'))).toBe('string')
        expect(typeof wordsAt({ root: value, a: { root: value } }, 'a')).toBe('string')
      }),
    )
  })
})
