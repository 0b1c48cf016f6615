import type { Payload } from 'payload'
import { type StoredContent, sha256 } from '../../publications/index.ts'
import { allRows } from '../store/rows.ts'
import type { AuditReport, Say } from './report.ts'

/** Checks every frozen content against its hash, including contents that no edition shows. */
export const verifyContents = async (args: { payload: Payload; report: AuditReport; say: Say }): Promise<void> => {
  const { payload, report, say } = args
  for await (const row of allRows<StoredContent>({ payload, collection: 'contents', sort: ['hash'] })) {
    report.contents += 1
    if (typeof row.bytes !== 'string' || sha256(row.bytes) !== row.hash) say('contents', row.hash, 'changed')
  }
}
