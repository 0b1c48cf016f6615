import type { PrintedForm } from './printedNumbers.ts'

/** Remarks that people and registers add in brackets; only a unit of the police is part of the number. */
const remarks: PrintedForm[] = [
  ['Thông tư 12/2020/TT-BYT (dự thảo)', '12/2020/TT-BYT', { repairs: ['wording'] }],
  ['84/KH-UBND (dự thảo)', '84/KH-UBND', { repairs: ['wording'] }],
  ['Nghị quyết 05/2017/NQ-HĐND (2)', '05/2017/NQ-HĐND', { year: 2017 }],
  ['31/KH-BCĐ (389)', '31/KH-BCĐ', { issuer: 'BCĐ', units: [] }],
  ['88/KH-BCĐ (138)', '88/KH-BCĐ', {}],
  ['20/CT-UBND (mật)', '20/CT-UBND', {}],
  ['Kế hoạch 12/KH-UBND (lần 2)', '12/KH-UBND', {}],
  ['17/BC-STP(tối mật)', '17/BC-STP', {}],
  ['403/UBND-NC (hỏa tốc) (lần 3).', '403/UBND-NC', { units: ['NC'] }],
  ['(Mật) 63/CT-UBND', '63/CT-UBND', {}],
  ['Kế hoạch (bổ sung) số 64/KH-UBND', '64/KH-UBND', {}],
  ['65/KH-UBND [bản thảo 4]', '65/KH-UBND', {}],
  ['66/QĐ-UBND (mật) ngày 3/5/2021', '66/QĐ-UBND', {}],
  ['31/BCĐ (PC02)', '31/BCĐ-PC02', { issuer: 'BCĐ', units: ['PC02'] }],
  ['712/CAT (PV01)', '712/CAT-PV01', { units: ['PV01'] }],
  ['713/QĐ-BCA(X01)', '713/QĐ-BCA-X01', { units: ['X01'] }],
]

const beforeTheNineties: PrintedForm[] = [
  ['118-TC/QĐ-TT', '118-TC/QĐ-TT', { issuer: 'TC', typeCode: 'QĐ', units: ['TT'], style: 'old', repairs: [] }],
  ['118-TC/TCT', '118-TC/TCT', { issuer: 'TC', typeCode: undefined, units: ['TCT'], style: 'old' }],
  ['2118/TC/TCT', '2118-TC/TCT', { issuer: 'TC', typeCode: undefined, units: ['TCT'], printed: '2118/TC/TCT' }],
  ['3027/TC-TCT', '3027/TC-TCT', { issuer: 'TC', typeCode: undefined, units: ['TCT'] }],
  ['19-TC/TCĐN', '19-TC/TCĐN', { issuer: 'TC', units: ['TCĐN'] }],
  ['1206/TC/QĐ/TCT', '1206-TC/QĐ-TCT', { issuer: 'TC', typeCode: 'QĐ', units: ['TCT'] }],
  ['118-BYT/QĐ-TT', '118-BYT/QĐ-TT', { issuer: 'BYT', typeCode: 'QĐ', units: ['TT'], style: 'old' }],
  ['245-NV/QĐ-TC', '245-NV/QĐ-TC', { issuer: 'NV', typeCode: 'QĐ', units: ['TC'] }],
  ['37-BXD/QĐ-KT', '37-BXD/QĐ-KT', { issuer: 'BXD', typeCode: 'QĐ', units: ['KT'] }],
  ['03-TC/TW', '03-TC/TW', { issuer: 'TW', typeCode: 'TC', style: 'party' }],
  ['05/TC-UBND', '05/TC-UBND', { issuer: 'UBND', typeCode: 'TC' }],
  ['44/TL-BTC', '44/TL-BTC', { issuer: 'BTC', typeCode: 'TL' }],
  ['45/TL-BNV', '45/TL-BNV', { issuer: 'BNV', typeCode: 'TL' }],
  ['40-UBND', '40/UBND', { issuer: 'UBND', repairs: ['separator'], printed: '40-UBND' }],
  ['58-UB', '58/UB', { issuer: 'UB' }],
  ['1141 TC/QĐ/CĐKT', '1141-TC/QĐ-CĐKT', { issuer: 'TC', typeCode: 'QĐ', units: ['CĐKT'] }],
  ['217-HĐND', '217/HĐND', { issuer: 'HĐND' }],
]

const committees: PrintedForm[] = [
  ['31/TB-BCH PCTT-TKCN', '31/TB-BCH-PCTT-TKCN', { typeCode: 'TB', issuer: 'BCH', units: ['PCTT', 'TKCN'] }],
  ['15/TB-BCĐ 35', '15/TB-BCĐ35', { typeCode: 'TB', issuer: 'BCĐ35' }],
  ['Kế hoạch số 7/KH-BCĐ ATTP', '07/KH-BCĐ-ATTP', { issuer: 'BCĐ', units: ['ATTP'] }],
  ['77/CĐ-BCH PCTT và TKCN', '77/CĐ-BCH-PCTT&TKCN', { typeCode: 'CĐ', issuer: 'BCH', units: ['PCTT&TKCN'] }],
  ['211/TB-VP UBND', '211/TB-VP-UBND', { issuer: 'VP', units: ['UBND'] }],
  ['33/BC-BCĐ 389 tỉnh', '33/BC-BCĐ389', { issuer: 'BCĐ389' }],
  ['34/BC-BCH TP Sóc Trăng', '34/BC-BCH', { issuer: 'BCH', units: [] }],
]

const countsAndYears: PrintedForm[] = [
  ['08.a/2010/TT-BTP', '08a/2010/TT-BTP', { number: 8, suffix: 'a', year: 2010, printed: '08.a/2010/TT-BTP' }],
  ['12.b/2015/TT-BTP', '12b/2015/TT-BTP', { suffix: 'b', repairs: ['punctuation'] }],
  ['Thông tư số 07.b/2012/TT-BTC', '07b/2012/TT-BTC', {}],
  ['55/22/NĐ-CP', '55/2022/NĐ-CP', { year: 2022, repairs: ['year'], printed: '55/22/NĐ-CP' }],
  ['66/19/QĐ-UBND', '66/2019/QĐ-UBND', { year: 2019 }],
  ['73/21/TT-BTP', '73/2021/TT-BTP', { year: 2021 }],
  ['9/04/NQ-HĐND', '09/2004/NQ-HĐND', { year: 2004 }],
  ['11-07-QĐ-UBND', '11/2007/QĐ-UBND', { year: 2007 }],
]

/** Numbers whose print differs from the canonical form in its separators. */
const printedOtherwise: PrintedForm[] = [
  ['15/QĐ-UB/NC', '15/QĐ-UB-NC', { printed: '15/QĐ-UB/NC' }],
  ['07/2003/TTLT/BTP-BCA', '07/2003/TTLT-BTP-BCA', { printed: '07/2003/TTLT/BTP-BCA' }],
  ['Nghị định số 9/HĐBT', '09-HĐBT', { printed: '9/HĐBT' }],
  ['99/TTg', '99-TTg', { printed: '99/TTg' }],
  ['218/CP', '218-CP', { printed: '218/CP' }],
  ['Số: 4 / qđ_ub.', '04/QĐ-UB', { printed: '4/QĐ-UB' }],
  ['2.415/QĐ-UBND', '2415/QĐ-UBND', { printed: '2415/QĐ-UBND' }],
]

/** Former and rare forms. */
export const formerForms: Record<string, PrintedForm[]> = {
  remarks,
  beforeTheNineties,
  committees,
  countsAndYears,
  printedOtherwise,
}
