import { describe, expect, it } from 'vitest'
import type { LoggedEvent } from './items.ts'
import { type AtOnce, urgentRun } from './urgentRun.ts'

const NOW = new Date('2026-11-24T00:00:10.000Z')
const isAtOnce: AtOnce = ({ kind, major }) => kind === 'withdrawn' || major

const row = (seq: number, more: Partial<LoggedEvent> = {}): LoggedEvent & { key: string } => ({
  seq,
  key: `k${seq}`,
  kind: 'published',
  collection: 'notices',
  document: `d${seq}`,
  url: '',
  edition: 1,
  contentHash: '',
  major: true,
  changeNote: null,
  at: '2026-11-24T00:00:00.000Z',
  ...more,
})
const run = (events: (LoggedEvent & { key: string })[], wanted = isAtOnce) =>
  urgentRun({ fromSeq: 0, events, now: NOW, isAtOnce: wanted })

describe('an urgent run', () => {
  it.each<[string, Partial<LoggedEvent>, boolean]>([
    ['a major correction', { kind: 'corrected', edition: 2 }, true],
    ['a minor correction', { kind: 'corrected', edition: 2, major: false }, false],
    ['a withdrawal', { kind: 'withdrawn' }, true],
    ['a first edition', {}, false],
    ['a later edition', { edition: 2 }, false],
    ['what is there again', { kind: 'restored' }, false],
    ['what ended by itself', { kind: 'expired' }, false],
    ['an urgent text that nobody ratified', { awaited: true }, false],
    ['the ratification of an urgent text', { kind: 'ratified', ratifies: true }, true],
    ['the ratification of a withdrawal', { kind: 'ratified', ratifies: false }, false],
  ])('for %s is made or not', (_, event, made) => {
    expect(run([row(1, event)]) !== null).toBe(made)
  })

  it('is named after the first publication it tells of, whatever else was published', () => {
    const events = [row(1), row(2, { kind: 'withdrawn' }), row(3, { kind: 'withdrawn' }), row(4)]
    expect(run(events)).toMatchObject({ key: 'urgent:k2', fromSeq: 0, toSeq: 4 })
    expect(run(events.slice(0, 2))).toMatchObject({ key: 'urgent:k2', toSeq: 2 })
  })

  it('tells of a correction on the day of the first edition', () => {
    expect(run([row(1, { document: 'a' }), row(2, { document: 'a', kind: 'corrected', edition: 2 })])).toMatchObject({
      key: 'urgent:k2',
    })
  })

  it('passes over a large import for good', () => {
    const events = Array.from({ length: 500 }, (_, index) => row(index + 1))
    expect(run(events.slice(1))).toBeNull()
    expect(run(events)).toMatchObject({ key: 'urgent:k500', toSeq: 500, tells: false })
  })

  it('waits two seconds, and for a portal that wants it', () => {
    expect(run([row(1, { kind: 'withdrawn', at: '2026-11-24T00:00:09.000Z' })])).toBeNull()
    expect(run([row(1, { kind: 'withdrawn' })], () => false)).toBeNull()
  })
})
