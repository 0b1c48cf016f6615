import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FilterSubject } from './filter.ts'
import { changesOf, itemsFor, type LoggedEvent, type Wish } from './items.ts'
import { CADENCES, type Cadence } from './periods.ts'
import { stretchKey, subscriptionKeyOf } from './stretch.ts'

const nothing = new Set<string>()
const subject: FilterSubject = {
  collections: nothing,
  topics: nothing,
  territories: nothing,
  audiences: nothing,
  documentTypes: nothing,
  languages: nothing,
}
const event = (seq: number): LoggedEvent => ({
  seq,
  kind: 'published',
  collection: 'notices',
  document: `d${seq}`,
  url: '/',
  edition: 1,
  contentHash: '',
  major: true,
  changeNote: null,
  at: new Date(Date.UTC(2026, 10, 23, 0, 0, seq)).toISOString(),
})

type Happening = { does: 'publishes' } | { does: 'changes'; to: Cadence } | { does: 'runs'; cadence: Cadence }

interface Stretch extends Wish {
  cadence: Cadence
}

/** Everything one person is told, document by document, in the order of a made-up history. */
const toldIn = (history: Happening[]): string[] => {
  const told: string[] = []
  const log: LoggedEvent[] = []
  const ranUntil: Record<Cadence, number> = { immediate: 0, daily: 0, weekly: 0 }
  const open: Stretch = {
    key: 's',
    filter: {},
    since: '2026-01-01T00:00:00.000Z',
    afterSeq: 0,
    untilSeq: 0,
    cadence: 'daily',
  }
  const closed: Stretch[] = []
  const run = (cadence: Cadence) => {
    const range = log.slice(ranUntil[cadence])
    const changes = changesOf(range)
    const wishes = [open, ...closed].filter((stretch) => stretch.cadence === cadence)
    const subjects = new Map(changes.map(({ document }) => [document, subject]))
    ranUntil[cadence] = log.length
    for (const item of itemsFor({ changes, subjects, wishes, received: new Map(), carried: [] }))
      told.push(item.document)
  }
  for (const happening of history) {
    if (happening.does === 'publishes') log.push(event(log.length + 1))
    if (happening.does === 'runs') run(happening.cadence)
    if (happening.does === 'changes' && happening.to !== open.cadence) {
      if (log.length !== open.afterSeq) closed.push({ ...open, untilSeq: log.length })
      Object.assign(open, { cadence: happening.to, afterSeq: log.length })
    }
  }
  CADENCES.forEach(run)
  return told.sort()
}

describe('somebody who changes cadence', () => {
  it('is told of everything once, whenever they change and whichever runs came before', () => {
    const happening = fc.oneof(
      { weight: 3, arbitrary: fc.constant<Happening>({ does: 'publishes' }) },
      fc.constantFrom(...CADENCES).map((to): Happening => ({ does: 'changes', to })),
      fc.constantFrom(...CADENCES).map((cadence): Happening => ({ does: 'runs', cadence })),
    )
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (history) => {
        const published = history.filter(({ does }) => does === 'publishes').map((_, index) => `notices:d${index + 1}`)
        expect(toldIn(history)).toEqual(published.sort())
      }),
      { numRuns: 500 },
    )
  })
})

describe('a stretch', () => {
  it('is named after its subscription', () => {
    expect(subscriptionKeyOf(stretchKey('ref:filter', 7))).toBe('ref:filter')
    expect(subscriptionKeyOf('ref:filter')).toBe('ref:filter')
  })
})
