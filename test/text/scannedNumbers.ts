import type { PrintedForm } from './printedNumbers.ts'

/** Numbers as distorted by scanners and foreign keyboards. */
const scanned: PrintedForm[] = [
  ['3O/2O20/NĐ-CP', '30/2020/NĐ-CP', { repairs: ['figures'] }],
  ['l5/2023/TT-BTC', '15/2023/TT-BTC', { repairs: ['figures'] }],
  ['Số: l234/QĐ-UBND', '1234/QĐ-UBND', { number: 1234, repairs: ['figures', 'wording'] }],
  ['5l2/KH-UBND', '512/KH-UBND', { number: 512 }],
  ['10O/KH-UBND', '100/KH-UBND', { number: 100, suffix: undefined }],
  ['Nghị định số 1I8/202O/NĐ-CP', '118/2020/NĐ-CP', { year: 2020 }],
  ['7O-NQ/TW', '70-NQ/TW', { number: 70 }],
  ['84/КН-UBND', '84/KH-UBND', { typeCode: 'KH', repairs: ['unicode'] }],
  ['1234/СТ-UBND', '1234/CT-UBND', { typeCode: 'CT' }],
  ['30/2020 NĐ-CP', '30/2020/NĐ-CP', { repairs: ['separator'] }],
  ['42/2022/NĐ CP', '42/2022/NĐ-CP', { issuer: 'CP', repairs: ['separator'] }],
  ['100/2019/ND CP của Chính phủ', '100/2019/NĐ-CP', { typeCode: 'NĐ' }],
  ['109/2005/QĐ-BCA (A11)', '109/2005/QĐ-BCA-A11', { units: ['A11'] }],
  ['15/2023 TT-BTC', '15/2023/TT-BTC', { repairs: ['separator'] }],
]

/** Series that the Government counts within one number, and serial numbers of printed forms. */
const series: PrintedForm[] = [
  ['66.7/2025/NQ-CP', '66.7/2025/NQ-CP', { number: 66, suffix: '.7', year: 2025, repairs: [] }],
  ['Nghị quyết số 66.13/2025/NQ-CP', '66.13/2025/NQ-CP', { number: 66, suffix: '.13', repairs: ['wording'] }],
  ['0012345/BB-VPHC', '12345/BB-VPHC', { number: 12_345, repairs: ['padding'] }],
]

/** Codes joined with their issuers, parts in an old order, and programmes of two bodies. */
const parts: PrintedForm[] = [
  ['147/QĐUB', '147/QĐ-UB', { typeCode: 'QĐ', issuer: 'UB' }],
  ['1236/QDUBND', '1236/QĐ-UBND', { typeCode: 'QĐ', issuer: 'UBND' }],
  ['02/2006/NĐCP', '02/2006/NĐ-CP', { typeCode: 'NĐ', issuer: 'CP' }],
  ['45-CTrHĐ/TU', '45-CTrHĐ/TU', { typeCode: 'CTrHĐ', issuer: 'TU', style: 'party' }],
  ['Thông tư liên bộ 12/TTLB', '12/TTLB', { typeCode: 'TTLB', style: 'old' }],
  ['Giấy ủy quyền 16/GUQ-UBND', '16/GUQ-UBND', { typeCode: 'GUQ' }],
  ['05-BXD/ĐT', '05-BXD/ĐT', { issuer: 'BXD', units: ['ĐT'], style: 'old' }],
  [
    'Chương trình phối hợp số 1155/CTrPH-STP-HND',
    '1155/CTrPH-STP-HND',
    { typeCode: 'CTrPH', issuer: 'STP', coIssuers: ['HND'] },
  ],
]

/** Numbers with unusual distortions, and rare forms. */
export const scannedForms: Record<string, PrintedForm[]> = { scanned, series, parts }
