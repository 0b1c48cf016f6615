import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * The rooms in order of dependency: a file may import from its own room and from those above it in this list, never
 * from one below. The first matching pattern determines the room of a path.
 */
const ROOMS: { name: string; holds: RegExp }[] = [
  { name: 'lib', holds: /^lib\// },
  { name: 'plugins/publications', holds: /^plugins\/publications\// },
  { name: 'plugins', holds: /^plugins\// },
  { name: 'src/portal', holds: /^src\/portal\// },
  { name: 'collections', holds: /^collections\// },
  { name: 'src/repairs', holds: /^src\/repairs\// },
  { name: 'src/config', holds: /^src\/(config|migrations)\// },
  { name: 'payload.config.ts', holds: /^payload\.config\.ts$/ },
  { name: 'src', holds: /^src\// },
  { name: 'examples/website', holds: /^examples\/website\// },
]
/** Rooms that stand outside the house: they may import from themselves and from `lib/` alone. */
const OUTSIDE = ['examples/website']

/** Modules of a plugin that others may import; `client.ts` is for components that run in a browser. */
const PLUGIN_FACE = /^plugins\/\w+\/(index|client)\.tsx?$/
const IMPORT = /(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+|@payload-config)'/g

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const file = path.posix.join(folder, name)
    return statSync(file).isDirectory() ? filesIn(file) : [file]
  })

const files = new Set(
  [...['lib', 'plugins', 'collections', 'src', 'examples'].flatMap(filesIn), 'payload.config.ts'].filter(
    (file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file),
  ),
)

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)]
    .map(([, named]) =>
      named === '@payload-config' ? 'payload.config.ts' : path.posix.join(path.posix.dirname(file), named!),
    )
    .filter((imported) => files.has(imported))

const imports = new Map([...files].map((file) => [file, importsOf(file)]))
const arrows = [...imports].flatMap(([from, all]) => all.map((to) => ({ from, to, shown: `${from} → ${to}` })))

const roomOf = (file: string): number => ROOMS.findIndex(({ holds }) => holds.test(file))
const pluginOf = (file: string): string | undefined => /^plugins\/(\w+)\//.exec(file)?.[1]

/** Cycles of files or folders, each as the names along it; empty when there is none. */
const circles = (graph: Map<string, Iterable<string>>): string[][] => {
  const found: string[][] = []
  const done = new Set<string>()
  const visit = (at: string, way: string[]) => {
    if (way.includes(at)) found.push([...way.slice(way.indexOf(at)), at])
    if (done.has(at) || way.includes(at)) return
    for (const next of graph.get(at) ?? []) visit(next, [...way, at])
    done.add(at)
  }
  for (const start of graph.keys()) visit(start, [])
  return found
}

describe('imports', () => {
  it('are read from every file of every room', () => {
    expect(ROOMS.map(({ name }, room) => [name, [...files].some((file) => roomOf(file) === room)])).toEqual(
      ROOMS.map(({ name }) => [name, true]),
    )
    expect(arrows.length).toBeGreaterThan(files.size)
  })

  it('go down the house only', () => {
    expect(arrows.filter(({ from, to }) => roomOf(to) > roomOf(from)).map(({ shown }) => shown)).toEqual([])
  })

  it('go from what stands outside to the ground alone', () => {
    const outside = arrows.filter(({ from }) => OUTSIDE.includes(ROOMS[roomOf(from)]!.name))
    expect(outside.some(({ to }) => to.startsWith('lib/'))).toBe(true)
    expect(outside.filter(({ from, to }) => roomOf(to) !== roomOf(from) && !to.startsWith('lib/'))).toEqual([])
  })

  it('take a plugin by its face only, and of other plugins publications alone', () => {
    const across = arrows.filter(({ from, to }) => pluginOf(to) && pluginOf(from) !== pluginOf(to))
    expect(across.filter(({ to }) => !PLUGIN_FACE.test(to)).map(({ shown }) => shown)).toEqual([])
    const sideways = across.filter(({ from, to }) => pluginOf(from) && pluginOf(to) !== 'publications')
    expect(sideways.map(({ shown }) => shown)).toEqual([])
  })

  it('go round in no circle, types included', () => {
    expect(circles(imports)).toEqual([])
  })

  it('never go both ways between two folders that stand beside each other', () => {
    const between = new Map<string, string>()
    for (const { from, to, shown } of arrows) {
      const [here, there] = [path.posix.dirname(from), path.posix.dirname(to)]
      if (here !== there && !here.startsWith(`${there}/`) && !there.startsWith(`${here}/`))
        between.set(`${here} ${there}`, shown)
    }
    const bothWays = [...between].filter(([pair]) => between.has(pair.split(' ').reverse().join(' ')))
    expect(bothWays.map(([, shown]) => shown)).toEqual([])
  })
})

describe('a circle', () => {
  it.each([
    ['of one', { a: ['a'] }, [['a', 'a']]],
    ['of two behind another', { a: ['b'], b: ['c'], c: ['b'] }, [['b', 'c', 'b']]],
    ['that is none: two ways to one end', { a: ['b', 'c'], b: ['d'], c: ['d'] }, []],
  ])('%s is seen', (_, graph, expected) => {
    expect(circles(new Map(Object.entries(graph)))).toEqual(expected)
  })
})
