import { escapeHtml } from '../text/escapeHtml.ts'

/** Characters that XML 1.0 forbids even as references (section 2.2), and lone surrogates. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** Escapes text for XML content or attributes. */
export const xmlText = (text: string): string => escapeHtml(text.replace(FORBIDDEN, ''))

/** An element with text, or an empty string without text. */
export const xmlElement = (name: string, text: string | null | undefined): string =>
  text ? `<${name}>${xmlText(text)}</${name}>` : ''
