import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inTurn } from './inTurn.ts'

it('lets nobody of one key begin before the one before has ended, failures too, and does not hold up others', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.record({ key: fc.constantFrom('a', 'b'), fails: fc.boolean() }), { maxLength: 12 }),
      async (scheduler, asked) => {
        const turn = inTurn()
        const busy = new Set<string>()
        const order: Record<string, number[]> = { a: [], b: [] }
        const answers = asked.map(({ key, fails }, index) =>
          turn(key, async () => {
            expect(busy.has(key)).toBe(false)
            busy.add(key)
            order[key]?.push(index)
            await scheduler.schedule(Promise.resolve())
            busy.delete(key)
            if (fails) throw new Error('refused')
            return index
          }),
        )
        const ended = Promise.allSettled(answers)
        await scheduler.waitFor(ended)
        expect((await ended).map(({ status }) => status === 'rejected')).toEqual(asked.map(({ fails }) => fails))
        for (const key of ['a', 'b'])
          expect(order[key]).toEqual(asked.flatMap((one, index) => (one.key === key ? [index] : [])))
      },
    ),
  )
})
