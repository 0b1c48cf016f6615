import { describe, expect, it } from 'vitest'
import { type EditorNode, pastedNodes } from './index.ts'

const wordsOf = ({ type, text, children = [] }: EditorNode): string =>
  type === 'text' ? String(text) : type === 'linebreak' ? '\n' : children.map(wordsOf).join('')

const paragraphs = (html: string): string[] => pastedNodes(html).map(wordsOf)

describe('text in a font before Unicode', () => {
  it.each([
    ['VNI', '<p style="font-family:VNI-Times">Soá: 84</p>', ['Số: 84']],
    ['VNI, with a space', `<p><span style='font-family:"VNI Helve",sans-serif'>Toøa aùn</span></p>`, ['Tòa án']],
    ['TCVN3', '<p><font face=".VnTime">Quy ®Þnh t&shy; ph¸p</font></p>', ['Quy định tư pháp']],
    ['the capitals of TCVN3', `<p><span style='font-family:".VnTimeH"'>Céng hßa</span></p>`, ['CỘNG HÒA']],
    ['the shorthand', `<p style='font:14.0pt ".VnTime"'>ph¸p luËt</p>`, ['pháp luật']],
    [
      'a style sheet',
      `<style><!-- @font-face {font-family:"VNI-Times"} p.MsoNormal, li.MsoNormal {margin:0in; font-family:"VNI-Times"} --></style>
       <p class=MsoNormal>Keá hoaïch <span style='font-family:"Times New Roman"'>Tôi</span></p>`,
      ['Kế hoạch Tôi'],
    ],
    [
      'no font',
      '<p>Ñoäc laäp - <b>Töï do</b> - Haïnh phuùc</p><p>Soá 84</p>',
      ['Độc lập - Tự do - Hạnh phúc', 'Số 84'],
    ],
    [
      'no font, beside Unicode',
      '<p>§éc lËp - <b>Tù do</b></p><p>Sở Tư pháp, hoà giải</p><p>Toà án</p>',
      ['Độc lập - Tự do', 'Sở Tư pháp, hoà giải', 'Toà án'],
    ],
    [
      'a font that shows Unicode too',
      '<p style="font-family:VNI-Times">Tôi đã ký</p><p style="font-family:VNI-Times">Tôi ký</p>',
      ['Tôi đã ký', 'Tôi ký'],
    ],
    ['another font', '<p style="font-family:Arial">Văn hoá, Toà án, où, Noël</p>', ['Văn hoá, Toà án, où, Noël']],
  ])('%s', (_, html, expected) => {
    expect(paragraphs(html)).toEqual(expected)
  })
})

describe('signs of symbol fonts', () => {
  it.each([
    [
      'boxes of a form',
      `<p><span style='font-family:Wingdings'>o</span> Nam <span style='font-family:Wingdings;mso-char-type:symbol'>q</span> Nữ
       <font face="Wingdings 2">R</font> Khác</p>`,
      ['☐ Nam ❑ Nữ ☑ Khác'],
    ],
    ['the font of a symbol', '<p><span style="mso-symbol-font-family:Wingdings">&#252;</span> đủ</p>', ['✓ đủ']],
    ['the private range', '<p>\uf0a8 Có \uf0fe Không</p><p>\uf099</p>', ['☐ Có ☑ Không']],
    ['Greek letters', '<p><span style="font-family:Symbol">a £ 5</span></p>', ['α ≤ 5']],
    ['words', '<p style="font-family:Wingdings">Kính gửi các sở</p>', ['Kính gửi các sở']],
  ])('%s', (_, html, expected) => {
    expect(paragraphs(html)).toEqual(expected)
  })

  it('are bullets before items of a list', () => {
    const [list] = pastedNodes(
      `<p style='mso-list:l0 level1 lfo1'><span style='font-family:Wingdings'><span style='mso-list:Ignore'>w </span></span>một</p>`,
    )
    expect(list).toMatchObject({ type: 'list', listType: 'bullet' })
    expect(wordsOf(list!)).toBe('một')
  })
})
