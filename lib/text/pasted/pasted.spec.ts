import { convertLexicalToHTML } from '@payloadcms/richtext-lexical/html'
import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultOfTree } from '../richText.ts'
import { pastedNodes } from './index.ts'

const treeOf = (html: string) => ({
  root: { type: 'root', version: 1, direction: 'ltr', format: '', indent: 0, children: pastedNodes(html) },
})

/** As HTML without the converter's own attributes, so that a case can be read; a list says where it starts. */
const kept = (html: string): string =>
  convertLexicalToHTML({ data: treeOf(html) as unknown as SerializedEditorState, disableContainer: true })
    .replace(/<div class="lexical-table-container">|<\/div>|<\/?tbody>/g, '')
    .replace(/(<ol[^>]*)>(<li[^>]*value="(\d+)")/g, '$1 start="$3">$2')
    .replace(/\s(class|style|value|rel)="(?!text-align)[^"]*"| start="1"/g, '')
    .replace(/\s*\n\s*(?=<)|(?<=>)\s*\n\s*|\s+(?=>)/g, '')
    .replace(/\s{2,}/g, ' ')
    .trim()

const wordItem = (marker: string, text: string, level = 1, list = 'l0') =>
  `<p class=MsoListParagraph style='margin-left:.5in;mso-list:${list} level${level} lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>${text}<o:p></o:p></p>`

describe('Word', () => {
  it.each([
    ['a paragraph', '<p class=MsoNormal>Kế hoạch<o:p></o:p></p>', '<p>Kế hoạch</p>'],
    ['lines broken in its source', '<p class=MsoNormal>Kế\nhoạch\r\n năm</p>', '<p>Kế hoạch năm</p>'],
    ['hard and double spaces', '<p>Số:&nbsp; 84<span style="mso-spacerun:yes">  </span>/KH</p>', '<p>Số: 84 /KH</p>'],
    ['empty lines', '<p class=MsoNormal><o:p>&nbsp;</o:p></p><p>a</p>', '<p>a</p>'],
    ['fonts and colours', `<p><span style='font-family:"Arial";color:red'>đỏ</span></p>`, '<p>đỏ</p>'],
    [
      'words that stand out',
      "<p><b style='mso-bidi-font-weight:normal'>đậm</b> <i>nghiêng</i> m<sup>2</sup> H<sub>2</sub>O</p>",
      '<p><strong>đậm</strong> <em>nghiêng</em> m<sup>2</sup> H<sub>2</sub>O</p>',
    ],
    ['deleted, added', '<p><del>cũ</del><ins>mới</ins></p>', '<p>mới</p>'],
    ['hidden words', "<p>a<span style='display:none;mso-hide:all'>b</span></p>", '<p>a</p>'],
    ['comments', '<p>a<span class=MsoCommentReference><a href="#_msocom_1">[A1]</a></span></p>', '<p>a</p>'],
    ['bookmarks', '<p><a name="_Toc1"></a>mục</p>', '<p>mục</p>'],
    ['links to a disk', '<p><a href="file:///C:/kh84.docx">tệp</a></p>', '<p>tệp</p>'],
    ['links into itself', '<p><a href="#_ftn1">[1]</a></p>', '<p>[1]</p>'],
    [
      'links',
      '<p><a href="https://a.vn/?a=1&amp;b=2"><u>luật</u></a></p>',
      '<p><a href="https://a.vn/?a=1&amp;b=2">luật</a></p>',
    ],
    [
      'pictures and drawings',
      '<p>a<!--[if gte vml 1]><v:shape><v:imagedata src="x"/></v:shape><![endif]--><![if !vml]><img src="file:///x.png"><![endif]></p>',
      '<p>a</p>',
    ],
    ['its own settings', '<style>p{}</style><xml><o:x>1</o:x></xml><p>a</p>', '<p>a</p>'],
    ['centred lines', '<p align=center style="text-align:center">a</p>', '<p style="text-align: center;">a</p>'],
    ['justified lines', '<p style="text-align:justify">a</p>', '<p>a</p>'],
    ['a heading of the first level', '<h1>A</h1><h2>B</h2><p>c</p>', '<h2>A</h2><h3>B</h3><p>c</p>'],
    ['headings below it', '<h2><b>A</b></h2><h5>B</h5>', '<h2>A</h2><h4>B</h4>'],
    ['bullets', wordItem('·', 'một') + wordItem('·', 'hai'), '<ul><li>một</li><li>hai</li></ul>'],
    [
      'bullets in bullets',
      wordItem('·', 'một') + wordItem('o', 'trong', 2) + wordItem('·', 'hai'),
      '<ul><li>một</li><li><ul><li>trong</li></ul></li><li>hai</li></ul>',
    ],
    ['dashes', wordItem('-', 'một') + wordItem('+', 'hai', 2), '<ul><li>một</li><li><ul><li>hai</li></ul></li></ul>'],
    ['numbers', wordItem('1.', 'một') + wordItem('2.', 'hai'), '<ol><li>một</li><li>hai</li></ol>'],
    [
      'numbers that go on after words',
      `${wordItem('1.', 'một')}<p>giữa</p>${wordItem('2.', 'hai')}`,
      '<ol><li>một</li></ol><p>giữa</p><ol start="2"><li>hai</li></ol>',
    ],
    [
      'a nested level that goes on after words',
      `${wordItem('·', 'một')}${wordItem('o', 'trong', 2)}<p>giữa</p>${wordItem('o', 'nữa', 2)}`,
      '<ul><li>một</li><li><ul><li>trong</li></ul></li></ul><p>giữa</p><ul><li><ul><li>nữa</li></ul></li></ul>',
    ],
    [
      'nested numbers that go on after words',
      `${wordItem('1.', 'một')}${wordItem('1.', 'trong', 2)}<p>giữa</p>${wordItem('2.', 'nữa', 2)}`,
      '<ol><li>một</li><li><ol><li>trong</li></ol></li></ol><p>giữa</p><ul><li><ol start="2"><li>nữa</li></ol></li></ul>',
    ],
    [
      'a level that begins after a heading',
      `${wordItem('·', 'một')}<h2>Mục</h2>${wordItem('o', 'trong', 2)}`,
      '<ul><li>một</li></ul><h2>Mục</h2><ul><li>trong</li></ul>',
    ],
    ['points cited by letter', wordItem('a)', 'một') + wordItem('đ)', 'hai'), '<p>a) một</p><p>đ) hai</p>'],
    ['articles numbered by Word', wordItem('Điều 4.', 'Hiệu lực'), '<p>Điều 4. Hiệu lực</p>'],
    [
      'sections numbered by Word',
      "<h2 style='mso-list:l1 level1 lfo1'><span style='mso-list:Ignore'>I. </span>CHUNG</h2>",
      '<h2>I. CHUNG</h2>',
    ],
    [
      'a table',
      '<table class=MsoTableGrid border=1><tr><td><p><b>TT</b></p></td><td><p><b>Việc</b></p></td></tr><tr><td><p>1</p></td><td><p>a</p><p>b</p></td></tr></table>',
      '<table><tr><th><p>TT</p></th><th><p>Việc</p></th></tr><tr><td><p>1</p></td><td><p>a</p><p>b</p></td></tr></table>',
    ],
    [
      'cells that span',
      '<table border=1><tr><td colspan=2>a</td></tr><tr><td rowspan=2>b</td><td></td></tr><tr><td>c</td></tr></table>',
      '<table><tr><td colspan="2"><p>a</p></td></tr><tr><td rowspan="2"><p>b</p></td><td><p><br /></p></td></tr><tr><td><p>c</p></td></tr></table>',
    ],
    [
      'the head of a letter, which is a table without lines',
      '<table class=MsoNormalTable border=0><tr><td><p>UBND TỈNH</p></td><td><p>CỘNG HÒA</p></td></tr></table>',
      '<p>UBND TỈNH</p><p>CỘNG HÒA</p>',
    ],
  ])('%s', (_, html, expected) => {
    expect(kept(html)).toBe(expected)
  })
})

describe('elsewhere', () => {
  it.each([
    [
      'Google Docs',
      '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-weight:700;font-style:normal;text-decoration:none;vertical-align:baseline">Đậm</span><span style="font-weight:400"> thường</span></p><ul><li dir="ltr" aria-level="1"><p role="presentation"><span>một</span></p></li></ul></b>',
      '<p><strong>Đậm</strong> thường</p><ul><li>một</li></ul>',
    ],
    [
      'Word in a browser',
      '<div class="OutlineElement"><p class="Paragraph"><span class="TextRun"><span class="NormalTextRun">Mở đầu</span></span><span class="EOP">&nbsp;</span></p></div><div class="ListContainerWrapper"><ul><li data-aria-level="1"><p>một</p></li></ul></div><div class="ListContainerWrapper"><ul><li data-aria-level="2"><p>trong</p></li></ul></div><div><p role="heading" aria-level="2">Mục</p></div>',
      '<p>Mở đầu</p><ul><li>một</li><li><ul><li>trong</li></ul></li></ul><h2>Mục</h2>',
    ],
    [
      'LibreOffice',
      '<p style="margin-bottom: 0in"><font face="Times"><span lang="vi-VN"><b>a</b></span></font></p>',
      '<p><strong>a</strong></p>',
    ],
    ['a mail', '<div>một</div><div><br></div><div>hai</div>', '<p>một</p><p>hai</p>'],
    ['a page with line breaks', 'một<br>hai<br><br>ba', '<p>một<br />hai</p><p>ba</p>'],
    ['part of a line', 'theo <b>Kế hoạch</b>', '<p>theo <strong>Kế hoạch</strong></p>'],
    [
      'a point of several paragraphs',
      '<ol><li><p>a</p><p>b</p></li><li>c</li></ol>',
      '<ol><li>a<br />b</li><li>c</li></ol>',
    ],
    [
      'words between nested lists of one point',
      '<ol><li>a<ol><li>b</li></ol><p>giữa</p><ol start="2"><li>c</li></ol></li><li>d</li></ol>',
      '<ol><li>a</li><li><ol><li>b</li></ol></li></ol><p>giữa</p><ul><li><ol start="2"><li>c</li></ol></li></ul><ol start="2"><li>d</li></ol>',
    ],
    ['numbering by letters', '<ol type="a"><li><p>một</p></li><li>hai</li></ol>', '<p>a. một</p><p>b. hai</p>'],
    [
      'numbering by Roman numerals',
      '<ol style="list-style-type:upper-roman" start=4><li>bốn</li></ol>',
      '<p>IV. bốn</p>',
    ],
    [
      'a numbering that begins later',
      '<ol start="5"><li>năm</li><li value="9">chín</li></ol>',
      '<ol start="5"><li>năm</li></ol><ol start="9"><li>chín</li></ol>',
    ],
    ['a quotation', '<blockquote><p>trích</p></blockquote>', '<blockquote>trích</blockquote>'],
    ['code', '<p onclick="x()">a<script>alert(1)</script><a href="javascript:alert(1)">b</a></p>', '<p>ab</p>'],
    ['decomposed letters', `<p>${'Ủy ban'.normalize('NFD')}</p>`, '<p>Ủy ban</p>'],
    ['letters parted by their looks', `<p>U<b>${'\u0309'}y</b></p>`, `<p>U<strong>${'\u0309'}y</strong></p>`],
    ['Khmer with its word marks', '<p>ច្បាប់\u200bថ្មី</p>', '<p>ច្បាប់\u200bថ្មី</p>'],
    ['Chinese', '<p>法律<b>援助</b></p>', '<p>法律<strong>援助</strong></p>'],
    ['nothing', '<p>&nbsp;</p><img src="x">', ''],
  ])('%s', (_, html, expected) => {
    expect(kept(html)).toBe(expected)
  })

  it('never throws and never makes what the editor must not hold', () => {
    const piece = fc.constantFrom(
      ...['<p>', '</p>', '<h1>', '</h1>', '<ul>', '<ol start=3>', '<li>', '</li>', '</ul>', '<table>', '<tr>', '<td>'],
      ...['<th colspan=9999>', '</table>', '<b>', '</b>', '<br>', '<a href="javascript:x">', '<a href="https://a.vn">'],
      ...[
        '</a>',
        '<script>',
        '</script>',
        '<!--',
        '-->',
        '<![if !supportLists]>',
        '<o:p>',
        '&nbsp;',
        'chữ',
        ' ',
        '&#0;',
      ],
      ...[
        "<p style='mso-list:l0 level3 lfo1'><span style='mso-list:Ignore'>1.</span>",
        '<blockquote>',
        '</blockquote>',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(faultOfTree(treeOf(pieces.join('')))).toBeUndefined()
      }),
      { numRuns: 2000 },
    )
  })

  it('reads what it made as it made it', () => {
    const piece = fc.constantFrom(
      ...['<p>một</p>', '<h2>hai</h2>', '<p>ba <b>bốn</b></p>', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>'],
      ...[
        '<ol start=7><li>d</li></ol>',
        '<blockquote>trích</blockquote>',
        '<p>x<br>y <a href="https://a.vn">z</a></p>',
      ],
      ...['<table><tr><th>t</th><th>u</th></tr><tr><td>1</td><td><i>2</i></td></tr></table>'],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const html = pieces.join('')
        const made = convertLexicalToHTML({
          data: treeOf(html) as unknown as SerializedEditorState,
          disableContainer: true,
        })
        expect(kept(made)).toBe(kept(html))
      }),
    )
  })

  it('stands any depth', () => {
    expect(pastedNodes('<div>'.repeat(50_000))).toEqual([])
    expect(faultOfTree(treeOf(`${'<ul><li>a'.repeat(500)}`))).toBeUndefined()
  })
})
