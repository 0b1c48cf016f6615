import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface Sample {
  name: string
  query: string
  /** The whole file. */
  text: string
}

/** The queries of the website's pages, one a file; their first comment line names them. */
export const samples = (): Sample[] => {
  const folder = path.join(process.cwd(), 'docs/queries')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    .map((file) => {
      const text = readFileSync(path.join(folder, file), 'utf8')
      return { name: /^# *(.+)$/m.exec(text)?.[1] ?? file, query: text.replace(/^#.*\n/, '').trim(), text }
    })
}
