import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  both,
  type DocSet,
  either,
  emptySet,
  has,
  newest,
  put,
  sizeOf,
  sizeOfBoth,
  without,
  withRoom,
} from './docSet.ts'

const setOf = (ids: readonly number[], highest = Math.max(0, ...ids)): DocSet => {
  const set = emptySet(highest)
  for (const id of ids) put(set, id)
  return set
}
const ids = fc.uniqueArray(fc.integer({ min: 1, max: 700 }), { maxLength: 200 })
const descending = (some: Iterable<number>) => [...some].sort((a, b) => b - a)

it('works like a set of numbers, whatever room the other has', () => {
  fc.assert(
    fc.property(ids, ids, (one, other) => {
      const [a, b] = [setOf(one), setOf(other)]
      const [inA, inB] = [new Set(one), new Set(other)]
      expect(newest(a)).toEqual(descending(one))
      expect(sizeOf(a)).toBe(one.length)
      expect(newest(both(a, b))).toEqual(descending(one.filter((id) => inB.has(id))))
      expect(sizeOfBoth(a, b)).toBe(one.filter((id) => inB.has(id)).length)
      expect(newest(either(a, b))).toEqual(descending(new Set([...one, ...other])))
      expect(newest(without(a, b))).toEqual(descending(one.filter((id) => !inB.has(id))))
      for (const id of other) expect(has(a, id)).toBe(inA.has(id))
    }),
  )
})

it('gives the newest first, as many as are wanted', () => {
  expect(newest(setOf([3, 31, 32, 64, 4]), 3)).toEqual([64, 32, 31])
})

it('takes higher ids after it got room', () => {
  const set = withRoom(setOf([5]), 1_000)
  put(set, 1_000)
  expect(newest(set)).toEqual([1_000, 5])
})

it('changes none of the sets that it compares', () => {
  const [a, b] = [setOf([1, 2, 40]), setOf([2, 3])]
  both(a, b)
  either(a, b)
  without(a, b)
  expect([newest(a), newest(b)]).toEqual([
    [40, 2, 1],
    [3, 2],
  ])
})
