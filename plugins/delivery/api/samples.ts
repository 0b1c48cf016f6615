import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface Sample {
  name: string
  query: string
  /** Full text of the file. */
  text: string
}

/** Sample queries for the website's pages, one per file. The first comment line of a file is its title. */
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
