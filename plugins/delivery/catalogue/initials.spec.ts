import { describe, expect, it } from 'vitest'
import { initialsOf, wordsBehind } from './initials.ts'

const TITLES = 'ho tro doi tuong bao tro xa hoi\nnganh nong nghiep va phat trien nong thon'

describe('the initials of titles', () => {
  it('are a line for each, without the word that abbreviations pass over', () => {
    expect(initialsOf(TITLES)).toBe('htdtbtxh\nnnnptnt')
    expect(initialsOf('')).toBe('')
  })

  it.each([
    ['btxh', [['bao', 'tro', 'xa', 'hoi']]],
    ['nnptnt', [['nong', 'nghiep', 'va', 'phat', 'trien', 'nong', 'thon']]],
    [
      'nn',
      [
        ['nganh', 'nong'],
        ['nong', 'nghiep'],
      ],
    ],
    ['hn', []],
  ])('%s stand for %j', (letters, words) => {
    expect(wordsBehind(letters, TITLES)).toEqual(words)
  })
})
