import readline from 'node:readline'
import type { Endpoint } from 'payload'
import { languageOf } from '../../../lib/faults/say.ts'
import { ownLanguage } from '../../../lib/text/languages.ts'
import { settleUnknown } from '../useCases/settleUnknown.ts'
import { answer, bodyOf, NOT_JSON, officerOf, refuse, refuseAtDesk } from './deskAnswers.ts'
import { isForm, uploadedFile } from './uploadedFile.ts'

const LOG_MISSING = {
  vi: 'Xin dán nhật ký của máy chủ chuyển thư, hoặc chọn một tệp.',
  en: 'Paste the log of the mail relay, or choose a file.',
}

/**
 * `POST /api/digest/unknown`: settles mails of unknown fate from the relay's log, `{ log, apply? }` or a form with the
 * field `apply` and a file. Without `apply` it only says what would be done. For mail officers.
 */
export const settlingEndpoint: Endpoint = {
  path: '/digest/unknown',
  method: 'post',
  handler: async (req) => {
    const refusal = await refuseAtDesk(req, 'manageDesk')
    if (refusal) return refusal
    const settle = async (lines: AsyncIterable<string> | Iterable<string>, apply: boolean) =>
      answer(
        await settleUnknown({
          payload: req.payload,
          officer: officerOf(req),
          language: ownLanguage(languageOf(req)),
          lines,
          dryRun: !apply,
        }),
      )
    if (isForm(req)) {
      const file = await uploadedFile(req)
      if (!file) return refuse(req, 422, 'LOG_MISSING', LOG_MISSING)
      const lines = readline.createInterface({ input: file.bytes, crlfDelay: Number.POSITIVE_INFINITY })
      return settle(lines, file.fields.get('apply') === 'true')
    }
    const body = await bodyOf(req)
    if (!body) return refuse(req, 400, 'BAD_REQUEST', NOT_JSON)
    if (typeof body.log !== 'string' || !body.log.trim()) return refuse(req, 422, 'LOG_MISSING', LOG_MISSING)
    return settle(body.log.split(/\r\n?|\n/), body.apply === true)
  },
}
