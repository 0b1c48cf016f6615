import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  inForceOf,
  isHeldBack,
  isPauseScope,
  PAUSABLE,
  PAUSE_SCOPES,
  type Pause,
  type PauseScope,
  toPause,
  toResume,
} from './pauses.ts'

const pause = (scope: PauseScope): Pause => ({ scope, since: '', by: '', reason: '' })
const scope = fc.constantFrom(...PAUSE_SCOPES)
const pauses = fc.uniqueArray(scope).map((scopes) => scopes.map(pause))
const held = (list: readonly Pause[]) => PAUSABLE.filter((cadence) => isHeldBack(inForceOf(list), cadence))

describe('pauses of digests', () => {
  it('hold back one cadence, or all of them', () => {
    expect(held([pause('daily')])).toEqual(['daily'])
    expect(held([pause('all')])).toEqual([...PAUSABLE])
    expect(held([])).toEqual([])
  })

  it('pausing twice changes nothing, so that the first reason stays', () => {
    fc.assert(
      fc.property(pauses, scope, (list, asked) => {
        const after = [...list, ...toPause(list, asked).map(pause)]
        expect(toPause(after, asked)).toEqual([])
        expect(held(after)).toEqual(
          PAUSABLE.filter((one) => held(list).includes(one) || asked === 'all' || asked === one),
        )
      }),
    )
  })

  it('resuming everything leaves nothing held back; resuming one cadence leaves the other pauses', () => {
    fc.assert(
      fc.property(pauses, scope, (list, asked) => {
        const ended = toResume(list, asked)
        const left = list.filter((one) => !ended.includes(one.scope))
        expect(toResume(left, asked)).toEqual([])
        if (asked === 'all') expect(left).toEqual([])
        else expect(left).toEqual(list.filter((one) => one.scope !== asked))
      }),
    )
  })

  it('know their scopes', () => {
    expect(PAUSE_SCOPES.every(isPauseScope)).toBe(true)
    expect([undefined, null, '', 'hourly', ['daily'], 'toString'].some(isPauseScope)).toBe(false)
  })
})
