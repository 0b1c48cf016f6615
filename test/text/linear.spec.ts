import { describe, expect, it } from 'vitest'
import { exportedFunctions } from './support/exports.ts'
import { FLOODS } from './support/floods.ts'
import { outgrows } from './support/growth.ts'
import { HOW, TAKES_NO_TEXT } from './support/howToCall.ts'

/** Lengths in ascending order, so that superlinear growth is found before it takes hours. */
const STEPS = [32, 2_000, 20_000]
/** Maximum number of slow texts reported per function. */
const ENOUGH = 5

const FOLDERS = [
  'lib/text',
  'lib/faults',
  'collections/checks',
  'src/repairs/forms/core',
  'plugins/digest/core',
  'plugins/publications/core',
  'plugins/webhooks/core',
  'plugins/workflow/core',
  'plugins/delivery/search',
  'plugins/delivery/richText',
]

const functions = await exportedFunctions(FOLDERS)

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
          const took = outgrows((text) => how(call, text), flood.of, length)
          if (took === undefined) continue
          slow.push(`${flood.name}: ${took} ms for ${length}`)
          break
        }
      }
      expect(slow).toEqual([])
    })
  }
})
