import { escapeHtml } from '../../../lib/text/escapeHtml.ts'

/** Characters that no XML 1.0 document may hold, not even as a reference (section 2.2), and halves of characters. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** Text as it stands in XML, between tags or in an attribute. */
export const xmlText = (text: string): string => escapeHtml(text.replace(FORBIDDEN, ''))

/** An element with text, or nothing where there is none. */
export const xmlElement = (name: string, text: string | null | undefined): string =>
  text ? `<${name}>${xmlText(text)}</${name}>` : ''
