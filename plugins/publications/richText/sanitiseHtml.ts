import { decodeHTMLAttribute } from 'entities'
import { Parser } from 'htmlparser2'
import { isSafeLink } from '../../../lib/text/richText.ts'

/** What the pinned converter produces from the editor's nodes, and nothing that runs, loads or submits. */
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

/** Declaration by declaration: one expression over a whole style takes for ever where somebody fills it with spaces. */
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

/** HTML text with its character references read, as a browser would see it before following a link. */
export const decoded = (html: string): string => decodeHTMLAttribute(html)

const escaped = (text: string) => text.replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** A start tag of the converter's: every browser reads it alike, line breaks between attributes included. */
const AS_WRITTEN = /^<[a-z][a-z0-9]*(?:\s+[a-z][a-z-]*="[^"<>]*")*\s*\/?>$/

/** An attribute that had to be written anew; its value keeps the references it came with. */
const written = (name: string, value: string) => ` ${name}="${escaped(value).replace(/"/g, '&quot;')}"`

/**
 * Lets through HTML made of known elements with known attributes and shows everything else as text. HTML that the
 * converter made of a lawful tree passes byte for byte, so that its hash can still be checked; elements are closed in
 * the order they were opened, whatever came in.
 */
export const sanitiseHtml = (html: string): string => {
  const open: string[] = []
  let out = ''
  const shownAsText = () => {
    out += escaped(html.slice(parser.startIndex, parser.endIndex + 1))
  }
  const parser = new Parser(
    {
      onopentag: (name, attributes, isImplied) => {
        if (isImplied) return
        if (!TAGS.has(name)) return shownAsText()
        const given = Object.entries(attributes)
        const kept = given.filter(([attribute, value]) => ATTRIBUTES[attribute]?.(value))
        const source = html.slice(parser.startIndex, parser.endIndex + 1)
        out +=
          kept.length === given.length && AS_WRITTEN.test(source)
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
    { decodeEntities: false },
  )
  parser.end(html)
  return out
}

/** The same HTML with every link opening beside the page: who reads beside a form must not lose what they typed. */
export const inNewTabs = (sanitised: string): string =>
  sanitised.replace(/<a(?=[\s>])(?![^>]*\starget=)/g, '<a rel="noopener noreferrer" target="_blank"')
