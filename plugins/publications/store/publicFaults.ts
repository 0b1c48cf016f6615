import type { Payload } from 'payload'
import { type Fault, LOG_START } from '../core/trust.ts'
import { payloadSource } from './sources/payloadSource.ts'
import { contentFaults, soundContents, trustedLog } from './trustedLog.ts'

/** Reads everything that ever was public as its readers do, and says what of it is not as it was written. */
export const publicFaults = async (payload: Payload): Promise<Fault[]> => {
  const source = payloadSource(payload)
  const found: Fault[] = []
  for await (const { entries, faults } of trustedLog({ source, after: LOG_START })) {
    const rows = entries.flatMap((entry) => ('row' in entry ? [entry.row] : []))
    const { broken } = await soundContents(
      source,
      rows.map((row) => row.contentHash),
    )
    const shownBy = (hash: string) =>
      rows
        .filter((row) => row.contentHash === hash && row.kind !== 'term')
        .map(({ collection, document }) => ({ collection, document }))
    found.push(...faults, ...contentFaults(broken, shownBy))
  }
  return found
}
