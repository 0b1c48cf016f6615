import type { Payload } from 'payload'
import { type StoredContent, sha256 } from '../../publications/index.ts'
import { allRows } from '../store/rows.ts'
import type { AuditReport, Say } from './report.ts'

/**
 * Checks every frozen content against its hash, including contents that no edition shows.
 *
 * @param args.erased hashes of the contents that must have no bytes
 */
export const verifyContents = async (args: {
  payload: Payload
  report: AuditReport
  say: Say
  erased: ReadonlySet<string>
  gently?: boolean
}): Promise<void> => {
  const { payload, report, say, erased, gently } = args
  for await (const row of allRows<StoredContent>({ payload, collection: 'contents', sort: ['hash'], gently })) {
    report.contents += 1
    if (erased.has(row.hash)) {
      if (row.bytes) say('contents', row.hash, 'was to be erased')
    } else if (typeof row.bytes !== 'string' || sha256(row.bytes) !== row.hash)
      say('contents', row.hash, row.bytes ? 'changed' : 'missing')
  }
}
