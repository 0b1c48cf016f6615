import { describe, expect, it } from 'vitest'
import { soundTwins } from './soundTwins.ts'

describe('words of one sound', () => {
  it.each([
    ['chu', 'tru'],
    ['truc', 'chuc'],
    ['xong', 'song'],
    ['gia', 'da'],
    ['rieu', 'ruou'],
    ['nam', 'lam'],
    ['bac', 'bat'],
    ['huu', 'hiu'],
    ['thai', 'thay'],
  ])('%s and %s', (one, other) => {
    expect(soundTwins(one)).toContain(other)
    expect(soundTwins(other)).toContain(one)
  })

  it('are never the word itself', () => {
    for (const word of ['chu', 'nghi', 'nhan', 'khai', 'uy', 'a']) expect(soundTwins(word)).not.toContain(word)
    expect(soundTwins('nghi')).toEqual([])
    expect(soundTwins('nha')).toEqual([])
  })
})
