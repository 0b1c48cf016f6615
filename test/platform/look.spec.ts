import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

/** The only file in which colours stand. */
const TOKENS = 'lib/look/tokens.ts'
/** A colour as style sheets write it; `&#…;` is a letter, `…/Name#Name` a component. */
const COLOUR =
  /(?<![&\w])#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})(?![\w-])|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(/gi

const files = ['lib', 'plugins', 'collections', 'src', 'examples', 'payload.config.ts'].flatMap((place) =>
  place.endsWith('.ts')
    ? [place]
    : readdirSync(place, { recursive: true, encoding: 'utf8' })
        .map((name) => path.posix.join(place, name))
        .filter((file) => /\.(?:css|scss|tsx?)$/.test(file) && !/\.spec\.tsx?$/.test(file)),
)

const coloursIn = (text: string): string[] => text.match(COLOUR) ?? []

it('colours stand in one file, from which every page and mail takes them', () => {
  expect(files.length).toBeGreaterThan(500)
  expect(coloursIn(readFileSync(TOKENS, 'utf8')).length).toBeGreaterThan(30)
  const elsewhere = files
    .filter((file) => file !== TOKENS)
    .flatMap((file) => coloursIn(readFileSync(file, 'utf8')).map((colour) => `${file}: ${colour}`))
  expect(elsewhere).toEqual([])
})

/** Payload's own scales, which hold no contrast on our grounds. */
const OF_PAYLOAD = /var\(--(?:theme|color)-[\w-]+\)/g

it('no sheet takes a colour from the scales of Payload', () => {
  const taken = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(OF_PAYLOAD)].map(([it]) => `${file}: ${it}`),
  )
  expect(taken).toEqual([])
  expect('a{color:var(--theme-text)}').toMatch(OF_PAYLOAD)
})

/** Classes of Payload's own sheets, and marks that only tests look for. */
const FOREIGN = /^(?:gutter|dashboard|doc-controls|field-|nav__|brand|trail__chosen)/
/** The classes that a component gives by their whole names. */
const classesIn = (text: string): string[] =>
  [...text.matchAll(/className="([^"]*)"/g)].flatMap(([, names]) => names!.split(/\s+/)).filter(Boolean)

it('every class that a screen gives is one that a sheet knows', () => {
  const sheets = files.filter((file) => /\.s?css$/.test(file)).map((file) => readFileSync(file, 'utf8'))
  const known = new Set(sheets.flatMap((text) => [...text.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name!)))
  const given = files
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) => classesIn(readFileSync(file, 'utf8')).map((name) => [file, name] as const))
  expect(given.length).toBeGreaterThan(100)
  expect(given.filter(([, name]) => !known.has(name) && !FOREIGN.test(name))).toEqual([])
})

it.each([
  ['a{color:#0b4f8a}', 1],
  ['a{color:#FFF;background:rgb(1 2 3)}', 2],
  ["'/plugins/x/admin/Face#Face'", 0],
  ['&#8203; edition #k of letters:a#12', 0],
])('a colour is seen in %s', (text, count) => {
  expect(coloursIn(text)).toHaveLength(count)
})
