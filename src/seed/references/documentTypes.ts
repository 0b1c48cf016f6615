import { DOCUMENT_TYPE_NAMES } from './documentTypeNames.ts'

type Family = 'administrative' | 'statutory' | 'party'

/** A type of document. Published documents name it by `code`; `abbreviation` is what stands in printed symbols. */
export interface DocumentType {
  code: string
  abbreviation?: string
  family: Family
  numberCarriesYear: boolean
  name: { vi: string; en: string; km?: string; zh?: string }
}

type Row = [code: string, vi: string, en: string, abbreviation?: string]

const of = (family: Family, numberCarriesYear: boolean, rows: Row[]): DocumentType[] =>
  rows.map(([code, vi, en, abbreviation]) => ({
    code,
    abbreviation,
    family,
    numberCarriesYear,
    name: { vi, en, ...DOCUMENT_TYPE_NAMES[code] },
  }))

/** Decree 30/2020/NĐ-CP, Annex III: the abbreviation is the code; official and open letters have none. */
const administrative = of(
  'administrative',
  false,
  (
    [
      ['NQ', 'Nghị quyết (cá biệt)', 'Resolution (individual)'],
      ['QĐ', 'Quyết định (cá biệt)', 'Decision (individual)'],
      ['CT', 'Chỉ thị', 'Directive'],
      ['QC', 'Quy chế', 'Regulation'],
      ['QyĐ', 'Quy định', 'Rules'],
      ['TC', 'Thông cáo', 'Communiqué'],
      ['TB', 'Thông báo', 'Announcement'],
      ['HD', 'Hướng dẫn', 'Guidance'],
      ['CTr', 'Chương trình', 'Programme'],
      ['KH', 'Kế hoạch', 'Plan'],
      ['PA', 'Phương án', 'Option paper'],
      ['ĐA', 'Đề án', 'Scheme'],
      ['DA', 'Dự án', 'Project'],
      ['BC', 'Báo cáo', 'Report'],
      ['BB', 'Biên bản', 'Minutes'],
      ['TTr', 'Tờ trình', 'Submission'],
      ['HĐ', 'Hợp đồng', 'Contract'],
      ['CĐ', 'Công điện', 'Official telegram'],
      ['BGN', 'Bản ghi nhớ', 'Memorandum of understanding'],
      ['BTT', 'Bản thỏa thuận', 'Agreement'],
      ['GUQ', 'Giấy ủy quyền', 'Letter of authorisation'],
      ['GM', 'Giấy mời', 'Invitation'],
      ['GGT', 'Giấy giới thiệu', 'Letter of introduction'],
      ['GNP', 'Giấy nghỉ phép', 'Leave permit'],
      ['PG', 'Phiếu gửi', 'Dispatch note'],
      ['PC', 'Phiếu chuyển', 'Transfer note'],
      ['PB', 'Phiếu báo', 'Notification slip'],
    ] satisfies Row[]
  ).map(([code, vi, en]): Row => [code, vi, en, code]),
)

const withoutAbbreviation = of('administrative', false, [
  ['CV', 'Công văn', 'Official letter'],
  ['ThuCong', 'Thư công', 'Open letter'],
])

/**
 * Statutory documents, whose numbers carry the year of issue (Law on the Promulgation of Legal Normative Documents);
 * a type that shares its abbreviation with an administrative one has a code of its own.
 */
const statutory = of('statutory', true, [
  ['HienPhap', 'Hiến pháp', 'Constitution'],
  ['BoLuat', 'Bộ luật', 'Code'],
  ['Luat', 'Luật', 'Law'],
  ['PL', 'Pháp lệnh', 'Ordinance', 'PL'],
  ['Lenh', 'Lệnh', 'Order', 'L'],
  ['NQ-QPPL', 'Nghị quyết (quy phạm pháp luật)', 'Resolution (statutory)', 'NQ'],
  ['NĐ', 'Nghị định', 'Decree', 'NĐ'],
  ['QĐ-QPPL', 'Quyết định (quy phạm pháp luật)', 'Decision (statutory)', 'QĐ'],
  ['TT', 'Thông tư', 'Circular', 'TT'],
  ['TTLT', 'Thông tư liên tịch', 'Joint circular', 'TTLT'],
  ['NQLT', 'Nghị quyết liên tịch', 'Joint resolution', 'NQLT'],
])

const consolidated = of('statutory', false, [['VBHN', 'Văn bản hợp nhất', 'Consolidated text', 'VBHN']])

const party = of('party', false, [
  ['NQ-Dang', 'Nghị quyết của Đảng', 'Resolution of the Party', 'NQ'],
  ['CT-Dang', 'Chỉ thị của Đảng', 'Directive of the Party', 'CT'],
  ['KL-Dang', 'Kết luận của Đảng', 'Conclusion of the Party', 'KL'],
  ['HD-Dang', 'Hướng dẫn của Đảng', 'Guidance of the Party', 'HD'],
])

/** Every type of document the portal starts with; editors add more. */
export const documentTypes: DocumentType[] = [
  ...administrative,
  ...withoutAbbreviation,
  ...statutory,
  ...consolidated,
  ...party,
]
