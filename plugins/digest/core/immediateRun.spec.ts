import { describe, expect, it } from 'vitest'
import { immediateRun } from './immediateRun.ts'
import type { LoggedEvent } from './items.ts'

const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 3, 0, second)).toISOString()
const event = (seq: number, more: Partial<LoggedEvent> = {}) => ({
  seq,
  key: `p${seq}`,
  kind: 'published' as const,
  collection: 'notices',
  document: `d${seq}`,
  url: '/',
  edition: 1,
  contentHash: '',
  major: true,
  changeNote: null,
  at: at(seq),
  ...more,
})
const now = new Date(at(30))

describe('an immediate run', () => {
  it('joins everything since the last one and is named after the first of it', () => {
    expect(immediateRun({ fromSeq: 3, events: [event(4), event(5), event(6)], now })).toEqual({
      key: 'immediate:p4',
      startsAt: at(4),
      endsAt: at(6),
      fromSeq: 3,
      toSeq: 6,
      tells: true,
    })
    expect(immediateRun({ fromSeq: 6, events: [], now })).toBeNull()
  })

  it('tells nobody of an import in silence, but of a correction', () => {
    expect(immediateRun({ fromSeq: 0, events: [event(1, { major: false })], now })?.tells).toBe(false)
    const corrected = event(1, { major: false, kind: 'corrected', edition: 2 })
    expect(immediateRun({ fromSeq: 0, events: [corrected], now })?.tells).toBe(true)
  })

  it('leaves to the next one what was published a moment ago, and what stands behind it in the log', () => {
    const events = [event(4), event(5, { at: at(29) }), event(6)]
    expect(immediateRun({ fromSeq: 3, events, now })?.toSeq).toBe(4)
    expect(immediateRun({ fromSeq: 4, events: events.slice(1), now })).toBeNull()
    expect(immediateRun({ fromSeq: 4, events: events.slice(1), now: new Date(at(31)) })?.toSeq).toBe(6)
  })
})
