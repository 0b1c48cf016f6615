import { describe, expect, it } from 'vitest'
import { ADMIN_PAGE, LIGHT_PAGE, PAGE_OF_BOTH } from './css.ts'
import { DARK, LIGHT, type Palette } from './tokens.ts'

type Name = keyof Palette

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
const luminance = (hex: string): number => {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: string, other: string): number => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const SOFT: Name[] = ['accentSoft', 'neutralSoft', 'waitsSoft', 'goodSoft', 'badSoft']

/** Text and the grounds it stands on. */
const TEXT: [Name, Name[]][] = [
  ['ink', ['paper', ...SOFT]],
  ['quiet', ['paper', ...SOFT]],
  ['neutral', ['paper', 'neutralSoft']],
  ['accent', ['paper', 'neutralSoft']],
  ['onAccent', ['accent', 'bad']],
  ['waits', ['paper', 'waitsSoft']],
  ['good', ['paper', 'goodSoft']],
  ['bad', ['paper', 'badSoft', 'neutralSoft']],
]

/** Borders, bars and other marks that mean something. */
const MARKS: [Name, Name[]][] = [
  ['edge', ['paper', 'neutralSoft']],
  ['focus', ['paper', ...SOFT]],
  ['accent', ['accentSoft']],
  ...(['neutral', 'waits', 'good', 'bad'] as const).map((name): [Name, Name[]] => [name, ['paper', 'neutralSoft']]),
]

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('in the %s theme', (_, palette) => {
  const below = (pairs: [Name, Name[]][], least: number) =>
    pairs.flatMap(([one, grounds]) =>
      grounds
        .map((ground) => `${one} on ${ground}: ${contrast(palette[one], palette[ground]).toFixed(2)}`)
        .filter((said) => Number(said.split(': ')[1]) < least),
    )

  it('text can be read: 4.5 to 1 at least', () => {
    expect(below(TEXT, 4.5)).toEqual([])
  })

  it('marks can be seen: 3 to 1 at least', () => {
    expect(below(MARKS, 3)).toEqual([])
  })

  it('every colour is written alike', () => {
    expect(Object.values(palette).filter((value) => !/^#[0-9a-f]{6}$/.test(value))).toEqual([])
  })
})

describe('the measure of contrast', () => {
  it('is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })
})

describe('custom properties', () => {
  it.each([
    ['a light page', LIGHT_PAGE, 1],
    ['a page of both', PAGE_OF_BOTH, 2],
    ['the admin', ADMIN_PAGE, 2],
  ])('of %s name every colour, once in each theme', (_, css, themes) => {
    for (const name of Object.keys(LIGHT)) {
      const property = `--look-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:`
      expect([name, css.split(property).length - 1]).toEqual([name, themes])
    }
    expect(css).toContain('--look-font-text:')
  })
})
