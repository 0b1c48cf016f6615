import type { Element } from 'domhandler'
import { isSafeLink } from '../richText.ts'
import { BOLD, ITALIC, STRUCK, SUBSCRIPT, SUPERSCRIPT, UNDERLINED } from './types.ts'

/** Text formatting at a position. */
export interface Look {
  format: number
  href?: string
}

const FORMATS: Record<string, number> = {
  b: BOLD,
  strong: BOLD,
  i: ITALIC,
  em: ITALIC,
  u: UNDERLINED,
  s: STRUCK,
  strike: STRUCK,
  sub: SUBSCRIPT,
  sup: SUPERSCRIPT,
}

/** A property of an element's inline style, in lower case; empty when it is not set. */
export const styleOf = (element: Element, property: string): string => {
  const declared = (element.attribs.style ?? '').split(';').map((declaration) => declaration.split(':'))
  const [, ...value] = declared.findLast(([name]) => name?.trim().toLowerCase() === property) ?? []
  return value.join(':').trim().toLowerCase()
}

const switched = (format: number, bit: number, on: boolean | undefined): number =>
  on === undefined ? format : on ? format | bit : format & ~bit

const boldness = (weight: string): boolean | undefined =>
  /^(bold|bolder|[6-9]00)$/.test(weight) ? true : /^(normal|lighter|[1-5]00)$/.test(weight) ? false : undefined

const slant = (style: string): boolean | undefined =>
  /^(italic|oblique)/.test(style) ? true : style === 'normal' ? false : undefined

/**
 * Formatting of text inside an element. Fonts, sizes and colours are dropped, because the site defines them. A link
 * into the pasted document or to a local file is dropped too.
 */
export const lookOf = (element: Element, around: Look): Look => {
  let format = around.format | (FORMATS[element.name] ?? 0)
  format = switched(format, BOLD, boldness(styleOf(element, 'font-weight')))
  format = switched(format, ITALIC, slant(styleOf(element, 'font-style')))
  const line = styleOf(element, 'text-decoration') || styleOf(element, 'text-decoration-line')
  if (line.includes('underline')) format |= UNDERLINED
  if (line.includes('line-through')) format |= STRUCK
  const height = styleOf(element, 'vertical-align')
  if (height === 'sub') format |= SUBSCRIPT
  if (height === 'super') format |= SUPERSCRIPT
  if (element.name !== 'a') return { ...around, format }
  const href = (element.attribs.href ?? '').trim()
  return /^[a-z]+:/i.test(href) && isSafeLink(href) ? { format, href } : { format: around.format }
}
