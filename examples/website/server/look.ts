import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { PAGE_OF_BOTH } from '../../../lib/look/css.ts'
import { LIGHT } from '../../../lib/look/tokens.ts'
import { MARK_PATH } from '../parts/Mark.tsx'

/** Where the style sheets lie; they are read at start, so that changing one needs no build. */
const FOLDER = path.resolve('examples/website/look')
const SHEETS = ['base.css', 'frame.css', 'lists.css', 'documents.css', 'print.css']

export interface LookFile {
  path: string
  type: string
  body: Buffer
  /** Whether the address changes with the content. */
  immutable: boolean
}

/** The files that give the website its look: one style sheet of tokens and styles, and the icon. */
export const lookFiles = (): { sheet: LookFile; icon: LookFile } => {
  const css = [PAGE_OF_BOTH, ...SHEETS.map((name) => readFileSync(path.join(FOLDER, name), 'utf8'))]
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '')
    .replace(/ \{/g, '{')
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 12)
  const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="6" fill="${LIGHT.paper}"/><path fill="${LIGHT.accent}" d="${MARK_PATH}"/></svg>`
  return {
    sheet: { path: `/look/site.${hash}.css`, type: 'text/css; charset=utf-8', body: Buffer.from(css), immutable: true },
    icon: { path: '/look/icon.svg', type: 'image/svg+xml', body: Buffer.from(icon), immutable: false },
  }
}
