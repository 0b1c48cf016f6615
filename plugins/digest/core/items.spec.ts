import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FilterSubject } from './filter.ts'
import { changesOf, type Item, itemsFor, type LoggedEvent, latestOf, stillTrue, type Wish } from './items.ts'

const event = (seq: number, document: string, more: Partial<LoggedEvent> = {}): LoggedEvent => ({
  seq,
  kind: 'published',
  collection: 'notices',
  document,
  url: `/thong-bao/${document}`,
  edition: 1,
  contentHash: `${seq}`,
  major: true,
  changeNote: null,
  at: new Date(Date.UTC(2026, 10, 23, 0, seq)).toISOString(),
  ...more,
})
const subject: FilterSubject = {
  collections: new Set(['notices']),
  topics: new Set(),
  territories: new Set(),
  audiences: new Set(),
  documentTypes: new Set(),
  languages: new Set(['vi']),
}
const everything: Wish = { key: 's1', filter: {}, since: '2026-01-01T00:00:00.000Z', afterSeq: 0, untilSeq: 0 }
const entries = (
  events: LoggedEvent[],
  more: { wishes?: Wish[]; received?: string[]; carried?: Item[] } = {},
): string[] => {
  const changes = changesOf(events)
  return itemsFor({
    changes,
    subjects: new Map(changes.map(({ document }) => [document, subject])),
    wishes: more.wishes ?? [everything],
    received: new Map(more.received?.map((document) => [document, 0])),
    carried: more.carried ?? [],
  }).map((item) => `${item.seq} ${item.document} ${item.kind} ${item.subscriptions.join()}`.trim())
}
const carried = (seq: number, document: string): Item => ({ seq, document, kind: 'new', subscriptions: ['s1'] })

describe('itemsFor', () => {
  it('has one entry a document, in its newest edition', () => {
    expect(entries([event(1, 'a'), event(2, 'b'), event(3, 'a', { edition: 2 })])).toEqual([
      '2 notices:b new s1',
      '3 notices:a new s1',
    ])
    expect(entries([event(9, 'a', { edition: 2 })])).toEqual(['9 notices:a updated s1'])
  })

  it('leaves out what was withdrawn, expired or moved within the range', () => {
    for (const kind of ['withdrawn', 'expired', 'redirected'] as const)
      expect(entries([event(1, 'a'), event(2, 'a', { kind })])).toEqual([])
  })

  it('tells those who got a document that it was withdrawn or corrected, and nobody else', () => {
    const withdrawn = [event(5, 'a', { kind: 'withdrawn' })]
    expect(entries(withdrawn, { received: ['notices:a'] })).toEqual(['5 notices:a withdrawn'])
    expect(entries(withdrawn)).toEqual([])
    const corrected = [event(5, 'a', { kind: 'corrected', edition: 2, major: false })]
    expect(entries(corrected, { received: ['notices:a'], wishes: [] })).toEqual(['5 notices:a corrected'])
    expect(entries(corrected)).toEqual([])
  })

  it('mails nobody about silent imports, minor changes and reference data', () => {
    expect(entries([event(1, 'a', { major: false })])).toEqual([])
    expect(entries([event(1, 'a', { kind: 'term' })])).toEqual([])
  })

  it('does not send what was published before somebody subscribed', () => {
    const wish = { ...everything, since: '2026-11-23T00:02:00.000Z' }
    expect(entries([event(1, 'a'), event(2, 'b'), event(3, 'c')], { wishes: [wish] })).toEqual([
      '2 notices:b new s1',
      '3 notices:c new s1',
    ])
  })

  it('names every subscription that asked for an entry', () => {
    expect(entries([event(1, 'a')], { wishes: [everything, { ...everything, key: 's2' }] })).toEqual([
      '1 notices:a new s1,s2',
    ])
    expect(entries([event(1, 'a')], { wishes: [{ ...everything, filter: { collections: ['directives'] } }] })).toEqual(
      [],
    )
  })

  it('takes along what may not have arrived, once, in its newest state', () => {
    expect(entries([event(8, 'b')], { carried: [carried(3, 'notices:a'), carried(3, 'notices:a')] })).toEqual([
      '3 notices:a new s1',
      '8 notices:b new s1',
    ])
    expect(entries([event(8, 'a', { edition: 2, major: false })], { carried: [carried(3, 'notices:a')] })).toEqual([
      '8 notices:a updated s1',
    ])
    expect(entries([event(8, 'a', { kind: 'withdrawn' })], { carried: [carried(3, 'notices:a')] })).toEqual([])
  })

  it('never has two entries for a document, and never one that is gone', () => {
    const events = fc
      .array(
        fc.record({
          document: fc.constantFrom('a', 'b', 'c'),
          kind: fc.constantFrom(
            'published',
            'corrected',
            'withdrawn',
            'restored',
            'expired',
            'redirected',
            'ratified',
            'term',
          ),
          major: fc.boolean(),
          edition: fc.integer({ min: 1, max: 3 }),
        }),
      )
      .map((rows) =>
        rows.map(({ document, ...more }, index) => event(index + 1, document, more as Partial<LoggedEvent>)),
      )
    const before = fc.array(fc.constantFrom('notices:a', 'notices:b', 'notices:d'))
    fc.assert(
      fc.property(events, before, before, (rows, received, missed) => {
        const found = entries(rows, { received, carried: missed.map((document) => carried(0, document)) })
        const documents = found.map((line) => line.split(' ')[1])
        expect(new Set(documents).size).toBe(documents.length)
        const latest = latestOf(rows)
        for (const line of found) {
          const [, document, kind] = line.split(' ')
          const newest = latest.get(document!)
          const live = !newest || ['published', 'corrected', 'restored'].includes(newest.kind)
          expect(live).toBe(kind !== 'withdrawn')
        }
      }),
    )
  })
})

describe('a log cut into ranges', () => {
  it('tells a person of each document exactly once, wherever the cuts lie', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.array(fc.integer({ min: 0, max: 30 })), (length, cuts) => {
        const log = Array.from({ length }, (_, index) => event(index + 1, `d${index}`))
        const bounds = [0, ...[...new Set(cuts)].filter((cut) => cut > 0 && cut < length).sort((a, b) => a - b), length]
        const told = bounds.slice(1).flatMap((to, index) => entries(log.slice(bounds[index], to)))
        expect(told).toEqual(entries(log))
        expect(told).toHaveLength(length)
      }),
    )
  })
})

describe('stillTrue', () => {
  const item: Item = { seq: 1, document: 'notices:a', kind: 'new', subscriptions: ['s1'] }
  const left = (items: Item[], events: LoggedEvent[], active = ['s1']) =>
    stillTrue({ items, latest: latestOf(events), active: new Set(active) })

  it('drops an entry that was withdrawn between run and sending', () => {
    expect(left([item], [event(1, 'a')])).toEqual([item])
    expect(left([item], [event(1, 'a'), event(2, 'a', { kind: 'withdrawn' })])).toEqual([])
  })

  it('drops a withdrawal that was taken back', () => {
    const withdrawal: Item = { ...item, seq: 2, kind: 'withdrawn', subscriptions: [] }
    const log = [event(1, 'a'), event(2, 'a', { kind: 'withdrawn' })]
    expect(left([withdrawal], log)).toEqual([withdrawal])
    expect(left([withdrawal], [...log, event(3, 'a', { kind: 'restored' })])).toEqual([])
  })

  it('drops what only an ended subscription asked for', () => {
    expect(left([item], [event(1, 'a')], [])).toEqual([])
    expect(left([{ ...item, subscriptions: ['s1', 's2'] }], [event(1, 'a')], ['s2'])).toHaveLength(1)
  })
})
