import type { Endpoint, Payload, PayloadRequest } from 'payload'
import { languageOf } from '../../../lib/faults/say.ts'
import { isIsoDay } from '../../../lib/text/dates.ts'
import { type Text, textIn } from '../../../lib/text/languages.ts'
import { dayBounds, dayOf } from '../../../lib/time/periods.ts'
import { type Refusal, refusal } from '../core/refusal.ts'
import { isPeriod, periodDays } from '../core/reportPeriod.ts'
import type { WorkflowOptions } from '../types.ts'
import { boardReport, reportCsv } from '../useCases/report.ts'
import { officeWeek } from '../useCases/week.ts'
import { answer, refuse } from './answers.ts'
import { askedText } from './query.ts'
import { refuseStranger } from './stranger.ts'

const DAY_MS = 24 * 3_600_000
/** Longest period of a report: a year and a month. */
const MOST_DAYS = 397
/** Period without a choice. */
const USUAL_DAYS = 90

const forbidden = (): Refusal =>
  refusal(
    'FORBIDDEN',
    'Bạn không có quyền xem báo cáo này; xin hỏi quản trị viên.',
    'You may not read this report; ask an administrator.',
  )

const wrongPeriod = (): Refusal => {
  const message = {
    vi: 'Xin chọn hai ngày có thật, ngày đầu không sau ngày cuối, cách nhau không quá một năm.',
    en: 'Choose two days of the calendar, the first not after the last, a year apart at most.',
  }
  return refusal('CONTENT_INVALID', message.vi, message.en, { fields: [{ path: 'from', message }] })
}

const periodOf = (req: PayloadRequest, now: Date): { start: Date; end: Date } | undefined => {
  const name = askedText(req, 'period')
  if (name !== '' && !isPeriod(name)) return undefined
  if (name !== '') {
    const { from, to } = periodDays(name, dayOf(now))
    return { start: dayBounds(from).start, end: dayBounds(to).end }
  }
  const to = askedText(req, 'to') || dayOf(now)
  const from =
    askedText(req, 'from') || (isIsoDay(to) ? dayOf(new Date(dayBounds(to).start.getTime() - USUAL_DAYS * DAY_MS)) : '')
  if (!isIsoDay(from) || !isIsoDay(to) || from > to) return undefined
  const period = { start: dayBounds(from).start, end: dayBounds(to).end }
  return period.end.getTime() - period.start.getTime() <= MOST_DAYS * DAY_MS ? period : undefined
}

/** What a collection is called in a spreadsheet. */
const called =
  ({ collections }: Payload, lang: string) =>
  (slug: string): string => {
    const label: unknown = collections[slug]?.config.labels?.plural
    if (typeof label === 'string') return label
    return label && typeof label === 'object' && 'en' in label ? textIn(label as Text, lang) : slug
  }

/** The office's week and the board's report, under `/api/workflow`. */
export const boardEndpoints = (options: WorkflowOptions): Endpoint[] => [
  {
    path: '/workflow/week',
    method: 'get',
    handler: async (req) => {
      const stranger = refuseStranger(req)
      if (stranger) return refuse(stranger, req)
      if (!(await options.read({ req }))) return refuse(forbidden(), req)
      const now = options.clock.now()
      return answer(await officeWeek({ payload: req.payload, options, now, lang: languageOf(req) }))
    },
  },
  {
    path: '/workflow/report',
    method: 'get',
    handler: async (req) => {
      const stranger = refuseStranger(req)
      if (stranger) return refuse(stranger, req)
      if (!(await options.read({ req }))) return refuse(forbidden(), req)
      const now = options.clock.now()
      const period = periodOf(req, now)
      if (!period) return refuse(wrongPeriod(), req)
      const lang = languageOf(req)
      const report = await boardReport({ payload: req.payload, options, period, now, lang })
      if (askedText(req, 'format') !== 'csv') return answer(report)
      return new Response(reportCsv(report, called(req.payload, lang), lang), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="bao-cao-duyet-${report.from}-${report.to}.csv"`,
          'cache-control': 'private, no-store',
        },
      })
    },
  },
]
