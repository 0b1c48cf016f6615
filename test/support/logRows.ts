import type { Payload } from 'payload'
import { LOG_START, type Publication, payloadSource, trustedLog } from '../../plugins/publications/index.ts'

/** The sound rows of the publications log after a `seq`. */
export const logRows = async (payload: Payload, after = 0): Promise<Publication[]> => {
  const rows: Publication[] = []
  for await (const { entries } of trustedLog({ source: payloadSource(payload), after: LOG_START }))
    rows.push(...entries.flatMap((entry) => ('row' in entry && entry.seq > after ? [entry.row] : [])))
  return rows
}

/** The sound rows of one document. */
export const logRowsOf = async (payload: Payload, collection: string, document: string): Promise<Publication[]> =>
  (await logRows(payload)).filter((row) => row.collection === collection && row.document === document)
