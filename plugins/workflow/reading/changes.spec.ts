import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeHtml } from '../../../lib/text/escapeHtml.ts'
import { changeOf, isMoved } from './changes.ts'
import { htmlText } from './htmlText.ts'
import { wordDiff } from './wordDiff.ts'

const told = (before: string, after: string) => {
  const sides = wordDiff(before, after)
  return changeOf({ path: 'title', label: 'Tên', change: 'changed', before: sides.before, after: sides.after }, false)
}

describe('a change', () => {
  it('stands in one line, with what is gone and what is new', () => {
    expect(told('Hạn nộp 30/6', 'Hạn nộp 31/7')).toEqual({
      path: 'title',
      label: 'Tên',
      change: 'changed',
      before: 'Hạn nộp 30/6',
      after: 'Hạn nộp 31/7',
      html: 'Hạn nộp <del>30/6</del><ins>31/7</ins>',
    })
  })

  it('of a text with paragraphs shows one side after the other', () => {
    const { html, before, after } = told('<p>Một</p><p>Hai</p>', '<p>Một</p><p>Ba</p>')
    expect(html).toBe(
      '<div class="before"><p>Một</p><p><del>Hai</del></p></div><div class="after"><p>Một</p><p><ins>Ba</ins></p></div>',
    )
    expect([before, after]).toEqual(['Một\nHai', 'Một\nBa'])
  })

  it('of looks alone is one too', () => {
    const look = { path: 'body', label: '', change: 'look', before: '<p>a</p>', after: '<p><b>a</b></p>' } as const
    expect(changeOf(look, false)).toMatchObject({ change: 'changed', before: 'a', after: 'a' })
  })

  it('never holds an element that is not of this module, whatever people typed', () => {
    const text = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { html } = told(escapeHtml(before), escapeHtml(after))
        expect(html.replace(/<\/?(?:del|ins)>|<div class="(?:before|after)">|<\/div>/g, '')).not.toMatch(/[<>]/)
      }),
    )
  })
})

describe('the text of HTML', () => {
  it('is what was escaped, in lines of its own', () => {
    const line = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\s+/g, ' ').trim())
    fc.assert(
      fc.property(fc.array(line.filter(Boolean)), (lines) => {
        expect(htmlText(lines.map((text) => `<p>${escapeHtml(text)}</p>`).join(''))).toBe(lines.join('\n'))
      }),
    )
  })
})

describe('a list', () => {
  it('is moved when it has the same rows in another order, whatever their own numbers', () => {
    expect(isMoved(['a', 'b'], ['b', 'a'])).toBe(true)
    const row = (ordinal: number, heading: string) => ({ ordinal, heading })
    expect(isMoved([row(1, 'a'), row(2, 'b')], [row(1, 'b'), row(2, 'a')])).toBe(true)
  })

  it('is not moved when a row came, went or changed, or when nothing did', () => {
    for (const [before, after] of [
      [['a'], ['a', 'b']],
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
      [['a'], ['a']],
      [
        ['a', 'a', 'b'],
        ['b', 'b', 'a'],
      ],
    ] as const)
      expect(isMoved([...before], [...after])).toBe(false)
    expect(isMoved('ab', 'ba')).toBe(false)
    expect(isMoved(undefined, [])).toBe(false)
  })
})
