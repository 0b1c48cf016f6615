import { describe, expect, it } from 'vitest'
import { formatDocumentNumber } from '../../lib/text/documentNumber.ts'
import { findNumbers } from '../../lib/text/findNumbers.ts'

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
    [
      'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 và Nghị định số 154/2020/NĐ-CP ngày 31/12/2020 của Chính phủ',
      ['30/2020/NĐ-CP', '154/2020/NĐ-CP'],
    ],
    [
      'Thực hiện Kế hoạch số 84/KH-UBND ngày 08/5/2024, Công văn số 512/UBND-NC của UBND tỉnh',
      ['84/KH-UBND', '512/UBND-NC'],
    ],
    ['Luật Đất đai số 31/2024/QH15, Luật Nhà ở số 27/2023/QH15', ['31/2024/QH15', '27/2023/QH15']],
    ['Nghị quyết số 66-NQ/TW và Nghị quyết số 57-NQ/TW của Bộ Chính trị', ['66-NQ/TW', '57-NQ/TW']],
    ['Quyết định số 06/QĐ-TTg (Đề án 06/CP)', ['06/QĐ-TTg']],
    [
      'thay thế Quyết định 42/2024/QĐ-UBND; bãi bỏ Quyết định 13/2005/QĐ-UBNDT.',
      ['42/2024/QĐ-UBND', '13/2005/QĐ-UBNDT'],
    ],
    ['theo Thông tư 36/2004/TT-BCA(A11) của Bộ Công an', ['36/2004/TT-BCA-A11']],
    ['Nghị định 64-CP, Nghị định 26/CP và Nghị định số 217-HĐBT', ['64-CP', '26-CP', '217-HĐBT']],
    ['Nghị quyết số 57/NQ-TW', ['57-NQ/TW']],
    ['Sắc lệnh số 13/SL ngày 24/01/1946; Sắc lệnh 51-SL', ['13/SL', '51/SL']],
    ['Công điện số 02/CĐ-UBND và điện 03/CĐ-UBND', ['02/CĐ-UBND', '03/CĐ-UBND']],
    ['Số: 84 /KH-UBND   Sóc Trăng, ngày 08 tháng 5 năm 2024', ['84/KH-UBND']],
    ['84/KH-UBND-NC ngày 8/5', ['84/KH-UBND-NC']],
    ['(Kế hoạch số 84/KH-UBND)', ['84/KH-UBND']],
    ['các Nghị quyết số 18-NQ/TW, 19-NQ/TW', ['18-NQ/TW', '19-NQ/TW']],
    ['các Kế hoạch số 84, 85/KH-UBND', ['85/KH-UBND']],
    ['Công văn số 1234/SLĐTBXH-BVCSTE&BĐG ngày 2/3/2023', ['1234/SLĐTBXH-BVCSTE&BĐG']],
    ['Thông tư liên tịch số 01/1998/TTLT/TANDTC-VKSNDTC-BTP-BTC', ['01/1998/TTLT-TANDTC-VKSNDTC-BTP-BTC']],
    ['ở số 12/3 đường Hùng Vương, theo Quyết định số 12/QĐ-UBND', ['12/QĐ-UBND']],
    ['QCVN 14:2008/BTNMT ban hành kèm theo Thông tư 16/2008/QĐ-BTNMT', ['16/2008/QĐ-BTNMT']],
    ['Ban Chỉ đạo 389/ĐP ban hành Kế hoạch số 23/KH-BCĐ389', ['23/KH-BCĐ389']],
    ['theo Mẫu số 02/TP-HT kèm theo Thông tư số 04/2020/TT-BTP', ['04/2020/TT-BTP']],
    ['Lệnh số 53-L/CTN, Pháp lệnh 27-LCT/HĐNN8', ['53-L/CTN', '27-LCT/HĐNN8']],
    ['Nghị định số 42/2022/N§-CP của Chính phủ', ['42/2022/NĐ-CP']],
    ['Nghị định số 42/2022/NÑ-CP của Chính phủ', ['42/2022/NĐ-CP']],
    ['Kế hoạch số 84/KH-UBND, số 85/KH-UBND, 86/KH-UBND', ['84/KH-UBND', '85/KH-UBND', '86/KH-UBND']],
    ['từ 84/KH-UBND đến 90/KH-UBND', ['84/KH-UBND', '90/KH-UBND']],
    ['Quyết định số 526/QĐHC-CTUBND ngày 4/7/2005', ['526/QĐHC-CTUBND']],
    ['Thông báo kết luận số 168-TB/TU của Thường trực Tỉnh ủy', ['168-TB/TU']],
    ['Hướng dẫn 05-HD/BTCTW và Kế hoạch 123-KH/TĐTN-BTG', ['05-HD/BTCTW', '123-KH/TĐTN-BTG']],
    ['Công văn số 567/SVHTT&DL-TTr', ['567/SVHTT&DL-TTr']],
    ['Nghị quyết 01/NQ-CP, 02/NQ-CP', ['01/NQ-CP', '02/NQ-CP']],
    ['1234/TTg-NN; 4567/VPCP-PL; 89/TANDTC-PC', ['1234/TTg-NN', '4567/VPCP-PL', '89/TANDTC-PC']],
    ['Quyết định số 1.234/QĐ-UBND', ['1234/QĐ-UBND']],
    ['QUYẾT ĐỊNH SỐ 12/QĐ-UBND NGÀY 01/02/2024', ['12/QĐ-UBND']],
    ['Kế hoạch số 84/KH-UBND(1)', ['84/KH-UBND']],
    ['Kế hoạch 84/KH-UBND: triển khai', ['84/KH-UBND']],
    ['Số 84/KH - UBND, 12 / QĐ - UBND', ['84/KH-UBND', '12/QĐ-UBND']],
    ['Nghị quyết số 04/NQ-HĐND tỉnh khóa X', ['04/NQ-HĐND']],
    ['Bản án số 12/2024/DS-ST ngày 05/6/2024 của Tòa án', ['12/2024/DS-ST']],
    ['theo nghị định 30/2020/nđ-cp và quyết định 45/2018/qđ-ttg', ['30/2020/NĐ-CP', '45/2018/QĐ-TTg']],
    ['Nghị quyết số 66.7/2025/NQ-CP và 66-NQ/TW', ['66.7/2025/NQ-CP', '66-NQ/TW']],
    ['Thông báo số 42/TB_UBND và Tờ trình 12/TTr_SNV', ['42/TB-UBND', '12/TTr-SNV']],
    ['Kế hoạch số 42/KH_UBND_NC ngày 3/5/2021', ['42/KH-UBND-NC']],
    ['Thông báo số 31/TB-BCH PCTT-TKCN của Ban Chỉ huy', ['31/TB-BCH-PCTT-TKCN']],
    ['Công điện số 77/CĐ-BCH PCTT và TKCN ngày 3/5/2021', ['77/CĐ-BCH-PCTT&TKCN']],
    ['Công văn số 58-UB ngày 3/5/1989', ['58/UB']],
    ['Thông báo số 15/TB-BCĐ 35 ngày 3/5/2021', ['15/TB-BCĐ35']],
    ['Thông báo số 15/TB-BCĐ 35 hộ dân đã nhận', ['15/TB-BCĐ']],
    ['Công văn số 31/BCĐ (PC02) và Kế hoạch 31/KH-BCĐ (389)', ['31/BCĐ-PC02', '31/KH-BCĐ']],
    ['Quyết định số 15/QĐ-UB/NC ngày 12/4/1994', ['15/QĐ-UB-NC']],
    ['Quyết định số 1204 QĐ-UBND, Công văn số 77 CV-SNV', ['1204/QĐ-UBND', '77/CV-SNV']],
    ['Quyết định số 61 QĐ/TWĐTN; Kế hoạch số 31 KH/TU', ['61-QĐ/TWĐTN', '31-KH/TU']],
    ['theo nghị định 12/2020/n\u00f0-cp, nghị quyết 30/2021/nq-h\u00f0nd', ['12/2020/NĐ-CP', '30/2021/NQ-HĐND']],
    ['Thông tư số 08.a/2010/TT-BTP, Nghị định 55/22/NĐ-CP', ['08a/2010/TT-BTP', '55/2022/NĐ-CP']],
    ['Kế hoạch số 84/KH UBND tỉnh, Nghị định 42/2022/NĐ CP', ['84/KH-UBND', '42/2022/NĐ-CP']],
    ['kế hoạch 84/kh-ubnd của tỉnh', ['84/KH-UBND']],
    ['Kế hoạch 84/КН-UВND; Kế hoạch ８５／ＫＨ－ＵＢＮＤ', ['84/KH-UBND', '85/KH-UBND']],
    ['Công văn số 40-UBND ngày 3/5/1986', ['40/UBND']],
    ['Quyết định 118-TC/QĐ-TT, Công văn 2118/TC/TCT', ['118-TC/QĐ-TT', '2118-TC/TCT']],
  ])('in %s', (text, numbers) => {
    expect(findNumbers(text).map(({ number }) => formatDocumentNumber(number))).toEqual(numbers)
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
    'ban hành 12 KH-UBND',
    'nhà 12/A/B',
    'giảm 3/năm-hộ',
    // What is read of these would be another number.
    'Công văn số 512/UBND NC',
    'Kế hoạch số 84/KH-xđbnd',
    'Kế hoạch số 84/KH  -  UBND',
    'Kế hoạch số 84/KH\u200b-UBND',
    'Thông báo số 15/TB-BCĐ-35',
    'Quyết định số 1 234/QĐ-UBND',
    'Quyết định số 15 /  2021/QĐ-UBND',
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
