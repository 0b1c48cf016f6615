import { escapeHtml } from '../../../lib/text/escapeHtml.ts'

/** HTML that is safe to embed in HTML. */
export interface Html {
  html: string
}

type Part = Html | string | number | undefined | false | Part[]

const render = (part: Part): string => {
  if (part === undefined || part === false) return ''
  if (Array.isArray(part)) return part.map(render).join('')
  return typeof part === 'object' ? part.html : escapeHtml(String(part))
}

/** Template tag: escapes every value unless it is `Html` itself. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html => ({
  html: strings.reduce(
    (sofar, string, index) => sofar + string + (index < parts.length ? render(parts[index]) : ''),
    '',
  ),
})
