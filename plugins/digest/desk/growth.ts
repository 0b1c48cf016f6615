import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import { contentLocales } from '../../publications/index.ts'
import { lastWeeks, perWeek, type Week } from '../core/growth.ts'
import { CADENCES } from '../core/periods.ts'
import type { Tally } from '../core/progress.ts'
import { settingsOf } from '../options.ts'
import { count, find } from '../store/rows.ts'

/** Runs whose counters are summed up; immediate ones may be many. */
const MOST_RUNS = 2_000

/** How the digests grow and whom they reach; counted from rows, without following anybody. */
export interface Growth {
  /** At the end of each week, or now. Who had their data erased is not counted any more. */
  weeks: (Week & { active: number; left: number; confirmed: number; withdrawn: number })[]
  /** Active subscribers by language. */
  languages: { value: string; count: number }[]
  /** Active subscriptions by cadence. */
  cadences: { value: string; count: number }[]
  /** Mails of digests by outcome. */
  mails: (Week & Tally)[]
}

const upTo = (field: string, to: string) => ({ [field]: { greater_than: '', less_than: to } })

/** Reads the last twelve weeks; every count is answered from an index. */
export const growth = async (payload: Payload): Promise<Growth> => {
  const weeks = lastWeeks(settingsOf(payload.config).clock.now())
  const grown: Growth['weeks'] = []
  for (const week of weeks) {
    const { from, to } = week
    const [confirmedSoFar, left, confirmed, withdrawn] = await Promise.all([
      count(payload, 'subscribers', upTo('confirmedAt', to)),
      count(payload, 'subscribers', upTo('leftAt', to)),
      count(payload, 'consent-events', {
        type: { equals: 'confirmed' },
        at: { greater_than_equal: from, less_than: to },
      }),
      count(payload, 'consent-events', {
        type: { equals: 'withdrawn' },
        at: { greater_than_equal: from, less_than: to },
      }),
    ])
    grown.push({ ...week, active: Math.max(0, confirmedSoFar - left), left, confirmed, withdrawn })
    await setImmediate()
  }
  const languages = await Promise.all(
    contentLocales(payload.config).map(async (value) => ({
      value,
      count: await count(payload, 'subscribers', { state: { equals: 'active' }, locale: { equals: value } }),
    })),
  )
  const cadences = await Promise.all(
    CADENCES.map(async (value) => ({
      value,
      count: await count(payload, 'subscriptions', { cadence: { equals: value }, state: { equals: 'active' } }),
    })),
  )
  const runs = await find({
    payload,
    collection: 'digest-runs',
    where: { dueAt: { greater_than_equal: weeks[0]!.from } },
    sort: '-dueAt',
    limit: MOST_RUNS,
  })
  const mails = perWeek(
    weeks,
    runs.map(({ dueAt, rows, accepted: sent, rejected: refused, unknown, skipped }) => ({
      dueAt,
      rows,
      sent,
      refused,
      unknown,
      skipped,
      waiting: 0,
    })),
  )
  return { weeks: grown, languages, cadences, mails }
}
