import { expect, it } from 'vitest'
import { decode } from '../../src/importer/core/decode.ts'
import { readPeriod } from '../../src/importer/core/effect.ts'
import { readLine } from '../../src/importer/core/lines.ts'
import { sentencesOf } from '../../src/importer/core/sentences.ts'
import { readTaskGroups } from '../../src/importer/core/taskGroups.ts'
import { FLOODS } from '../text/support/floods.ts'

/** Far more than a line has that takes the time of a line; the square of it takes seconds. */
const SIGNS = 10_000
const MOST_MS = 200
const TRIES = 3

const least = (run: () => unknown): number => {
  let best = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < TRIES && best > MOST_MS; tries += 1) {
    const before = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(before)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

it.each<[string, (text: string) => unknown]>([
  ['decode', (text) => decode(new TextEncoder().encode(text))],
  ['readLine', readLine],
  ['sentencesOf', sentencesOf],
  ['readPeriod', (text) => readPeriod([text], text)],
  ['readTaskGroups', (text) => readTaskGroups([`Gồm 3 nhiệm vụ: (1) ${text} (2) b`, text])],
])('%s takes no more than moments for a line of heaps', (_, read) => {
  const slow = FLOODS.filter((flood) => least(() => read(flood.of(SIGNS))) > MOST_MS).map(({ name }) => name)
  expect(slow).toEqual([])
})
