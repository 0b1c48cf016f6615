import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readArticle } from '../../src/importer/core/article.ts'
import { readEffect, readPeriod } from '../../src/importer/core/effect.ts'
import { readPages } from '../../src/importer/core/pages.ts'

const TODAY = '2026-11-24'

describe('the years in which a plan is carried out', () => {
  it.each([
    ['Thời gian thực hiện: từ năm 2024 đến năm 2027.', { fromYear: 2024, toYear: 2027 }],
    ['Thời gian thực hiện: từ ngày 15/10/2024 đến ngày 15/01/2025.', { fromYear: 2024, toYear: 2025 }],
    ['Thời gian thực hiện: năm 2026.', { fromYear: 2026, toYear: 2026 }],
    ['Thời hạn thực hiện: quý IV.', { unread: 'Thời hạn thực hiện: quý IV.' }],
    ['Thời gian thực hiện: 1024 - 1030.', { unread: 'Thời gian thực hiện: 1024 - 1030.' }],
    ['Các xã bảo đảm đúng thời gian thực hiện theo yêu cầu.', undefined],
  ])('“%s”', (text, period) => {
    expect(readPeriod([text], 'Kế hoạch mới')).toEqual(period)
  })
})

describe('the days of effect', () => {
  const effectOf = (text: string, issuedOn = '2024-03-05') => readEffect([text], () => false, issuedOn)

  it.each([
    ['Quyết định có hiệu lực từ ngày 15/3/2024.', '2024-03-15'],
    ['Ngày có hiệu lực: 01/10/2024', '2024-10-01'],
    ['Quyết định này có hiệu lực thi hành từ 0 giờ ngày 02/9/2024.', '2024-09-02'],
    ['Chính thức có hiệu lực kể từ 00h00 ngày 01/7/2024.', '2024-07-01'],
    ['Quyết định có hiệu lực sau 10 ngày kể từ ngày ký.', '2024-03-15'],
    ['Quyết định có hiệu lực sau mười (10) ngày, kể từ ngày ký ban hành.', '2024-03-15'],
    ['Chỉ thị có hiệu lực kể từ ngày ký.', '2024-03-05'],
    ['Chỉ thị có hiệu lực ngay từ khi ký.', '2024-03-05'],
    ['Hiệu lực: 20/4/2024.', '2024-04-20'],
  ])('“%s” are read', (text, from) => {
    expect(effectOf(text)).toMatchObject({ from, unread: [] })
  })

  it.each([
    'Quyết định có hiệu lực từ đầu quý III năm 2024.',
    'Quyết định có hiệu lực sau 15 ngày kể từ ngày đăng Công báo.',
    'Quyết định có hiệu lực sau 10 ngày làm việc kể từ ngày ký.',
    'Thông tư có hiệu lực từ năm học 2024 – 2025.',
    'Quy định này hết hiệu lực khi có văn bản thay thế.',
    'Quyết định có hiệu lực ngay.',
  ])('“%s” are told as unread', (text) => {
    const { from, to, unread } = effectOf(text)
    expect([from, to, unread.length]).toEqual([undefined, undefined, 1])
    expect(text).toContain(unread[0])
  })

  it.each(['Nâng cao hiệu lực, hiệu quả quản lý nhà nước.', 'Bản án đã có hiệu lực pháp luật từ lâu.'])(
    '“%s” says nothing of it',
    (text) => {
      expect(effectOf(text)).toEqual({ unread: [] })
    },
  )

  it('in a second wording that disagrees are told', () => {
    expect(
      effectOf('Quyết định có hiệu lực từ ngày 01/4/2024. Riêng phụ lục có hiệu lực từ ngày 01/5/2024.'),
    ).toMatchObject({
      from: '2024-04-01',
      unread: [expect.stringContaining('01/5/2024')],
    })
  })

  it('cannot be counted without the day of issue, and that is told', () => {
    const text = 'Quyết định có hiệu lực sau 7 ngày kể từ ngày ký.'
    expect(readEffect([text], () => false)).toEqual({ unread: [expect.stringContaining('sau 7 ngày')] })
  })

  it('are counted in days of the calendar', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1946-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 365 }),
        (date, count) => {
          const issuedOn = date.toISOString().slice(0, 10)
          const { from } = effectOf(`Quyết định có hiệu lực sau ${count} ngày kể từ ngày ký.`, issuedOn)
          expect(Date.parse(from!) - Date.parse(issuedOn)).toBe(count * 86_400_000)
        },
      ),
    )
  })
})

describe('a year that no document can have', () => {
  it.each(['24/10/0003', '24/10/1003', '24/10/1899', '01/9/1945'])('%s refuses the document and is named', (day) => {
    const [page] = readPages(
      `Một tiêu đề của bài viết trên cổng\nNgày ${day}, UBND tỉnh ban hành Kế hoạch số 3/KH-UBND về hộ tịch.\nSở Tư pháp\n`,
      TODAY,
    )
    expect(page!.directives[0]!.refused!.vi).toContain(day)
  })

  it.each(['02/9/1945', '24/10/1975'])('%s is taken', (day) => {
    const [page] = readPages(
      `Một tiêu đề của bài viết trên cổng\nNgày ${day}, UBND tỉnh ban hành Kế hoạch số 3/KH-UBND về hộ tịch.\nSở Tư pháp\n`,
      TODAY,
    )
    expect(page!.directives[0]!.refused).toBeUndefined()
  })

  it('leaves the day of posting empty and is named', () => {
    const article = readArticle([
      'Một tiêu đề của bài viết trên cổng',
      '05/05/1024 10:00',
      'Nội dung của bài viết.',
      'Sở Tư pháp',
    ])!
    expect([article.postedOn, article.notes.map(({ vi }) => vi).join()]).toEqual([
      undefined,
      expect.stringContaining('05/05/1024'),
    ])
  })
})
