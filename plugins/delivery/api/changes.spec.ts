import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changes } from './changes.ts'

it('says that an answer holds until something that it reads was touched', () => {
  const changed = changes()
  const since = changed.now()
  changed.touch(['b'])
  expect([changed.hold(['a'], since), changed.hold(['a', 'b'], since)]).toEqual([true, false])
  expect(changed.hold(['a', 'b'], changed.now())).toBe(true)
  changed.touchAll()
  expect([changed.hold([], since), changed.hold([], changed.now())]).toEqual([false, true])
})

it('never says so of what was touched, with however little memory', () => {
  const tag = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const acts = fc.array(fc.oneof(fc.array(tag), fc.constant('all' as const)))
  fc.assert(
    fc.property(acts, fc.array(tag), fc.nat(4), fc.nat(20), (given, reads, most, begun) => {
      const changed = changes(most)
      let since = 0
      let touched = false
      given.forEach((act, index) => {
        if (index === begun) since = changed.now()
        if (act === 'all') changed.touchAll()
        else changed.touch(act)
        if (index >= begun) touched ||= act === 'all' || act.some((one) => reads.includes(one))
      })
      if (given.length > begun && touched) expect(changed.hold(reads, since)).toBe(false)
    }),
  )
})

it('lets go of nothing untouched while there is memory', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.constantFrom('a', 'b', 'c'))), (given) => {
      const changed = changes()
      for (const act of given) changed.touch(act)
      expect(changed.hold(['z'], 0)).toBe(true)
    }),
  )
})
