import { expect, it } from 'vitest'
import { turns } from './turns.ts'

const gate = () => {
  let open!: () => void
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

it('gives turns to as many as it may at once, first come, first served, and goes on after a failure', async () => {
  const { turn } = turns({ places: 9, share: 9, atOnce: 2 })
  const gates = [gate(), gate(), gate(), gate()]
  const begun: number[] = []
  const ends = gates.map(({ opened }, index) =>
    turn('a', async () => {
      begun.push(index)
      await opened
      if (index === 0) throw new Error('broken')
      return index
    }),
  )
  expect(begun).toEqual([0, 1])
  gates[0]!.open()
  await expect(ends[0]).rejects.toThrow('broken')
  await Promise.resolve()
  expect(begun).toEqual([0, 1, 2])
  for (const { open } of gates) open()
  expect(await Promise.all(ends.slice(1))).toEqual([1, 2, 3])
  expect(begun).toEqual([0, 1, 2, 3])
})

it('has a place for so many and no more, and again when one is given back', async () => {
  const { place } = turns({ places: 2, share: 2, atOnce: 1 })
  const first = gate()
  const second = gate()
  const held = [
    place('a', () => first.opened.then(() => 'first')),
    place('b', () => second.opened.then(() => 'second')),
  ]
  expect(await place('c', async () => 'third')).toEqual({ refused: 'full' })
  first.open()
  expect(await held[0]).toEqual({ done: 'first' })
  expect(await place('c', async () => 'third')).toEqual({ done: 'third' })
  second.open()
  expect(await held[1]).toEqual({ done: 'second' })
})

it('gives one person a share of the places, which a failure gives back, and the others theirs', async () => {
  const { place } = turns({ places: 3, share: 2, atOnce: 1 })
  const held = gate()
  const own = [1, 2].map(() => place('a', () => held.opened.then(() => Promise.reject(new Error('broken')))))
  expect(await place('a', async () => 'third')).toEqual({ refused: 'share' })
  expect(await place('b', async () => 'another')).toEqual({ done: 'another' })
  held.open()
  for (const one of own) await expect(one).rejects.toThrow('broken')
  expect(await place('a', async () => 'again')).toEqual({ done: 'again' })
})

it('goes round among people, however much work one of them has waiting', async () => {
  const { turn } = turns({ places: 9, share: 9, atOnce: 1 })
  const begun: string[] = []
  await Promise.all(
    ['a1', 'a2', 'a3', 'b1', 'b2', 'b3', 'c1'].map((name) =>
      turn(name[0]!, async () => {
        begun.push(name)
        await new Promise(setImmediate)
      }),
    ),
  )
  expect(begun).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'b3'])
})
