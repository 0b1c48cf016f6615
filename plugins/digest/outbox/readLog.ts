import type { Payload } from 'payload'
import {
  awaitsRatification,
  headAt,
  noteFaults,
  payloadSource,
  ratifiesPublication,
  type TrustedEntry,
  trustedLog,
} from '../../publications/index.ts'
import type { LoggedEvent } from '../core/items.ts'
import { settingsOf } from '../options.ts'

type Logged = LoggedEvent & { key: string }

/** A document set aside has no timestamp of its own; it takes that of the previous row. */
const asEvent = (entry: TrustedEntry, before: Logged | undefined): Logged =>
  'row' in entry
    ? { ...entry.row, awaited: awaitsRatification(entry.row), ratifies: ratifiesPublication(entry.row) }
    : {
        ...entry.aside,
        seq: entry.seq,
        key: `aside:${entry.seq}`,
        kind: 'aside',
        url: '',
        edition: 0,
        contentHash: '',
        major: false,
        changeNote: null,
        at: before?.at ?? new Date(0).toISOString(),
      }

/**
 * Verified rows of the publications log in `(after, upTo]` that mails may tell of, ascending; to the end of the log
 * without `upTo`.
 */
export const readLog = async (args: { payload: Payload; after: number; upTo?: number }): Promise<Logged[]> => {
  const { payload, after, upTo } = args
  const { unmailed } = settingsOf(payload.config)
  const source = payloadSource(payload)
  const events: Logged[] = []
  for await (const { entries, faults } of trustedLog({ source, after: await headAt(source, after), upTo })) {
    noteFaults(payload, faults)
    for (const entry of entries) {
      const event = asEvent(entry, events.at(-1))
      if (!unmailed.includes(event.collection)) events.push(event)
    }
  }
  return events
}
