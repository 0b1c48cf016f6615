import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PAUSABLE } from './pauses.ts'
import { runName } from './runName.ts'

const named = (key: string, startsAt = '2026-11-30T07:05:00.000Z') =>
  (['vi', 'en'] as const).map((language) =>
    runName({ key, cadence: key.split(':')[0] as 'daily', startsAt }, language, '2026'),
  )

describe('the name of a run', () => {
  it('is its day, its week or its minute, in words', () => {
    expect(named('daily:2026-11-30')).toEqual(['Bản tin ngày 30/11/2026', 'Daily digest of 30 November 2026'])
    expect(named('weekly:2026-W48')).toEqual(['Bản tin tuần 48', 'Weekly digest, week 48'])
    expect(named('weekly:2026-W05')[0]).toBe('Bản tin tuần 5')
    expect(named('evening:2026-11-30')[0]).toBe('Bản tin tối 30/11/2026')
    expect(named('immediate:thong-bao:a')[0]).toBe('Tin gửi ngay 30/11/2026 14:05')
  })

  it('says the year of a week of another one', () => {
    expect(named('weekly:2025-W01')[0]).toBe('Bản tin tuần 1/2025')
  })

  it('is never empty, whatever the key', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PAUSABLE), fc.string(), fc.string(), (cadence, rest, startsAt) => {
        expect(runName({ key: `${cadence}:${rest}`, cadence, startsAt }, 'vi', '2026')).not.toBe('')
      }),
    )
  })
})
