import type { ChildNode, Element, Text } from 'domhandler'
import { DomUtils } from 'htmlparser2'
import { decodedAs, encodingsOfLines, isUnicodeVietnamese, type LegacyEncoding } from '../legacyLetters.ts'
import { inSymbolFont, type SymbolFont, withoutPrivateSigns } from '../symbolFonts.ts'
import { BLOCKS, DEEPEST_NESTING, isMarker } from './elements.ts'
import { styleOf } from './look.ts'

const { isTag, isText } = DomUtils

type Font = LegacyEncoding | SymbolFont | 'other'

const FONTS: [RegExp, Font][] = [
  [/^vni\b/i, 'vni'],
  [/^\.vn.*h$/i, 'tcvn3Capitals'],
  [/^\.vn/i, 'tcvn3'],
  [/^wingdings ?2/i, 'wingdings2'],
  [/^wingdings ?3/i, 'wingdings3'],
  [/^wingdings/i, 'wingdings'],
  [/^webdings/i, 'webdings'],
  [/^symbol$/i, 'symbol'],
]

const fontNamed = (families: string): Font | undefined => {
  const name = families
    .split(',')[0]!
    .replace(/["']|&quot;/g, '')
    .trim()
  if (!name || /^(?:inherit|initial|unset)$/i.test(name)) return undefined
  return FONTS.find(([pattern]) => pattern.test(name))?.[1] ?? 'other'
}

/** The families in the shorthand property, which stand behind the size: `7.0pt "Times New Roman"`. */
const familiesIn = (shorthand: string): string => {
  const parts = shorthand.split(/\s+/)
  const size = parts.findIndex((part) => /^[\d.]+(?:pt|px|r?em|%)/.test(part))
  return size < 0 ? '' : parts.slice(size + 1).join(' ')
}

const fontOfStyle = (element: Element): Font | undefined =>
  fontNamed(styleOf(element, 'mso-symbol-font-family')) ??
  fontNamed(styleOf(element, 'font-family') || familiesIn(styleOf(element, 'font')))

/** Fonts of simple selectors in style sheets: `p.MsoNormal`, `.chu`, `p`. Word names the font of a whole text only there. */
type Sheet = ReadonlyMap<string, Font>

const sheetOf = (source: string): Sheet => {
  const fonts = new Map<string, Font>()
  for (const rule of source.split('}')) {
    const at = rule.indexOf('{')
    const families = at < 0 ? undefined : /(?:^|[;{\s])font-family\s*:\s*([^;]+)/i.exec(rule.slice(at))?.[1]
    const font = families && fontNamed(families)
    if (!font) continue
    for (const selector of rule.slice(0, at).split(','))
      fonts.set(selector.replace(/<!--/, '').trim().toLowerCase(), font)
  }
  return fonts
}

const fontIn = (sheet: Sheet, element: Element): Font | undefined => {
  const classes = (element.attribs.class ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const selectors = classes.flatMap((name) => [`${element.name}.${name}`, `.${name}`])
  return [...selectors, element.name].map((selector) => sheet.get(selector)).find(Boolean)
}

/** A piece of text with the font that shows it; pieces of one line have the same line number. */
interface Piece {
  node: Text
  font: Font | undefined
  line: number
  /** Whether it is the marker of a list, whose letters `markerOf` understands. */
  marker: boolean
}

const piecesOf = (nodes: ChildNode[]): Piece[] => {
  const styles = DomUtils.getElementsByTagName('style', nodes, true, 20)
  const sheet = sheetOf(styles.map((style) => DomUtils.textContent(style)).join('}'))
  const pieces: Piece[] = []
  let line = 0
  const walk = (children: ChildNode[], font: Font | undefined, depth: number, marker = false) => {
    if (depth > DEEPEST_NESTING) return
    for (const node of children) {
      if (isText(node)) pieces.push({ node, font, line, marker })
      if (!isTag(node) || node.name === 'style') continue
      const parts = BLOCKS.has(node.name) || node.name === 'br'
      if (parts) line += 1
      const own = fontNamed(node.attribs.face ?? '') ?? fontOfStyle(node) ?? fontIn(sheet, node) ?? font
      walk(node.children, own, depth + 1, marker || isMarker(node))
      if (parts) line += 1
    }
  }
  walk(nodes, undefined, 0)
  return pieces
}

const isLegacy = (font: Font | undefined): font is LegacyEncoding =>
  font === 'vni' || font === 'tcvn3' || font === 'tcvn3Capitals'
const isPictures = (font: Font | undefined): font is SymbolFont =>
  !isLegacy(font) && font !== undefined && font !== 'other'

/** Words are no pictures, whatever their font. */
const PROSE = /(\p{L})(?!\1\1\1)\p{L}{3}/u

/**
 * Replaces, in place, what only old fonts show as Vietnamese (VNI, TCVN3) or as pictures (Wingdings, Symbol), because
 * fonts are dropped. Without such a font a line is decoded that is certainly in an old encoding. A font that also shows
 * Vietnamese in Unicode proves nothing.
 */
export const decodeFonts = (nodes: ChildNode[]): void => {
  const pieces = piecesOf(nodes)
  const lying = new Set(pieces.filter(({ node }) => isUnicodeVietnamese(node.data)).map(({ font }) => font))
  const loose: Piece[] = []
  for (const piece of pieces) {
    const { node, font, marker } = piece
    if (isPictures(font) && !PROSE.test(node.data)) {
      if (!marker || font !== 'symbol') node.data = inSymbolFont(node.data, font)
    } else if (isLegacy(font) && !lying.has(font)) node.data = decodedAs(node.data, font)
    else loose.push(piece)
  }
  const lines = new Map<number, string>()
  for (const { node, line } of loose) lines.set(line, (lines.get(line) ?? '') + node.data)
  const encodings = encodingsOfLines([...lines.values()])
  const encodingOf = new Map([...lines.keys()].map((line, at) => [line, encodings[at]]))
  for (const { node, line } of loose) {
    const encoding = encodingOf.get(line)
    if (encoding) node.data = decodedAs(node.data, encoding)
  }
  for (const { node } of pieces) node.data = withoutPrivateSigns(node.data)
}
