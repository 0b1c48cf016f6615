import type { Endpoint } from 'payload'
import { type ImportedRow, importSubscribers } from '../useCases/importSubscribers.ts'
import { answer, officerOf, refuse, refuseAtDesk } from './deskAnswers.ts'
import { isForm, uploadedFile } from './uploadedFile.ts'

/** Rows named in an answer: those that were not simply taken. The command line reports every row. */
const MOST_ROWS = 1_000
const LONGEST_NAME = 200

const isPlain = ({ fate, repairs }: ImportedRow): boolean =>
  repairs.length === 0 && (fate === 'subscribed' || fate === 'invited')

/**
 * `POST /api/digest/import`: a form with the field `apply` and a file, a list of subscribers. Without `apply` it only
 * says what would be done. For mail officers.
 */
export const importingEndpoint: Endpoint = {
  path: '/digest/import',
  method: 'post',
  handler: async (req) => {
    const refusal = await refuseAtDesk(req, 'manageDesk')
    if (refusal) return refusal
    const file = isForm(req) ? await uploadedFile(req) : undefined
    if (!file)
      return refuse(req, 422, 'FILE_MISSING', {
        vi: 'Xin chọn tệp CSV xuất từ listmonk, Mailchimp hoặc bảng có cột “email”.',
        en: 'Choose a CSV file of listmonk, of Mailchimp, or with a column “email”.',
      })
    const rows: ImportedRow[] = []
    const report = await importSubscribers({
      payload: req.payload,
      officer: officerOf(req),
      file: file.name.slice(0, LONGEST_NAME),
      bytes: file.bytes,
      dryRun: file.fields.get('apply') !== 'true',
      onRow: (row) => {
        if (rows.length < MOST_ROWS && !isPlain(row)) rows.push(row)
      },
    })
    return answer({ ...report, rows })
  },
}
