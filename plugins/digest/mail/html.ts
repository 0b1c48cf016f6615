/** HTML that is safe to put into HTML. */
export interface Html {
  html: string
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Escapes a text for element content and quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!)

type Part = Html | string | number | undefined | false | Part[]

const render = (part: Part): string => {
  if (part === undefined || part === false) return ''
  if (Array.isArray(part)) return part.map(render).join('')
  return typeof part === 'object' ? part.html : escapeHtml(String(part))
}

/** Template tag: everything put in is escaped unless it is `Html` itself. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html => ({
  html: strings.reduce(
    (sofar, string, index) => sofar + string + (index < parts.length ? render(parts[index]) : ''),
    '',
  ),
})
