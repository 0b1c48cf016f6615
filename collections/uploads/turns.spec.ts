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
  const { turn } = turns({ places: 9, atOnce: 2 })
  const gates = [gate(), gate(), gate(), gate()]
  const begun: number[] = []
  const ends = gates.map(({ opened }, index) =>
    turn(async () => {
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
  const { place } = turns({ places: 2, atOnce: 1 })
  const first = gate()
  const second = gate()
  const held = [place(() => first.opened.then(() => 'first')), place(() => second.opened.then(() => 'second'))]
  expect(await place(async () => 'third')).toBeUndefined()
  first.open()
  expect(await held[0]).toBe('first')
  expect(await place(async () => 'third')).toBe('third')
  second.open()
  expect(await held[1]).toBe('second')
})
