import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../../lib/time/periods.ts'
import { hoursToPublish, ON_THE_WAY, type Passage, publishedPerDay } from './week.ts'

const HOUR = 3_600_000
const hoursBetween = (start: string, end: string) => (Date.parse(end) - Date.parse(start)) / HOUR
const at = (hour: number) => new Date(Date.UTC(2026, 10, 2) + hour * HOUR).toISOString()
const passages = (...all: [string, number, string?][]): Passage[] =>
  all.map(([type, hour, document = 'letters:a'], seq) => ({ document, seq, type, at: at(hour) }))
const took = (...all: [string, number, string?][]) => hoursToPublish(passages(...all), at(0), hoursBetween)

describe('the time until a text is public', () => {
  it('runs from its first submission, with returns in between', () => {
    expect(took(['submitted', 1], ['submitted', 5], ['published', 9])).toEqual([8])
  })

  it('begins anew after a recall, a refusal and an edition', () => {
    expect(took(['submitted', 1], ['recalled', 2], ['submitted', 5], ['published', 9])).toEqual([4])
    expect(took(['submitted', 1], ['refused', 2], ['submitted', 5], ['published', 9])).toEqual([4])
    expect(took(['submitted', 1], ['published', 2], ['submitted', 5], ['published', 9])).toEqual([1, 4])
  })

  it('is not told of urgent publications, of what was public before, and of what is not yet', () => {
    expect(took(['publishedUrgently', 2], ['submitted', 3])).toEqual([])
    expect(took(['submitted', -9], ['published', -1])).toEqual([])
    expect(took(['submitted', -9], ['published', 1])).toEqual([10])
  })

  it('is not told of imported texts, which wait for nobody', () => {
    const [submitted, published] = passages(['submitted', 1], ['published', 1])
    expect(hoursToPublish([submitted!, { ...published!, batch: true }], at(0), hoursBetween)).toEqual([])
  })

  it('is that of each document alone, in whatever order the events come', () => {
    const documents = fc.array(fc.tuple(fc.constantFrom(...ON_THE_WAY), fc.constantFrom('letters:a', 'letters:b')), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(documents, fc.infiniteStream(fc.nat()), (some, keys) => {
        const all = passages(...some.map(([type, document], hour): [string, number, string] => [type, hour, document]))
        const apart = ['letters:a', 'letters:b'].flatMap((name) =>
          hoursToPublish(
            all.filter(({ document }) => document === name),
            at(0),
            hoursBetween,
          ),
        )
        const mixed = all.map((one) => [keys.next().value!, one] as const).sort(([a], [b]) => a - b)
        const found = hoursToPublish(
          mixed.map(([, one]) => one),
          at(0),
          hoursBetween,
        )
        expect(found.sort()).toEqual(apart.sort())
        expect(found.every((hours) => hours > 0)).toBe(true)
      }),
    )
  })
})

describe('what became public a day', () => {
  it('is counted by days in Viet Nam; days without any are there, and others are left out', () => {
    const instants = ['2026-11-23T16:59:59Z', '2026-11-23T17:00:00Z', '2026-11-20T03:00:00Z']
    expect(
      publishedPerDay(instants, ['2026-11-22', '2026-11-23', '2026-11-24'], (one) => dayOf(new Date(one))),
    ).toEqual([
      { day: '2026-11-22', published: 0 },
      { day: '2026-11-23', published: 1 },
      { day: '2026-11-24', published: 1 },
    ])
  })
})
