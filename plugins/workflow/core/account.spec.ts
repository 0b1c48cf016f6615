import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Account, type AccountChange, restAfterChange, restOf } from './account.ts'

const NOW = '2026-12-01T08:00:00.000Z'
const NEXT_DAY = '2026-12-02T08:00:00.000Z'
const head: Account = { role: 'head', unit: '', active: true, address: 'dung@example.org', login: 'h1' }
const rest = (more: Partial<Parameters<typeof restAfterChange>[0]>) =>
  restAfterChange({
    before: { account: head, restsUntil: '', confirmed: false },
    after: head,
    decides: true,
    own: false,
    founding: false,
    now: NOW,
    hours: 24,
    ...more,
  })

describe('power rests', () => {
  it.each([
    ['a new account that decides', { before: undefined }],
    ['a deciding role', { before: { account: { ...head, role: 'contributor' }, restsUntil: '', confirmed: false } }],
    [
      'an account that is opened again',
      { before: { account: { ...head, active: false }, restsUntil: '', confirmed: false } },
    ],
    ['another address', { after: { ...head, address: 'khac@example.org' } }],
    ['another password', { after: { ...head, login: 'h2' } }],
    [
      'another password of who does not decide, who may be a delegate',
      { after: { ...head, login: 'h2' }, decides: false },
    ],
  ])('for a day after somebody else made %s', (_, more) => {
    expect(rest(more)).toBe(NEXT_DAY)
    expect(rest({ ...more, own: true })).toBe('')
    expect(rest({ ...more, founding: true })).toBe('')
    expect(rest({ ...more, hours: 0 })).toBe('')
  })

  it('not after a new account that decides nothing, or a role that is taken away', () => {
    expect(rest({ before: undefined, decides: false })).toBe('')
    expect(rest({ after: { ...head, role: 'contributor' }, decides: false })).toBe('')
  })

  it('on, whatever the person changes themselves meanwhile', () => {
    const before = { account: { ...head, address: 'cu@example.org' }, restsUntil: NEXT_DAY, confirmed: false }
    expect(rest({ before, own: true, after: { ...head, login: 'mine' } })).toBe(NEXT_DAY)
    expect(rest({ before: { ...before, confirmed: true }, own: true, after: { ...head, login: 'mine' } })).toBe('')
  })
})

describe('an account', () => {
  const last = (more: Partial<AccountChange & { confirmed: boolean }> = {}) => ({
    account: head,
    restsUntil: NEXT_DAY,
    confirmed: false,
    ...more,
  })

  it('rests until its instant, or until a head confirmed the change', () => {
    expect(restOf({ account: head, last: last(), now: NOW })).toEqual({ until: NEXT_DAY })
    expect(restOf({ account: head, last: last(), now: NEXT_DAY })).toBeUndefined()
    expect(restOf({ account: head, last: last({ confirmed: true }), now: NOW })).toBeUndefined()
  })

  it('rests for as long as it is not as it was recorded', () => {
    const any = fc.record({
      role: fc.constantFrom('head', 'editor'),
      unit: fc.constantFrom('', 'u'),
      active: fc.boolean(),
      address: fc.constantFrom('dung@example.org', 'x@example.org'),
      login: fc.constantFrom('h1', 'h2'),
    })
    fc.assert(
      fc.property(any, any, fc.boolean(), (one, other, confirmed) => {
        const equal = JSON.stringify(one) === JSON.stringify(other)
        const rests = restOf({
          account: one,
          last: last({ account: other, confirmed, restsUntil: '' }),
          now: NOW,
        })
        expect(rests).toEqual(equal ? undefined : { until: undefined })
      }),
    )
    expect(restOf({ account: head, last: undefined, now: NOW })).toEqual({ until: undefined })
  })
})
