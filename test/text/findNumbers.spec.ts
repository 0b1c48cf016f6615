import { describe, expect, it } from 'vitest'
import { formatDocumentNumber } from '../../src/text/documentNumber.ts'
import { findNumbers } from '../../src/text/findNumbers.ts'

const found = (text: string) =>
  findNumbers(text).map(({ number, typeName }) => [typeName, formatDocumentNumber(number)].filter(Boolean).join(' · '))

describe('numbers in running text', () => {
  it.each([
    ['Ủy ban nhân dân tỉnh ban hành Kế hoạch số 84/KH-UBND triển khai thực hiện Đề án', ['Kế hoạch · 84/KH-UBND']],
    ['Kế hoạch số 84/KH-UBND ngày 08/5/2024 của UBND tỉnh', ['Kế hoạch · 84/KH-UBND']],
    [
      'theo Nghị định số 42/2022/NĐ-CP và Nghị định 30/2020/N\u00d0-CP.',
      ['Nghị định · 42/2022/NĐ-CP', 'Nghị định · 30/2020/NĐ-CP'],
    ],
    ['Luật số 91/2025/QH15; Bộ luật số 100/2015/QH13', ['Luật · 91/2025/QH15', 'Bộ luật · 100/2015/QH13']],
    ['Chỉ thị 15-CT/TW, Kết luận số 07-KL/TW của Ban Bí thư', ['Chỉ thị · 15-CT/TW', 'Kết luận · 07-KL/TW']],
    ['Nghị định 57-CP năm 1994', ['Nghị định · 57-CP']],
    ['Công văn số 512/UBND-NC, Công văn 1.234/STP - PBGDPL', ['Công văn · 512/UBND-NC', 'Công văn · 1234/STP-PBGDPL']],
    ['Thông tư liên tịch số 01/2020/TTLT-BTP-BCA', ['Thông tư liên tịch · 01/2020/TTLT-BTP-BCA']],
    ['Quyết định số 512/QĐ-UBND.HC ngày 01/02/2024', ['Quyết định · 512/QĐ-UBND.HC']],
    ['Kế hoạch số 84/KH – UBND của tỉnh', ['Kế hoạch · 84/KH-UBND']],
    ['Kế hoạch số 84 / KH-UBND của tỉnh', ['Kế hoạch · 84/KH-UBND']],
    ['(số 30a/2008/NQ-CP)', ['30a/2008/NQ-CP']],
    ['kế hoạch số 84/kh-ubnd', ['kế hoạch · 84/KH-UBND']],
    ['số: 05/ttr-stp', ['05/TTr-STP']],
    ['Công văn số 512/UBND về việc', ['Công văn · 512/UBND']],
    ['84/KH-UBND - Phòng PBGDPL', ['84/KH-UBND']],
    ['thực hiện Kế hoạch 84/KH-UBND.Theo đó, các sở', ['Kế hoạch · 84/KH-UBND']],
    ['thực hiện Kế hoạch 84/KH-UBND, Quyết định 12/QĐ-UBND', ['Kế hoạch · 84/KH-UBND', 'Quyết định · 12/QĐ-UBND']],
    ['Sắc lệnh số 47/SL', ['Sắc lệnh · 47/SL']],
    ['Lệnh số 53-L/CTN công bố', ['Lệnh · 53-L/CTN']],
    ['Kế hoạch số 84a/KH-UBND', ['Kế hoạch · 84a/KH-UBND']],
  ])('%s', (text, numbers) => {
    expect(found(text)).toEqual(numbers)
  })

  it.each([
    'ngày 08/5/2024, lúc 7 giờ',
    'giai đoạn 2022 - 2027',
    'trực 24/7, tăng 1/3',
    'COVID-19, A4-B5',
    'xếp hạng 5/TP',
    '20.000 đồng/người',
    'Điều 5/Luật',
    '12 nhóm nhiệm vụ',
    '3188282',
    'giai đoạn 1 - Kế hoạch',
  ])('none in %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('stand where it says', () => {
    const text = 'Ngày 08/5/2024, UBND tỉnh ban hành Kế hoạch số 84/KH-UBND về Đề án.'
    const [one] = findNumbers(text)
    expect(text.slice(one!.start, one!.end)).toBe('84/KH-UBND')
    expect(text.slice(one!.from, one!.end)).toBe('Kế hoạch số 84/KH-UBND')
  })
})
