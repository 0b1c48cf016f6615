import { decodeHTMLAttribute } from 'entities'
import { Parser } from 'htmlparser2'
import { isSafeLink } from '../../../lib/text/richText.ts'

/** Allow-list of elements: those the pinned converter produces, none that runs, loads or submits. */
const TAGS = new Set(
  'p h1 h2 h3 h4 h5 h6 blockquote ul ol li strong em b i u s span code pre sub sup br hr a div table thead tbody tr th td abbr'.split(
    ' ',
  ),
)
const VOID = new Set(['br', 'hr'])

const PLAIN_NUMBER = /^\d{1,4}$/
const PROPERTIES = new Set(
  'text-align text-decoration padding-inline-start padding border border-collapse list-style-type background-color'.split(
    ' ',
  ),
)
const STYLE_VALUE = /^(?:[a-z0-9#%. -]+|(?:rgb|hsl)a?\([\d,.\s/%deg]+\))$/i

/**
 * Checks each declaration separately: one regular expression over a whole style backtracks catastrophically on spaces.
 */
const isPlainStyle = (style: string): boolean =>
  style.split(';').every((declaration) => {
    const colon = declaration.indexOf(':')
    if (colon < 0) return declaration.trim() === ''
    const property = declaration.slice(0, colon).trim().toLowerCase()
    return PROPERTIES.has(property) && STYLE_VALUE.test(declaration.slice(colon + 1).trim())
  })

const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i
const WORDS = /^[\w -]*$/

const ATTRIBUTES: Record<string, (value: string) => boolean> = {
  class: (value) => WORDS.test(value),
  style: isPlainStyle,
  lang: (value) => LANGUAGE.test(value),
  dir: (value) => /^(ltr|rtl|auto)$/.test(value),
  title: () => true,
  href: (value) => isSafeLink(decoded(value)),
  rel: (value) => WORDS.test(value),
  target: (value) => value === '_blank',
  value: (value) => PLAIN_NUMBER.test(value),
  start: (value) => PLAIN_NUMBER.test(value),
  colspan: (value) => PLAIN_NUMBER.test(value),
  rowspan: (value) => PLAIN_NUMBER.test(value),
  scope: (value) => /^(row|col|rowgroup|colgroup)$/.test(value),
}

/** Decodes character references, as a browser does before it follows a link. */
export const decoded = (html: string): string => decodeHTMLAttribute(html)

const escaped = (text: string) => text.replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** A start tag as the converter writes it. Every browser parses it alike, including line breaks between attributes. */
const AS_WRITTEN = /^<[a-z][a-z0-9]*(?:\s+[a-z][a-z-]*="[^"<>]*")*\s*\/?>$/

/** A rewritten attribute; its value keeps the character references it came with. */
const written = (name: string, value: string) => ` ${name}="${escaped(value).replace(/"/g, '&quot;')}"`

/**
 * Sanitises HTML: allowed elements with allowed attributes pass, everything else is escaped to text. HTML that the
 * converter made from a valid tree passes byte for byte, so that its hash can still be verified. Elements are always
 * closed in the order they were opened.
 */
export const sanitiseHtml = (html: string): string => {
  const open: string[] = []
  let out = ''
  /** Attributes of the current tag, repeated ones included: browsers and the parser use the first. */
  let attributesRead = 0
  const shownAsText = () => {
    out += escaped(html.slice(parser.startIndex, parser.endIndex + 1))
  }
  const parser = new Parser(
    {
      onopentagname: () => {
        attributesRead = 0
      },
      onattribute: () => {
        attributesRead += 1
      },
      onopentag: (name, attributes) => {
        if (!TAGS.has(name)) return shownAsText()
        const kept = Object.entries(attributes).filter(([attribute, value]) => ATTRIBUTES[attribute]?.(value))
        const source = html.slice(parser.startIndex, parser.endIndex + 1)
        // HTML knows no self-closing element but the void ones.
        const isLawful = AS_WRITTEN.test(source) && (VOID.has(name) || !source.endsWith('/>'))
        out +=
          kept.length === attributesRead && isLawful
            ? source
            : `<${name}${kept.map(([attribute, value]) => written(attribute, value)).join('')}>`
        if (!VOID.has(name)) open.push(name)
      },
      onclosetag: (name, isImplied) => {
        if (open.at(-1) === name) out += `</${open.pop()}>`
        else if (!isImplied && !TAGS.has(name)) shownAsText()
      },
      ontext: (text) => {
        out += escaped(text)
      },
      oncomment: shownAsText,
      onprocessinginstruction: shownAsText,
    },
    // XML mode: no start tag closes another element, so the structure of the output is that of the input.
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: false },
  )
  parser.end(html)
  return out
}

/** Makes every link open in a new tab, so that a reader beside a form does not lose their input. */
export const inNewTabs = (sanitised: string): string =>
  sanitised.replace(/<a(?=[\s>])(?![^>]*\starget=)/g, '<a rel="noopener noreferrer" target="_blank"')
