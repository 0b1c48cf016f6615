import type { Endpoint, PayloadRequest } from 'payload'
import { languageOf, say } from '../../../lib/faults/say.ts'
import { ownLanguage } from '../../../lib/text/languages.ts'
import { dryRun } from '../desk/dryRun.ts'
import { previewMails, readerOf } from '../desk/previewMail.ts'
import { settingsOf } from '../options.ts'
import { answer, refuse, refuseAtDesk } from './deskAnswers.ts'

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/
/** Farther ahead nothing is planned; farther back runs are over. */
const FARTHEST_MS = 366 * 86_400_000

const asked = (req: PayloadRequest, name: string): string => {
  const value = req.query?.[name]
  return typeof value === 'string' ? value : ''
}

/** The instant of the query; `undefined` without one, `null` when it is none. */
const instantIn = (req: PayloadRequest, now: Date): Date | null | undefined => {
  const text = asked(req, 'at')
  if (text === '' && req.query?.at === undefined) return undefined
  // A plus in a query is a space.
  const written = text.replace(' ', '+')
  const at = new Date(written)
  if (!INSTANT.test(written) || Number.isNaN(at.getTime())) return null
  return Math.abs(at.getTime() - now.getTime()) <= FARTHEST_MS ? at : null
}

/**
 * `GET /api/digest/preview?subscriber=&at=`: the mail as one reader would get it. Without a subscriber: who would get
 * what, a page of each run; `run` and `after` ask for the next page of one. For mail officers.
 */
export const previewEndpoint: Endpoint = {
  path: '/digest/preview',
  method: 'get',
  handler: async (req) => {
    const refusal = await refuseAtDesk(req, 'manageDesk')
    if (refusal) return refusal
    const { payload } = req
    const now = settingsOf(payload.config).clock.now()
    const language = ownLanguage(languageOf(req))
    const at = instantIn(req, now)
    if (at === null)
      return refuse(req, 422, 'INSTANT_INVALID', {
        vi: 'Thời điểm phải có dạng 2026-11-24T07:30:00+07:00, cách nay không quá một năm.',
        en: '`at` is an instant such as 2026-11-24T07:30:00+07:00, a year away at most.',
      })
    if (req.query?.subscriber === undefined) {
      const run = asked(req, 'run') || undefined
      const runs = await dryRun({ payload, language, now, at, run, after: asked(req, 'after') })
      return answer({ at: (at ?? now).toISOString(), runs })
    }
    const reader = await readerOf(payload, asked(req, 'subscriber'))
    if (!reader)
      return refuse(req, 404, 'NOT_FOUND', {
        vi: 'Không có người nhận này; hãy chọn lại trong danh sách.',
        en: 'There is no such subscriber; choose one of the list.',
      })
    const [first, ...more] = await previewMails({ payload, reader, language, at })
    return answer({
      at: (at ?? now).toISOString(),
      subscriber: reader.ref,
      ...(first ?? {
        subject: null,
        text: null,
        html: null,
        because: say(
          req,
          'Người này không nhận thư nào lúc đó: không có mục mới hợp với đăng ký, đã hủy hoặc đang tạm dừng.',
          'This person gets no mail then: nothing new fits their subscription, or they left or paused.',
        ),
      }),
      more,
    })
  },
}
