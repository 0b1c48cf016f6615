import type { Payload } from 'payload'
import { dayOf } from '../../../lib/time/periods.ts'
import { defaultLocale, type FrozenContent, titleFieldOf } from '../../publications/index.ts'
import type { RunCadence } from '../core/periods.ts'
import type { Source } from '../mail/view.ts'
import type { DeliveryRow, DigestRunRow } from '../rowTypes.ts'
import type { Checked } from './recheck.ts'

/** Loads the data to render a mail's entries. */
export const sourcesOf = async (
  { payload, contents }: { payload: Payload; contents: (hashes: string[]) => Promise<Map<string, FrozenContent>> },
  checked: Checked,
): Promise<Source[]> => {
  const events = checked.items.map((item) => checked.events.get(item.seq)!)
  const frozen = await contents([...new Set(events.map((event) => event.contentHash))])
  return checked.items.map((item, index): Source => {
    const event = events[index]!
    const filters = item.subscriptions.map((key) => checked.filters.get(key)).filter((filter) => filter !== undefined)
    return {
      item,
      event,
      content: frozen.get(event.contentHash),
      title: titleFieldOf(payload, event.collection),
      notesIn: defaultLocale(payload.config),
      filters,
    }
  })
}

/** Cadence, first day and last day of a delivery's run. */
export const periodOfRun = (
  run: DigestRunRow | undefined,
  row: Pick<DeliveryRow, 'createdOn'>,
): { cadence: RunCadence; days: { from: string; to: string } } => {
  if (!run) {
    const day = dayOf(new Date(row.createdOn))
    return { cadence: 'daily', days: { from: day, to: day } }
  }
  return periodIn(run)
}

/** Cadence, first day and last day of a run. */
export const periodIn = (run: DigestRunRow): { cadence: RunCadence; days: { from: string; to: string } } => {
  // The end of a calendar period is exclusive.
  const last = Date.parse(run.endsAt) - (run.cadence === 'immediate' || run.cadence === 'urgent' ? 0 : 1)
  return {
    cadence: run.cadence,
    days: { from: dayOf(new Date(run.startsAt)), to: dayOf(new Date(last)) },
  }
}
