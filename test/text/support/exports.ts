import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** A function that a module of pure code exports. */
export interface Exported {
  /** `lib/text/fold.ts#fold`. */
  name: string
  call: (...args: unknown[]) => unknown
  /** Whether its first parameter is a text and the only one it cannot do without. */
  takesText: boolean
}

/** The beginning of a declaration up to its first parameter's type, and what follows it. */
const ONE_TEXT = /^export const (\w+) = (?:<[^>]*>)?\(\s*\w+: string(?: \| undefined)?(?:\)|,\s*\w+(?:: [^,)=]+)? = )/gm

const modulesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => path.posix.join(folder, file))
    .sort()

/** Every function that the modules of folders export, read from the modules themselves, so that none can be forgotten. */
export const exportedFunctions = async (folders: string[]): Promise<Exported[]> => {
  const found: Exported[] = []
  for (const file of folders.flatMap(modulesIn)) {
    const source = readFileSync(file, 'utf8')
    const ofText = new Set([...source.matchAll(ONE_TEXT)].map(([, name]) => name))
    const exported: Record<string, unknown> = await import(pathToFileURL(path.resolve(file)).href)
    for (const [name, call] of Object.entries(exported))
      if (typeof call === 'function')
        found.push({ name: `${file}#${name}`, call: call as Exported['call'], takesText: ofText.has(name) })
  }
  return found
}
