import type { Payload } from 'payload'
import type { OwnLanguage } from '../../../lib/text/languages.ts'
import { dayOf, weekBounds, weekOf } from '../../../lib/time/periods.ts'
import { type Meaning, meaningOf } from '../core/mailStatus.ts'
import { runName } from '../core/runName.ts'
import { settingsOf } from '../options.ts'
import type { SuppressionRow } from '../rowTypes.ts'
import { count, find } from '../store/rows.ts'

/** Refusals that are shown, and of how many runs. */
const MOST_SHOWN = 50
const MOST_RUNS = 30
const WEEKS = 2 * 7 * 86_400_000

/** Refused mails of the last weeks, and why addresses are suppressed. No address is named. */
export interface Refusals {
  suppressed: { cause: SuppressionRow['cause']; count: number }[]
  /** The newest first. */
  refused: { run: string; name: string; subscriber: string; at: string; meaning: Meaning; reply: string }[]
}

const CAUSES: readonly SuppressionRow['cause'][] = ['hard', 'complaint', 'person', 'officer']

/** Reads what was refused lately, run by run through an index. */
export const refusals = async (payload: Payload, language: OwnLanguage): Promise<Refusals> => {
  const now = settingsOf(payload.config).clock.now()
  const since = new Date(weekBounds(weekOf(now)).start.getTime() - WEEKS).toISOString()
  const runs = await find({
    payload,
    collection: 'digest-runs',
    where: { dueAt: { greater_than_equal: since } },
    sort: '-dueAt',
    limit: MOST_RUNS,
  })
  const refused: Refusals['refused'] = []
  for (const run of runs) {
    if (refused.length >= MOST_SHOWN) break
    const rows = await find({
      payload,
      collection: 'deliveries',
      where: { run: { equals: run.key }, state: { equals: 'rejected' } },
      sort: '-settledAt',
      limit: MOST_SHOWN - refused.length,
    })
    const name = runName(run, language, dayOf(now).slice(0, 4))
    for (const { subscriber, settledAt: at, reply } of rows)
      refused.push({ run: run.key, name, subscriber, at, meaning: meaningOf({ reply }), reply })
  }
  const suppressed = await Promise.all(
    CAUSES.map(async (cause) => ({ cause, count: await count(payload, 'suppressions', { cause: { equals: cause } }) })),
  )
  return { suppressed, refused }
}
