import { describe, expect, it } from 'vitest'
import { exportedFunctions } from './support/exports.ts'
import { FLOODS } from './support/floods.ts'
import { HOW, TAKES_NO_TEXT } from './support/howToCall.ts'

/** CPU time below which nobody waits, however it grew. */
const MOST_MS = 400
/** A tenth of a text takes a tenth of the time if time is linear, a hundredth if it is quadratic. */
const TENTH = 10
const MOST_GROWTH = 30
/** Steps up, so that what grows too fast is found before it takes hours. */
const STEPS = [32, 2_000, 20_000]
const TRIES = 3
/** Slow texts that are told of one function. */
const ENOUGH = 5

const FOLDERS = [
  'src/text',
  'collections/checks',
  'plugins/digest/core',
  'plugins/publications/core',
  'plugins/workflow/core',
  'plugins/delivery/search',
  'plugins/delivery/richText',
]

const functions = await exportedFunctions(FOLDERS)

const millisecondsOf = (run: () => unknown): number => {
  const before = process.cpuUsage()
  try {
    run()
  } catch (error) {
    if (!(error instanceof RangeError) || /call stack/i.test(error.message)) throw error
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const least = (run: () => unknown): number => {
  let best = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < TRIES && best > MOST_MS; tries += 1) best = Math.min(best, millisecondsOf(run))
  return best
}

describe('time for a text of any kind', () => {
  it('is looked at for every exported function', () => {
    const known = new Set([...Object.keys(HOW), ...TAKES_NO_TEXT])
    expect(functions.filter(({ name, takesText }) => !takesText && !known.has(name)).map(({ name }) => name)).toEqual(
      [],
    )
    const names = new Set(functions.map(({ name }) => name))
    expect([...known].filter((name) => !names.has(name))).toEqual([])
  })

  for (const { name, call, takesText } of functions) {
    const how = HOW[name] ?? (takesText ? (fn, text) => fn(text) : undefined)
    if (!how) continue
    it(`grows no faster than the text: ${name}`, () => {
      const slow: string[] = []
      for (const flood of FLOODS) {
        if (slow.length === ENOUGH) break
        for (const length of [...STEPS, flood.most]) {
          const text = flood.of(length)
          const took = least(() => how(call, text))
          if (took <= MOST_MS) continue
          const shorter = flood.of(Math.ceil(length / TENTH))
          if (took <= MOST_GROWTH * least(() => how(call, shorter))) continue
          slow.push(`${flood.name}: ${Math.round(took)} ms for ${length}`)
          break
        }
      }
      expect(slow).toEqual([])
    })
  }
})
