import { EventEmitter } from 'node:events'
import { beforeEach, expect, it } from 'vitest'
import { readersFirst } from './readersFirst.ts'

let at = 0
let rests: number[] = []
let server: EventEmitter
let rest: (workedMs: number) => Promise<void>
beforeEach(() => {
  at = 5_000
  rests = []
  server = new EventEmitter()
  rest = readersFirst({ server, now: () => at, pause: async (ms) => void rests.push(ms) })
})
const ask = (times: number) => {
  for (let index = 0; index < times; index += 1) server.emit('request')
}

it('rests not at all while there are few readers', async () => {
  await rest(10)
  ask(19)
  await rest(10)
  expect(rests).toEqual([])
})

it('rests in proportion to the work while there are many, five seconds at most', async () => {
  ask(20)
  await rest(3)
  at = 5_500
  await rest(10_000)
  expect(rests).toEqual([expect.closeTo(17), 5_000])
})

it('rests for the work of all that goes on side by side', async () => {
  ask(20)
  await Promise.all([rest(3), rest(3)])
  expect(rests).toEqual([expect.closeTo(17), expect.closeTo(34)])
})

it('rests in the second after, and no longer', async () => {
  ask(200)
  at = 6_900
  await rest(3)
  at = 7_000
  await rest(3)
  expect(rests).toHaveLength(1)
})
