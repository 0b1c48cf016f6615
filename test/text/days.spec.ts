import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDays, parseDay, proseDay } from '../../lib/text/dates.ts'
import { daysInProse, noDays, writtenDays } from './writtenDays.ts'

describe('a day as it is written in Vietnam', () => {
  it.each([
    ...['08/5/2024', '8/5/2024', '08/05/2024', '8-5-2024', '08-05-2024', '08.05.2024', '8.5.2024', '2024-05-08'],
    ...['ngày 08 tháng 5 năm 2024', 'Ngày 8 tháng 05 năm 2024', 'NGÀY 08 THÁNG 5 NĂM 2024', '8 tháng 5 năm 2024'],
    ...[
      'ngày 8/5/2024',
      'Ngày 08-5-2024',
      'ngày\u00a008\u00a0tháng\u00a05\u00a0năm\u00a02024',
      '8–5–2024',
      '8 / 5 / 2024',
    ],
    ...[
      '08/5/2024.',
      '(08/05/2024)',
      '08/5/2024;',
      'Thứ Tư, ngày 08/5/2024',
      'thứ 4, 08/05/2024',
      'ngày mùng 8 tháng 5 năm 2024',
    ],
    ...[
      'nga\u0300y 08 tha\u0301ng 5 na\u0306m 2024',
      'ngày 08 tháng năm năm 2024',
      '\ufeff08/5/2024',
      '8-V-2024',
      'ngày 08, tháng 5, năm 2024',
      ' 08/5/2024 ',
    ],
  ])('%j is 8 May 2024', (text) => {
    expect(parseDay(text)).toBe('2024-05-08')
  })

  it.each([
    ['ngày 30 tháng tư năm 1975', '1975-04-30'],
    ['ngày 02 tháng chín năm 1945', '1945-09-02'],
    ['ngày 01 tháng mười một năm 2023', '2023-11-01'],
    ['29/02/2024', '2024-02-29'],
    ['13/12/2024', '2024-12-13'],
    ['12/11/2024', '2024-11-12'],
    ['Chủ nhật, ngày 01 tháng 12 năm 2024', '2024-12-01'],
    ...writtenDays,
  ])('%j is %s', (text, day) => {
    expect(parseDay(text)).toBe(day)
  })

  it.each([
    ...[
      '8/5/24',
      '08-05-24',
      '31/02/2024',
      '29/02/2023',
      '31/4/2024',
      '12/31/2024',
      '00/5/2024',
      '8/0/2024',
      '8/13/2024',
    ],
    ...[
      'tháng 5 năm 2024',
      '5/2024',
      '2024',
      '2024-5-8',
      '2024/05/08',
      '08/5/20244',
      '1234/5/2024',
      'hôm nay',
      '42/2022/NĐ-CP',
    ],
    ...noDays,
    ...['ngày 08 tháng năm 2024', 'ngày 08 tháng   năm 2024'],
    ...['ngày 08 tháng 5', '08/5/2024 và 09/5/2024', 'ngày ngày 08/5/2024', '', '08//5/2024'],
  ])('%j is none', (text) => {
    expect(parseDay(text)).toBeUndefined()
  })
})

describe('days in running text', () => {
  it('are found with their places, day first, and what cannot be one with them', () => {
    const text =
      'Sóc Trăng, ngày 08 tháng 5 năm 2024. Từ 01/6/2024 đến 31/02/2025; họp 12/5/24. Kế hoạch 42/2022/NĐ-CP giai đoạn 2024 - 2030.'
    const found = findDays(text)
    expect(found.map(({ day, raw }) => [day, raw])).toEqual([
      ['2024-05-08', '08 tháng 5 năm 2024'],
      ['2024-06-01', '01/6/2024'],
      [undefined, '31/02/2025'],
      [undefined, '12/5/24'],
    ])
    for (const { raw, start, end } of found) expect(text.slice(start, end)).toBe(raw)
  })

  it.each(daysInProse)('are in %j: %j', (text, days) => {
    expect(findDays(text).map(({ day }) => day)).toEqual(days)
  })

  it('are both ends of a span, of which the second alone prints its year', () => {
    const some = fc.date({ min: new Date('1946-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    const link = fc.constantFrom(' đến ', ' đến ngày ', ' đến hết ngày ', ' - ', '–', ' tới ')
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 360 }), link, (from, length, between) => {
        const days = [from, new Date(from.getTime() + length * 86_400_000)].map((day) => day.toISOString().slice(0, 10))
        const [first = '', second = ''] = days.map(proseDay)
        const text = `Thời gian từ ngày ${first.slice(0, -5)}${between}${second}.`
        const found = findDays(text)
        expect(found.map(({ day }) => day)).toEqual(days)
        for (const { raw, start, end } of found) expect(text.slice(start, end)).toBe(raw)
      }),
    )
  })

  it('are none where months, quarters or weeks are counted', () => {
    const count = fc.integer({ min: 1, max: 12 })
    const unit = fc.constantFrom('tháng', 'Tháng', 'quý', 'tuần', 'đợt', 'kỳ', 'các tháng')
    fc.assert(
      fc.property(unit, count, count, fc.constantFrom('-', ' - ', '–'), (counted, first, last, dash) => {
        expect(findDays(`trong ${counted} ${first}${dash}${last}/2021, các sở`)).toEqual([])
      }),
    )
  })

  it.each(['24/7', '1/3 số hộ', 'điểm 8.5', '3.188.282', '10.10.10.10', '2022 - 2027', '123/45/6', '08-5-2024/KH'])(
    'are not seen in %j',
    (text) => {
      expect(findDays(text)).toEqual([])
    },
  )
})
