import type { Payload } from 'payload'
import { type Fault, LOG_START } from '../core/trust.ts'
import { payloadSource } from './sources/payloadSource.ts'
import { contentFaults, soundContents, trustedLog } from './trustedLog.ts'

/**
 * Reads everything ever published through the trusted reader, and returns its integrity faults. A content that the log
 * says was erased is none.
 */
export const publicFaults = async (payload: Payload): Promise<Fault[]> => {
  const source = payloadSource(payload)
  const found: Fault[] = []
  const erased = new Set<string>()
  for await (const { entries, faults } of trustedLog({ source, after: LOG_START })) {
    const rows = entries.flatMap((entry) => ('row' in entry ? [entry.row] : []))
    for (const { kind, contentHash } of rows) if (kind === 'purged') erased.add(contentHash)
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
  return found.filter(({ store, place, what }) => store !== 'contents' || what !== 'missing' || !erased.has(place))
}
