import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordDiff } from './wordDiff.ts'

describe('the difference of two texts', () => {
  it('marks the words that went and came, and nothing else', () => {
    expect(wordDiff('<p>Hạn nộp là 30/6/2026.</p>', '<p>Hạn nộp mới là 31/7/2026.</p>')).toEqual({
      before: '<p>Hạn nộp là <del>30/6/2026.</del></p>',
      after: '<p>Hạn nộp <ins>mới</ins> là <ins>31/7/2026.</ins></p>',
      words: true,
    })
  })

  it('marks words next to each other together, but not across elements', () => {
    expect(wordDiff('', '<p>một hai</p><p>ba</p>').after).toBe('<p><ins>một hai</ins></p><p><ins>ba</ins></p>')
  })

  it('counts a word made bold, or a link led elsewhere, as changed', () => {
    expect(wordDiff('<p>cấm</p>', '<p><strong>cấm</strong></p>').after).toBe('<p><strong><ins>cấm</ins></strong></p>')
    expect(wordDiff('<a href="/a">xem</a>', '<a href="/b">xem</a>').words).toBe(true)
  })

  it('keeps an item that only moved to another number as it was', () => {
    const list = (...items: string[]) =>
      `<ol>${items.map((item, index) => `<li value="${index + 1}">${item}</li>`).join('')}</ol>`
    expect(wordDiff(list('một', 'ba'), list('một', 'hai', 'ba')).after).toBe(
      '<ol><li value="1">một</li><li value="2"><ins>hai</ins></li><li value="3">ba</li></ol>',
    )
  })

  const paragraph = (word: string, length: number) =>
    `<p>${Array.from({ length }, (_, at) => `${word}${at}`).join(' ')}</p>`

  it('goes by paragraphs where too much was written anew to go by words', () => {
    const kept = paragraph('giữ', 50)
    const { before, after } = wordDiff(kept + paragraph('a', 3000), paragraph('b', 3000) + kept)
    expect(before).toMatch(/^<p>giữ0 .*giữ49<\/p><p><del>a0 .*a2999<\/del><\/p>$/)
    expect(after).toMatch(/^<p><ins>b0 .*b2999<\/ins><\/p><p>giữ0 .*giữ49<\/p>$/)
  })

  it('takes two texts that share nothing as a whole', () => {
    const all = (word: string) => Array.from({ length: 500 }, (_, at) => paragraph(`${word}${at}.`, 2)).join('')
    const { before, after } = wordDiff(all('a'), all('b'))
    expect(before.match(/<del>/g)).toHaveLength(500)
    expect(after.match(/<ins>/g)).toHaveLength(500)
  })

  it('loses nothing of either side, whatever they hold', () => {
    const piece = fc.constantFrom('<p>', '</p>', '<strong>', '</strong>', '<br />', ' ', '\n', 'chữ', 'khác', '&lt;')
    const html = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(html, html, (before, after) => {
        const sides = wordDiff(before, after)
        expect(sides.before.replace(/<\/?del>/g, '')).toBe(before)
        expect(sides.after.replace(/<\/?ins>/g, '')).toBe(after)
        expect(wordDiff(before, before).words).toBe(false)
      }),
    )
  })
})
