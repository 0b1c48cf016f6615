import { describe, expect, it } from 'vitest'
import { hasRoomToday } from './dailyLimit.ts'
import type { RunCadence } from './periods.ts'
import { DEFAULT_SCHEDULE, type Schedule } from './schedule.ts'

const MORNING = new Date('2026-11-23T10:59:59.999Z')
const EVENING = new Date('2026-11-23T11:00:00.000Z')
const room = (cadence: RunCadence, now: Date, schedule: Schedule = DEFAULT_SCHEDULE) =>
  [0, 1, 2, 3, 4, 5, 6].filter((sent) => hasRoomToday({ cadence, sent, now, schedule })).length

describe('the limit of a day', () => {
  it('keeps one place free for the evening digest until 18:00 in Viet Nam', () => {
    for (const cadence of ['immediate', 'daily', 'weekly'] as const) {
      expect(room(cadence, MORNING)).toBe(2)
      expect(room(cadence, EVENING)).toBe(3)
    }
  })

  it('leaves that place to the evening digest, and never more than three in all', () => {
    expect(room('evening', EVENING)).toBe(3)
  })

  it('is that of the schedule, and so is its evening', () => {
    const schedule = { ...DEFAULT_SCHEDULE, evening: '17:00', mostADay: 5 }
    expect(room('daily', new Date('2026-11-23T09:59:59Z'), schedule)).toBe(4)
    expect(room('daily', new Date('2026-11-23T10:00:00Z'), schedule)).toBe(5)
  })
})
