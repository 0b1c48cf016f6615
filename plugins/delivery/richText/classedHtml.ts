/** A start tag of sanitised HTML: attributes with quoted values, and no `<` or `>` in them. */
const START_TAG = /<([a-z][a-z0-9]*)((?:\s+[a-z][a-z-]*="[^"<>]*")+)\s*(\/?)>/g
const ATTRIBUTE = /([a-z][a-z-]*)="([^"]*)"/g

/** Distance of one indent in the pinned HTML, in pixels. */
const INDENT_PX = 40
const DEEPEST_INDENT = 9

/** Class for a declaration that says something of the text; `undefined` for what a website's own style decides. */
const classOf = (declaration: string): string[] => {
  const [property = '', value = ''] = declaration.split(':').map((part) => part.trim().toLowerCase())
  switch (property) {
    case 'text-align':
      return /^(left|right|center|justify|start|end)$/.test(value) ? [`align-${value}`] : []
    case 'text-decoration':
      return [
        ...(value.includes('underline') ? ['underline'] : []),
        ...(value.includes('line-through') ? ['struck'] : []),
      ]
    case 'padding-inline-start': {
      const steps = Math.min(DEEPEST_INDENT, Math.round(Number.parseInt(value, 10) / INDENT_PX))
      return steps >= 1 ? [`indent-${steps}`] : []
    }
    default:
      return []
  }
}

/**
 * Rewrites sanitised HTML without inline styles, so that a website with a strict Content Security Policy shows it whole:
 * alignment, indent, underline and strike become classes (`align-center`, `indent-2`, `underline`, `struck`); borders,
 * paddings and colours of tables are left to the website's style. Empty attributes go. Text is never changed. Pure,
 * linear, and idempotent.
 *
 * @param html output of `sanitiseHtml`
 */
export const classedHtml = (html: string): string =>
  html.replace(START_TAG, (_, name: string, attributes: string, slash: string) => {
    const kept: string[] = []
    const classes: string[] = []
    for (const [, attribute, value = ''] of attributes.matchAll(ATTRIBUTE)) {
      if (attribute === 'style') classes.push(...value.split(';').flatMap(classOf))
      else if (attribute === 'class') classes.push(...value.split(/\s+/).filter(Boolean))
      else kept.push(` ${attribute}="${value}"`)
    }
    const named = classes.length ? ` class="${[...new Set(classes)].join(' ')}"` : ''
    return `<${name}${named}${kept.join('')}${slash ? ' /' : ''}>`
  })
