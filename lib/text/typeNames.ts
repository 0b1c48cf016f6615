import { fold } from './fold.ts'

/** Names of document types as they precede a number in prose, with their code; a letter has none. */
const NAMES: [name: string, code?: string][] = [
  ['Văn bản hợp nhất', 'VBHN'],
  ['Thông tư liên tịch', 'TTLT'],
  ['Thông tư liên bộ', 'TTLB'],
  ['Thông tư liên ngành', 'TTLN'],
  ['Nghị quyết liên tịch', 'NQLT'],
  ['Quy chế phối hợp', 'QCPH'],
  ['Chương trình phối hợp', 'CTPH'],
  ['Chương trình hành động', 'CTr'],
  ['Hướng dẫn liên ngành', 'HDLN'],
  ['Kế hoạch phối hợp', 'KHPH'],
  ['Kế hoạch liên tịch', 'KHLT'],
  ['Kế hoạch liên ngành', 'KHLN'],
  ['Kế hoạch', 'KH'],
  ['Quyết định', 'QĐ'],
  ['Chỉ thị', 'CT'],
  ['Nghị quyết', 'NQ'],
  ['Nghị định', 'NĐ'],
  ['Thông tư', 'TT'],
  ['Thông báo', 'TB'],
  ['Thông cáo', 'TC'],
  ['Báo cáo', 'BC'],
  ['Hướng dẫn', 'HD'],
  ['Chương trình', 'CTr'],
  ['Tờ trình', 'TTr'],
  ['Công điện', 'CĐ'],
  ['Kết luận', 'KL'],
  ['Phương án', 'PA'],
  ['Đề án', 'ĐA'],
  ['Dự án', 'DA'],
  ['Quy chế', 'QC'],
  ['Quy định', 'QyĐ'],
  ['Pháp lệnh', 'PL'],
  ['Sắc lệnh', 'SL'],
  ['Lệnh', 'L'],
  ['Biên bản', 'BB'],
  ['Giấy mời', 'GM'],
  ['Giấy giới thiệu', 'GGT'],
  ['Giấy ủy quyền', 'GUQ'],
  ['Giấy xác nhận', 'GXN'],
  ['Giấy phép', 'GP'],
  ['Giấy chứng nhận', 'GCN'],
  ['Thông tri'],
  ['Bản án'],
  ['Án lệ'],
  ['Công văn'],
  ['Văn bản'],
  ['Bộ luật'],
  ['Luật'],
]

const source = NAMES.map(([name]) => fold(name)).join('|')

/** A type name in folded text, longest first; group 1 is the name. */
export const TYPE_NAME = new RegExp(`(?<![a-z]|phap )(${source})(?![a-z])`)

/** Folded text that consists only of type names and filler words. */
export const ONLY_TYPE_NAMES = new RegExp(`^(?:(?:${source}|so|cua|ve)\\s*)+$`)

const codes = new Map(NAMES.map(([name, code]) => [fold(name), code]))

/** Folded names and codes of document types: `nghi dinh` and `nd`. */
export const foldedTypeNames: readonly [name: string, code: string][] = NAMES.flatMap(([name, code]) =>
  code ? [[fold(name), fold(code)] as [string, string]] : [],
)

/** Code of a document type by its name, in any spelling; `undefined` for letters, laws and unknown names. */
export const codeOfTypeName = (name: string): string | undefined => codes.get(fold(name))
