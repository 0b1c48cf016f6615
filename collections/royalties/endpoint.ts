import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { say } from '../../lib/faults/say.ts'
import { isIsoDay } from '../../lib/text/dates.ts'
import { roleOf } from '../access/index.ts'
import { type Royalty, royaltiesCsv } from './csv.ts'
import { READS_ROYALTIES } from './readers.ts'

const STATES: Record<string, string> = {
  draft: 'Bản nháp',
  in_review: 'Đang duyệt',
  approved: 'Đã duyệt',
  scheduled: 'Đã hẹn giờ',
  published: 'Đã công bố',
  withdrawn: 'Đã rút',
  expired: 'Hết hạn',
}

interface Bulletin {
  title?: string | null
  date?: string | null
  workflowState?: string
  contributors?: { name?: string | null; royalty?: number | null }[] | null
}

const refuse = (req: PayloadRequest, status: number, code: string, vi: string, en: string) =>
  new APIError(say(req, vi, en), status, { code }, true)

const period = (req: PayloadRequest): { from: string; to: string } => {
  const { from, to } = req.query as { from?: unknown; to?: unknown }
  if (typeof from === 'string' && typeof to === 'string' && isIsoDay(from) && isIsoDay(to) && from <= to)
    return { from, to }
  throw refuse(
    req,
    400,
    'BAD_REQUEST',
    'Xin chọn hai ngày, ngày đầu không sau ngày cuối: from và to, dạng YYYY-MM-DD.',
    'Choose two days, the first not after the last: from and to, as YYYY-MM-DD.',
  )
}

/**
 * `GET /api/bulletins/royalties?from=YYYY-MM-DD&to=YYYY-MM-DD`: royalties for the bulletins of a period, both dates
 * inclusive, as CSV. Only for roles that may read them in the form.
 */
export const royalties: Endpoint = {
  path: '/royalties',
  method: 'get',
  handler: async (req) => {
    if (!(READS_ROYALTIES as readonly (string | undefined)[]).includes(roleOf(req)))
      throw refuse(
        req,
        403,
        'FORBIDDEN',
        'Chỉ ban biên tập và kiểm soát viên xem được nhuận bút; hãy hỏi người phụ trách.',
        'Only the editorial board and auditors may see royalties; ask one of them.',
      )
    const { from, to } = period(req)
    const { docs } = await req.payload.find({
      collection: 'bulletins',
      where: { and: [{ date: { greater_than_equal: from } }, { date: { less_than_equal: to } }] },
      sort: 'date',
      locale: 'vi',
      depth: 0,
      pagination: false,
      user: req.user,
      overrideAccess: false,
    })
    const rows = (docs as unknown as Bulletin[]).flatMap(
      ({ title, date, workflowState = '', contributors }): Royalty[] =>
        (contributors ?? []).map(({ name, royalty }) => ({
          date: date ?? '',
          title: title ?? '',
          state: STATES[workflowState] ?? workflowState,
          author: name ?? '',
          ...(typeof royalty === 'number' ? { amount: royalty } : {}),
        })),
    )
    return new Response(royaltiesCsv(rows), { headers: { 'content-type': 'text/csv; charset=utf-8' } })
  },
}
