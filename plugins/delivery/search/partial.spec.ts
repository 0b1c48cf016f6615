import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type DocSet, emptySet, put } from './docSet.ts'
import { best } from './partial.ts'

const setOf = (ids: readonly number[]): DocSet => {
  const set = emptySet(500)
  for (const id of ids) put(set, id)
  return set
}
const ids = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 120 })

it('finds what is worth most, and of equals the newest', () => {
  const scope = setOf([1, 2, 3, 4, 5, 6])
  const worths = [
    { set: setOf([1, 2, 3, 4, 9]), weight: 2 },
    { set: setOf([1, 6]), weight: 1 },
  ]
  expect(best(scope, worths, 3)).toEqual([
    { id: 4, fit: 2 / 3 },
    { id: 3, fit: 2 / 3 },
    { id: 1, fit: 1 },
  ])
  expect(best(scope, worths, 10).map(({ id }) => id)).toEqual([6, 4, 3, 2, 1])
})

it('leaves out nothing that is worth more than what it takes', () => {
  fc.assert(
    fc.property(ids, fc.array(fc.record({ ids, weight: fc.integer({ min: 1, max: 9 }) })), (among, worths) => {
      const scoreOf = (id: number) => worths.reduce((sum, one) => sum + (one.ids.includes(id) ? one.weight : 0), 0)
      const found = best(
        setOf(among),
        worths.map((one) => ({ set: setOf(one.ids), weight: one.weight })),
        20,
      )
      const matching = among.filter((id) => scoreOf(id) > 0)
      expect(found).toHaveLength(Math.min(20, matching.length))
      const taken = new Set(found.map(({ id }) => id))
      const least = Math.min(...found.map(({ id }) => scoreOf(id)))
      for (const id of matching) if (!taken.has(id)) expect(scoreOf(id)).toBeLessThanOrEqual(least)
    }),
  )
})
