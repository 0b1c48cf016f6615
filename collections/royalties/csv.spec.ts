import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { royaltiesCsv } from './csv.ts'

const row = { date: '2026-03-05', title: 'Tin', state: 'Đã công bố', author: 'Lê Thị Hoa', amount: 200_000 }
const linesOf = (csv: string) => csv.slice(1).split('\r\n').slice(0, -1)

describe('a table of royalties', () => {
  it('opens with the mark of UTF-8 and its headings, a line a person', () => {
    const csv = royaltiesCsv([row, { ...row, amount: undefined }])
    expect(csv.startsWith('\ufeffNgày,Tiêu đề,')).toBe(true)
    expect(linesOf(csv).slice(1)).toEqual([
      '2026-03-05,Tin,Đã công bố,Lê Thị Hoa,200000',
      '2026-03-05,Tin,Đã công bố,Lê Thị Hoa,',
    ])
  })

  it.each([
    ['Tin, có dấu phẩy', '"Tin, có dấu phẩy"'],
    ['Tin “a" b', '"Tin “a"" b"'],
    ['=HYPERLINK("https://evil.example")', '"\'=HYPERLINK(""https://evil.example"")"'],
    ['+84', "'+84"],
    ['@SUM(A1)', "'@SUM(A1)"],
  ])('keeps %j as a text', (title, kept) => {
    expect(linesOf(royaltiesCsv([{ ...row, title }]))[1]).toBe(`2026-03-05,${kept},Đã công bố,Lê Thị Hoa,200000`)
  })

  it('lets no cell begin as a formula, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (author) => {
        const [, line = ''] = royaltiesCsv([{ ...row, title: 'x', author }])
          .split('Đã công bố,')
          .slice(-2)
        expect(line.replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})
