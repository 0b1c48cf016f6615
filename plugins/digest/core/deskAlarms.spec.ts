import { describe, expect, it } from 'vitest'
import { deskAlarms, type WatchedRun } from './deskAlarms.ts'

const now = new Date('2026-11-24T03:00:00.000Z')
const quiet = { mailPaused: false, pauses: [], runs: [], missing: [], awaitedSince: '', unreadReports: 0, now }
const run = (more: Partial<WatchedRun> = {}, tally: Partial<WatchedRun['tally']> = {}): WatchedRun => ({
  key: 'daily:2026-11-23',
  name: 'Bản tin ngày 23/11/2026',
  dueAt: '2026-11-24T00:30:00.000Z',
  complete: true,
  held: false,
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
