import { describe, expect, it } from 'vitest'
import { hasRoomToday, MOST_MAILS_A_DAY } from './dailyLimit.ts'
import type { RunCadence } from './periods.ts'

const MORNING = new Date('2026-11-23T10:59:59.999Z')
const EVENING = new Date('2026-11-23T11:00:00.000Z')
const room = (cadence: RunCadence, now: Date) =>
  [0, 1, 2, 3, 4].filter((sent) => hasRoomToday({ cadence, sent, now })).length

describe('the limit of a day', () => {
  it('keeps one place free for the evening digest until 18:00 in Viet Nam', () => {
    for (const cadence of ['immediate', 'daily', 'weekly'] as const) {
      expect(room(cadence, MORNING)).toBe(MOST_MAILS_A_DAY - 1)
      expect(room(cadence, EVENING)).toBe(MOST_MAILS_A_DAY)
    }
  })

  it('leaves that place to the evening digest, and never more than three in all', () => {
    expect(room('evening', EVENING)).toBe(MOST_MAILS_A_DAY)
  })
})
