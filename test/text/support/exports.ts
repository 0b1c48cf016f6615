import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** An exported function of a pure module. */
export interface Exported {
  /** For example `lib/text/fold.ts#fold`. */
  name: string
  call: (...args: unknown[]) => unknown
  /** Whether its first parameter is a text and its only required parameter. */
  takesText: boolean
}

/** Matches the declaration of a function with a text as its first and only required parameter. */
const ONE_TEXT = /^export const (\w+) = (?:<[^>]*>)?\(\s*\w+: string(?: \| undefined)?(?:\)|,\s*\w+(?:: [^,)=]+)? = )/gm

const modulesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => path.posix.join(folder, file))
    .sort()

/** All functions exported by the modules of some folders. The modules are read, so that none can be forgotten. */
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
