import { describe, expect, it } from 'vitest'
import { type Alarm, deskAlarms, mailedAbout, type WatchedRun } from './deskAlarms.ts'

const now = new Date('2026-11-24T03:00:00.000Z')
const quiet = {
  mailPaused: false,
  pauses: [],
  runs: [],
  missing: [],
  awaitedSince: '',
  relay: { failingSince: 0, reason: '' },
  steps: [],
  unreadReports: 0,
  now,
}
const run = (more: Partial<WatchedRun> = {}, tally: Partial<WatchedRun['tally']> = {}): WatchedRun => ({
  key: 'daily:2026-11-23',
  name: 'Bản tin ngày 23/11/2026',
  dueAt: '2026-11-24T00:30:00.000Z',
  complete: true,
  held: false,
  refusedUs: '',
  tally: { rows: 1000, sent: 1000, refused: 0, unknown: 0, skipped: 0, waiting: 0, ...tally },
  ...more,
})
const codes = (more: Partial<Parameters<typeof deskAlarms>[0]>) =>
  deskAlarms({ ...quiet, ...more }).map(({ code }) => code)

describe('alarms at the desk', () => {
  it('are silent while everything goes well', () => {
    expect(codes({ runs: [run()] })).toEqual([])
  })

  it('tell of a run that is not complete after two hours, unless it is held back', () => {
    expect(codes({ runs: [run({ complete: false })] })).toEqual(['RUN_INCOMPLETE'])
    expect(codes({ runs: [run({ complete: false, held: true })] })).toEqual([])
    expect(codes({ runs: [run({ complete: false, dueAt: '2026-11-24T01:30:00.000Z' })] })).toEqual([])
  })

  it('tell of more than half a percent of unknown mails, and of many refused ones', () => {
    expect(codes({ runs: [run({}, { unknown: 5 })] })).toEqual([])
    expect(codes({ runs: [run({}, { unknown: 6 })] })).toEqual(['RUN_UNKNOWN'])
    expect(codes({ runs: [run({}, { refused: 51 })] })).toEqual(['RUN_REFUSED'])
    expect(codes({ runs: [run({}, { rows: 10, refused: 5 })] })).toEqual([])
  })

  it('tell of a relay that fails for more than a quarter of an hour, and of a step that fails again and again', () => {
    const since = (minutes: number) => ({ failingSince: now.getTime() - minutes * 60_000, reason: 'ECONNREFUSED' })
    expect(codes({ relay: since(14) })).toEqual([])
    expect(codes({ relay: since(16) })).toEqual(['RELAY_DOWN'])
    const step = (failures: number) => ({ steps: [{ name: 'forget', failures, error: 'disk full' }] })
    expect(codes(step(2))).toEqual([])
    expect(codes(step(3))).toEqual(['STEP_FAILING'])
  })

  it('tell at once of a relay that refuses us, however few the mails', () => {
    expect(codes({ runs: [run({ refusedUs: '554 5.7.1 blocked' }, { rows: 3, refused: 1 })] })).toEqual([
      'RUN_REFUSED_US',
    ])
  })

  it('are told by mail once a day and thing, but not what an officer did on purpose', () => {
    const about = (alarm: Alarm) => mailedAbout(alarm)
    expect(about({ code: 'PAUSED', scope: 'all', since: '', reason: '' })).toBeUndefined()
    expect(about({ code: 'MAIL_PAUSED' })).toBeUndefined()
    expect(about({ code: 'RUN_UNKNOWN', run: 'daily:2026-11-23', name: '', unknown: 6 })).toBe('daily:2026-11-23')
    expect(about({ code: 'STEP_FAILING', step: 'forget', error: '' })).toBe('forget')
    expect(about({ code: 'RELAY_DOWN', since: '', reason: '' })).toBe('')
  })

  it('tell of a run that nobody made, an hour after its time', () => {
    const planned = { cadence: 'daily' as const, run: 'daily:2026-11-23' }
    expect(codes({ missing: [{ ...planned, dueAt: '2026-11-24T01:59:00.000Z' }] })).toEqual(['RUN_MISSING'])
    expect(codes({ missing: [{ ...planned, dueAt: '2026-11-24T02:01:00.000Z' }] })).toEqual([])
  })

  it('tell of confirmations that do not leave, and first of a server that sends nothing at all', () => {
    const awaitedSince = '2026-11-24T02:00:00.000Z'
    expect(codes({ awaitedSince })).toEqual(['AWAITED_STUCK'])
    const paused = codes({ awaitedSince, mailPaused: true, runs: [run({ complete: false })], unreadReports: 2 })
    expect(paused).toEqual(['MAIL_PAUSED', 'REPORTS_UNREAD'])
  })
})
