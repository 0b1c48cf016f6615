import { type OwnLanguage, ownLanguage } from '../../../lib/text/languages.ts'
import type { AuditFault, AuditReport } from '../audit/report.ts'
import type { OtherLog } from '../types.ts'

const STORES: Record<string, Record<OwnLanguage, string>> = {
  'workflow-events': { vi: 'Nhật ký duyệt', en: 'Approval trail' },
  'workflow-comments': { vi: 'Ý kiến trao đổi', en: 'Comments' },
  'workflow-powers': { vi: 'Sổ quyền duyệt', en: 'Powers to approve' },
  'workflow-definitions': { vi: 'Quy trình duyệt', en: 'Workflow definitions' },
  publications: { vi: 'Sổ công bố', en: 'Publications' },
  contents: { vi: 'Nội dung đã chốt', en: 'Frozen contents' },
  addresses: { vi: 'Địa chỉ công khai', en: 'Public addresses' },
  files: { vi: 'Tệp công khai', en: 'Public files' },
  anchors: { vi: 'Mốc đối chiếu', en: 'Anchors' },
}

/** By the words with which a fault begins; the longer of two comes first. */
const WHATS: [string, Record<OwnLanguage, string>][] = [
  ['changed', { vi: 'đã bị sửa', en: 'was changed' }],
  ['missing', { vi: 'bị thiếu', en: 'is missing' }],
  ['reordered', { vi: 'bị đổi thứ tự', en: 'was reordered' }],
  ['replaced', { vi: 'đã bị thay', en: 'was replaced' }],
  ['unusable', { vi: 'không dùng được', en: 'cannot be used' }],
  ['has no number', { vi: 'không có số thứ tự', en: 'has no number' }],
  ['was not approved', { vi: 'chưa qua đủ các bước duyệt', en: 'was not approved in every step' }],
  ['was to be erased', { vi: 'lẽ ra đã bị xóa mà vẫn còn', en: 'was to be erased and is still there' }],
  ['does not match the trail', { vi: 'không khớp với nhật ký duyệt', en: 'does not match the trail' }],
  ['nothing in the trail', { vi: 'không có việc nào trong nhật ký gây ra', en: 'has no cause in the trail' }],
  ['not as the anchor', { vi: 'không còn như mốc đối chiếu đã ghi', en: 'is not as an anchor has it' }],
  ['follows a definition', { vi: 'theo một quy trình đã bị sửa', en: 'follows a definition that was changed' }],
]

/** The document and the number that a place names; a place of a log without documents has a number alone. */
const partsOf = (place: string): { document: string; number: string } => {
  const [, document = '', number = ''] = /^(.*)#([^#]*)$/.exec(place) ?? []
  return { document, number }
}

const nameOf = (store: string, lang: OwnLanguage, otherLogs: readonly OtherLog[]): string =>
  STORES[store]?.[lang] ?? otherLogs.find(({ collection }) => collection === store)?.label[lang] ?? store

const whereOf = ({ store, place }: AuditFault, lang: string, titleOf: (document: string) => string): string => {
  const { document, number } = partsOf(place)
  const words = { vi: { number: 'số', of: 'của' }, en: { number: 'no.', of: 'of' } }[ownLanguage(lang)]
  if (!number) return place
  // Powers have a stream for each person and delegation, whose names are ids; a log without documents names itself.
  const isNamed = store !== 'workflow-powers' && document.includes(':')
  const title = isNamed ? titleOf(document) || document : ''
  return [`${words.number} ${number}`, title && `${words.of} “${title}”`].filter(Boolean).join(' ')
}

/** The streams that faults are about. Pure. */
export const documentsIn = (faults: readonly AuditFault[]): string[] => [
  ...new Set(faults.map(({ place }) => partsOf(place).document).filter((document) => document.includes(':'))),
]

/**
 * A fault as a line for people. Pure.
 *
 * @param args.titleOf title of a document by the name of its stream; empty when nothing says
 * @param args.otherLogs logs of other plugins, for their names
 */
export const faultWords = (args: {
  fault: AuditFault
  lang: string
  titleOf: (document: string) => string
  otherLogs?: readonly OtherLog[]
}): string => {
  const { fault, lang, titleOf, otherLogs = [] } = args
  const what = WHATS.find(([begins]) => fault.what.startsWith(begins))?.[1][ownLanguage(lang)] ?? fault.what
  return `${nameOf(fault.store, ownLanguage(lang), otherLogs)}, ${whereOf(fault, lang, titleOf)}: ${what}.`
}

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.')

/** The result of a verification in one sentence. Pure. */
export const verdictOf = ({ events, streams, publications, faults }: AuditReport, lang: string): string => {
  if (ownLanguage(lang) === 'en')
    return faults.length
      ? `${faults.length} places are not as they were written; tell those in charge, and keep the database as it is.`
      : `Nothing is out of order: ${events} events of ${streams} documents and ${publications} publications, with their contents and files.`
  return faults.length
    ? `Có ${grouped(faults.length)} chỗ không còn như lúc ghi; xin báo người có trách nhiệm và giữ nguyên cơ sở dữ liệu.`
    : `Không phát hiện sai lệch: đã kiểm tra ${grouped(events)} việc của ${grouped(streams)} văn bản và ${grouped(publications)} lần công bố, cùng nội dung và tệp.`
}
