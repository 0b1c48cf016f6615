import { Parser } from 'htmlparser2'
import { withFewMarks } from '../../../lib/text/fewMarks.ts'
import type { Note } from './types.ts'

export type Decoded = { text: string; notes: Note[] } | { unreadable: Note }

const BLOCKS = new Set(
  'address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th title tr ul'.split(
    ' ',
  ),
)
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'title', 'select', 'svg'])
const MARKUP = /<(?:!doctype|html|head|body|p|div|br|table|tr|td|ul|li|span|a|h[1-6]|strong|b|i|em|font)\b[^>]*>/i
const ENTITY = /&(?:[a-z]\w{1,30}|#\d{1,7}|#x[\da-f]{1,6});/i
/** Characters that no text has, line ends and form feeds aside, and what stands for bytes that could not be read. */
const CONTROL = /(?![\t\n\v\f\r])\p{Cc}|\ufffd/gu

const unreadable = (vi: string, en: string): Decoded => ({ unreadable: { vi, en } })

/** The words of a page with its markup, a line for each block; entities read. */
const wordsOf = (html: string): string => {
  const marked = MARKUP.test(html)
  let words = ''
  let silent = 0
  const parser = new Parser({
    onopentag: (name) => {
      if (SILENT.has(name)) silent += 1
      else if (name === 'li') words += '\n• '
      else if (BLOCKS.has(name)) words += '\n'
    },
    ontext: (text) => {
      if (!silent) words += marked ? text.replace(/\s+/g, (run) => (run.includes('\n') ? ' ' : run)) : text
    },
    // What the end of the file closes did not end there.
    onclosetag: (name, implied) => {
      if (SILENT.has(name)) silent = Math.max(0, silent - 1)
      else if (BLOCKS.has(name) && !implied) words += '\n'
    },
  })
  parser.end(html)
  return words
}

/** The characters of a file, and whether its last one is not whole; nothing when its bytes are no characters. */
const charactersOf = (bytes: Uint8Array): { given: string; isCut: boolean } | undefined => {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  const decoder = new TextDecoder(encoding, { fatal: true })
  let given: string
  try {
    given = decoder.decode(bytes, { stream: true })
  } catch {
    return undefined
  }
  try {
    return { given: given + decoder.decode(), isCut: false }
  } catch {
    // Only bytes that were still to come are missing.
    return { given, isCut: true }
  }
}

const REPAIRS: [RegExp, string, (count: number) => Note][] = [
  [
    /[\u00a0\u202f]/g,
    ' ',
    (count) => ({
      vi: `Đã thay ${count} dấu cách cứng bằng dấu cách thường.`,
      en: `${count} no-break spaces made plain.`,
    }),
  ],
  [
    /[\u00d0\u0189]/g,
    'Đ',
    (count) => ({
      vi: `Đã sửa ${count} chữ Đ viết bằng ký tự khác.`,
      en: `${count} look-alikes of Đ put right.`,
    }),
  ],
  [
    /[\u00f0\u0256]/g,
    'đ',
    (count) => ({
      vi: `Đã sửa ${count} chữ đ viết bằng ký tự khác.`,
      en: `${count} look-alikes of đ put right.`,
    }),
  ],
  [
    /[\u00ad\u2060\ufeff\u200e\u200f]|(?<![\u1780-\u17ff])[\u200b-\u200d](?![\u1780-\u17ff])/g,
    '',
    (count) => ({
      vi: `Đã bỏ ${count} ký tự không nhìn thấy.`,
      en: `${count} invisible characters removed.`,
    }),
  ],
]

/**
 * Makes text of a page file: UTF-8 or UTF-16, with or without byte order mark, plain or with markup. Puts right what
 * old editors leave behind, and says how often.
 *
 * @returns the text in NFC with lines ended by `\n`, or why the bytes are no text
 */
export const decode = (bytes: Uint8Array): Decoded => {
  if (!bytes.length) return unreadable('Tệp rỗng; xin lưu lại trang.', 'The file is empty; save the page again.')
  const read = charactersOf(bytes)
  if (!read && !bytes.includes(0))
    return unreadable(
      'Tệp không phải văn bản UTF-8; xin mở tệp rồi lưu lại với mã UTF-8.',
      'The file is no UTF-8 text; open it and save it as UTF-8.',
    )
  if (!read || (read.given.match(CONTROL)?.length ?? 0) > read.given.length / 500)
    return unreadable(
      'Tệp không phải văn bản; chỉ nhập được trang lưu ở dạng .txt hoặc .html.',
      'The file is no text; only pages saved as .txt or .html can be imported.',
    )
  const { given, isCut } = read
  const notes: Note[] = []
  if (isCut)
    notes.push({
      vi: 'Tệp dừng giữa một ký tự, trang có thể bị cắt; xin lưu lại trọn trang.',
      en: 'The file ends inside a character, so the page may be cut; save the whole page again.',
    })
  const marked = MARKUP.test(given) || ENTITY.test(given)
  if (marked)
    notes.push({
      vi: 'Đã bỏ thẻ HTML và đọc các ký hiệu như &nbsp;.',
      en: 'Markup removed and entities such as &nbsp; read.',
    })
  const plain = withFewMarks(
    (marked ? wordsOf(given) : given).replace(/\r\n?|\u2028|\u2029/g, '\n').replace(CONTROL, ''),
  )
  let text = plain.replace(/^\ufeff/, '').normalize('NFC')
  if (text !== plain.replace(/^\ufeff/, ''))
    notes.push({ vi: 'Đã ghép dấu thanh rời (Unicode tổ hợp).', en: 'Loose tone marks joined (decomposed Unicode).' })
  for (const [pattern, by, note] of REPAIRS) {
    const count = text.match(pattern)?.length ?? 0
    if (count) notes.push(note(count))
    text = text.replace(pattern, by)
  }
  return text.trim()
    ? { text, notes }
    : unreadable('Tệp không có chữ nào; xin lưu lại trang.', 'The file has no words; save the page again.')
}
