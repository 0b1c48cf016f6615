import { expect, it } from 'vitest'
import { decode } from '../../src/importer/core/decode.ts'
import { readPeriod } from '../../src/importer/core/effect.ts'
import { readLine } from '../../src/importer/core/lines.ts'
import { readTaskGroups } from '../../src/importer/core/taskGroups.ts'
import { FLOODS } from '../text/support/floods.ts'
import { outgrows } from '../text/support/growth.ts'

/** Far more than a line has. Quadratic time for this length takes seconds. */
const SIGNS = 60_000

it.each<[string, (text: string) => unknown]>([
  ['decode', (text) => decode(new TextEncoder().encode(text))],
  ['readLine', readLine],
  ['readPeriod', (text) => readPeriod([text], text)],
  ['readTaskGroups, with marks', (text) => readTaskGroups([`Gồm 3 nhiệm vụ: (1) ${text} (2) b`, text])],
  [
    'readTaskGroups, line by line',
    (text) => readTaskGroups(['Gồm 3 nhiệm vụ:', `1. A${text}B`, text, '2. Hai', '3. Ba']),
  ],
])('%s takes no more time for a line of heaps than the line is long', (_, read) => {
  expect(FLOODS.filter((flood) => outgrows(read, flood.of, SIGNS) !== undefined).map(({ name }) => name)).toEqual([])
})
