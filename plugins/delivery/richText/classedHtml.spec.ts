import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sanitiseHtml } from '../../publications/index.ts'
import { classedHtml } from './classedHtml.ts'

describe('HTML for websites', () => {
  it.each([
    ['<p style="text-align: center;">giữa</p>', '<p class="align-center">giữa</p>'],
    ['<p style="padding-inline-start: 80px; text-align: justify;">x</p>', '<p class="indent-2 align-justify">x</p>'],
    [
      '<span style="text-decoration: underline line-through;">hai nét</span>',
      '<span class="underline struck">hai nét</span>',
    ],
    ['<li\n  class=""\n  style=""\n  value="3"\n>ba</li>', '<li value="3">ba</li>'],
    [
      '<li class="nestedListItem" style="list-style-type: none;" value="2">x</li>',
      '<li class="nestedListItem" value="2">x</li>',
    ],
    [
      '<td class="cell" style="border: 1px solid #ccc; background-color: #fff000;" colspan="2">x</td>',
      '<td class="cell" colspan="2">x</td>',
    ],
    ['<p style="padding-inline-start: 4000px;">sâu</p>', '<p class="indent-9">sâu</p>'],
    [
      '<a href="https://a.vn/?a=1&amp;b=2" target="_blank">a</a>',
      '<a href="https://a.vn/?a=1&amp;b=2" target="_blank">a</a>',
    ],
    ['<hr class="" />', '<hr />'],
    ['<p>style="text-align: center"</p>', '<p>style="text-align: center"</p>'],
    ['<p style="text-align: inherit; padding-inline-start: abc">x</p>', '<p>x</p>'],
  ])('%s → %s', (html, shown) => {
    expect(classedHtml(html)).toBe(shown)
  })

  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '<p style="text-align: center;">',
      '<span class="" style="">',
      '</p>',
      '</span>',
      '<td style="border: 1px solid" class="a  b">',
      '<a href="/x" style="padding-inline-start: 40px">',
      'style="x"',
      '"',
      '<',
      '>',
    ),
  )
  const anyHtml = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''))

  it('has no inline style and no empty class, whatever it was, and says it the same when it is rewritten again', () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        const shown = classedHtml(sanitiseHtml(html))
        expect(shown).not.toMatch(/<[a-z][^<>]*\s(?:style=|class="\s*")/)
        expect(classedHtml(shown)).toBe(shown)
      }),
    )
  })

  it('keeps every word and element', () => {
    const bare = (html: string) => html.replace(/<([a-z0-9]+)[^<>]*?(\/?)>/g, '<$1$2>')
    fc.assert(
      fc.property(anyHtml, (html) => {
        const sanitised = sanitiseHtml(html)
        expect(bare(classedHtml(sanitised))).toBe(bare(sanitised))
      }),
    )
  })
})
