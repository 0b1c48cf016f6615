import type { Payload } from 'payload'
import { headAt, noteFaults, payloadSource, type TrustedEntry, trustedLog } from '../../publications/index.ts'
import type { LoggedEvent } from '../core/items.ts'

type Logged = LoggedEvent & { key: string }

/** What is set aside has no instant of its own; it stands where the row before it does. */
const asEvent = (entry: TrustedEntry, before: Logged | undefined): Logged =>
  'row' in entry
    ? entry.row
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
 * The rows of the publications log in `(after, upTo]`, ascending, as far as they can be trusted; to the end of the log
 * without `upTo`.
 */
export const readLog = async (args: { payload: Payload; after: number; upTo?: number }): Promise<Logged[]> => {
  const { payload, after, upTo } = args
  const source = payloadSource(payload)
  const events: Logged[] = []
  for await (const { entries, faults } of trustedLog({ source, after: await headAt(source, after), upTo })) {
    noteFaults(payload, faults)
    for (const entry of entries) events.push(asEvent(entry, events.at(-1)))
  }
  return events
}
