import { describe, expect, it } from 'vitest'
import { isAtOnce, isUndeclinable, MAIL_CHOICES, NOTICE_KINDS, wants } from './noticeKinds.ts'

describe('what a person chose', () => {
  it('decides about everything but acts that took effect at once', () => {
    for (const kind of NOTICE_KINDS) {
      expect(wants('all', kind)).toBe(true)
      expect(wants('urgent', kind)).toBe(isAtOnce(kind))
      expect(wants('none', kind)).toBe(isUndeclinable(kind))
      expect(isUndeclinable(kind) && !isAtOnce(kind)).toBe(false)
    }
    expect(NOTICE_KINDS.filter(isUndeclinable)).toEqual([
      'power',
      'delegated',
      'delegationEnded',
      'urgent',
      'ratify',
      'escalated',
    ])
    expect(MAIL_CHOICES).toEqual(['all', 'urgent', 'none'])
  })
})
