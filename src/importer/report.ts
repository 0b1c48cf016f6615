import type { BatchList } from '../../plugins/workflow/index.ts'
import type { Note } from './core/types.ts'

export type RowKind = 'page' | 'directive' | 'bulletin' | 'video' | 'notice' | 'visits'

/** What became of one thing that a page holds. */
export interface ImportRow {
  /** Path of the file, relative to what was named. */
  file: string
  /** Which page of the file, from 1. */
  page: number
  kind: RowKind
  /** Number and symbol, or title; short enough for a line. */
  name: string
  /** `repaired`: taken, with something put right or left for a person to add. */
  status: 'accepted' | 'repaired' | 'rejected'
  /** What the database has of it: a new working copy, one it held already, as it was or completed, or nothing. */
  stored?: 'created' | 'held' | 'completed' | 'wouldCreate' | 'wouldComplete'
  /** The working copy, when there is one. */
  document?: { collection: string; id: string }
  notes: Note[]
  /** The file is no page at all. */
  unreadable?: true
}

export interface ImportReport {
  dryRun: boolean
  files: number
  rows: ImportRow[]
  /** The working copies that are as an import left them, in lists that a head approves. */
  batches: BatchList[]
  totals: {
    accepted: number
    repaired: number
    rejected: number
    created: number
    held: number
    completed: number
    untitledNotices: number
    unreadable: number
  }
}

const count = (rows: ImportRow[], is: (row: ImportRow) => boolean) => rows.filter(is).length

/** Counts up what the rows say. Pure. */
export const reportOf = (args: Omit<ImportReport, 'totals'>): ImportReport => {
  const { rows } = args
  return {
    ...args,
    totals: {
      accepted: count(rows, ({ status }) => status === 'accepted'),
      repaired: count(rows, ({ status }) => status === 'repaired'),
      rejected: count(rows, ({ status }) => status === 'rejected'),
      created: count(rows, ({ stored }) => stored === 'created' || stored === 'wouldCreate'),
      held: count(rows, ({ stored }) => stored === 'held'),
      completed: count(rows, ({ stored }) => stored === 'completed' || stored === 'wouldComplete'),
      untitledNotices: count(rows, ({ kind, name, status }) => kind === 'notice' && status === 'rejected' && !name),
      unreadable: count(rows, ({ unreadable }) => unreadable === true),
    },
  }
}

const STATUS: Record<ImportRow['status'], string> = {
  accepted: 'NHẬN / accepted',
  repaired: 'NHẬN, CÓ SỬA / repaired',
  rejected: 'LOẠI / rejected',
}

const KIND: Record<RowKind, string> = {
  page: 'trang / page',
  directive: 'văn bản / directive',
  bulletin: 'tin / bulletin',
  video: 'video',
  notice: 'thông báo / notice',
  visits: 'lượt truy cập / visits',
}

const STORED = {
  created: 'đã tạo bản nháp / working copy created',
  held: 'đã có, giữ nguyên / held already, untouched',
  completed: 'đã có, bổ sung liên kết / held already, relations completed',
  wouldCreate: 'sẽ tạo bản nháp / would be created',
  wouldComplete: 'đã có, sẽ bổ sung liên kết / held already, would be completed',
}

const BALANCE = {
  ...STORED,
  created: 'đã ghi vào thông tin cổng / kept with the portal’s facts',
  held: 'đã ghi từ trước, giữ nguyên / kept already, untouched',
  wouldCreate: 'sẽ ghi vào thông tin cổng / would be kept',
}

/** The report as lines for people, Vietnamese first: a line a row, its remarks under it, the sums at the end. */
export const reportLines = ({ rows, totals, files, dryRun, batches }: ImportReport): string[] => {
  let place = ''
  const lines = rows.flatMap((row) => {
    const here = `${row.file}${row.page > 1 ? ` (trang / page ${row.page})` : ''}`
    const heading = here === place ? [] : [`${here}:`]
    place = here
    const stored = row.stored ? ` · ${(row.kind === 'visits' ? BALANCE : STORED)[row.stored]}` : ''
    return [
      ...heading,
      `  ${STATUS[row.status]} · ${KIND[row.kind]} · ${row.name || '(không tên / untitled)'}${stored}`,
      ...row.notes.map(({ vi, en }) => `      ${vi === en ? vi : `${vi} / ${en}`}`),
    ]
  })
  return [
    ...lines,
    `${files} tệp / files · ${totals.accepted} nhận / accepted · ${totals.repaired} có sửa / repaired · ${totals.rejected} loại / rejected · ${totals.created} ${dryRun ? 'sẽ tạo / to create' : 'đã tạo / created'} · ${totals.held} đã có / held${totals.completed ? ` · ${totals.completed} bổ sung / completed` : ''}`,
    ...(totals.untitledNotices
      ? [`${totals.untitledNotices} thông báo không tiêu đề bị loại / untitled notices rejected`]
      : []),
    ...(totals.unreadable ? [`${totals.unreadable} tệp không đọc được / files could not be read`] : []),
    ...batches.map(
      ({ documents, manifest }) =>
        `${documents.length} bản nháp chờ lãnh đạo duyệt theo lô, mã danh sách / working copies wait for a head, manifest: ${manifest}`,
    ),
    ...(dryRun ? ['Chạy thử, không ghi gì. / Dry run, nothing was written.'] : []),
  ]
}
