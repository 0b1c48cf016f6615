import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { furnitureOf } from '../../src/importer/core/furniture.ts'
import { readPages } from '../../src/importer/core/pages.ts'

const TODAY = '2026-11-24'

describe('the frame of a page', () => {
  it('takes a word or a number alone only beside other pieces of it', () => {
    const [page] = readPages(
      'Một tiêu đề của bài viết dài hơn ba mươi ký tự\nCỡ chữ: A- A A+\nA\n158\nNội dung của bài.\nTăng\n120\nHết bài.\n',
      TODAY,
    )
    expect(page!.article!.paragraphs).toEqual(['Nội dung của bài.', 'Tăng', '120', 'Hết bài.'])
    expect(page!.notes.map(({ vi }) => vi).join()).toContain('“Cỡ chữ: A- A A+”, “A”, “158”')
  })

  it.each([
    ['29/01/2024 15:29    158', '2024-01-29'],
    ['29/01/2024 15:29 | 158 lượt xem', '2024-01-29'],
    ['Thứ Ba, 05/03/2024, 16:20 (GMT+7)', '2024-03-05'],
    ['Cập nhật lúc: 09h30 ngày 7/6/2023 - Đã xem: 45', '2023-06-07'],
    ['Ngày đăng: 1/2/2022 (Lượt đọc: 12)', '2022-02-01'],
    ['Xem cỡ chữ Đọc bài viết In trang Google', undefined],
    ['Cỡ chữ: A- A A+', undefined],
    ['Chia sẻ Facebook Zalo In bài viết', undefined],
    ['A | A+ | A-  Bản in  Gửi email', undefined],
    ['Lượt xem: 2.304', undefined],
    ['Trang chủ › Tin tức › Tin trong tỉnh', undefined],
    ['Từ khóa: hộ tịch, khai sinh', undefined],
    ['Nghe đọc bài | Lưu bài viết | Theo dõi trên Google News', undefined],
  ])('“%s”', (line, day) => {
    expect(furnitureOf(line)).toEqual(day ? { day, rawDay: expect.any(String) } : {})
  })

  it.each([
    'Ngày 29/01/2024, Sở Tư pháp họp.',
    'In ấn và phát hành tài liệu',
    'Chia sẻ kinh nghiệm hòa giải',
    'Điều 3. Hiệu lực',
    'Từ 01/01/2024 đến 31/12/2024 miễn lệ phí',
    '84/KH-UBND',
    'Google hợp tác với tỉnh',
  ])('has no “%s”', (line) => {
    expect(furnitureOf(line)).toBeUndefined()
  })
})

describe('what is left out of a page', () => {
  /** Lines of which each is told from all others. */
  const line = fc.constantFrom(
    'Cỡ chữ: A- A A+',
    'Chia sẻ Facebook Zalo',
    '12/05/2024 08:00 | 45 lượt xem',
    'Phòng Tổ chức cán bộ',
    'Ảnh: Hội trường lớn.',
    'Nguồn: Báo tỉnh',
    'Xem thêm',
    'Tin liên quan',
    'Mục nhỏ không có dấu chấm',
    'Một câu bình thường của bài viết, có dấu chấm.',
    '1. Một mục được đánh số',
    '120',
    'Tags: hộ tịch',
  )

  it('stands in the text, in a field or in the report, every line of it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(line, { maxLength: 10 }), (lines) => {
        const text = ['Tiêu đề của bài viết dài hơn ba mươi ký tự', ...lines, 'Câu kết của bài viết.'].join('\n')
        const [page] = readPages(`${text}\n`, TODAY)
        const { article, notes } = page!
        const kept = JSON.stringify([article, notes, page!.videos, page!.notices])
        const many = /, …\./.test(kept)
        for (const one of lines) {
          const isHeading = one === 'Tin liên quan'
          const isDay = one.startsWith('12/05')
          const words = isDay ? (article?.postedOn ? '2024-05-12' : '12/05/2024') : one.replace(/^(?:Nguồn|Ảnh): /, '')
          expect([one, isHeading || many || kept.includes(words)]).toEqual([one, true])
        }
      }),
    )
  })
})
