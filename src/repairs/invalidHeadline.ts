interface Field {
  label?: unknown
  path: string
  message: string
}

const nameOf = ({ label, path }: Field): string => (typeof label === 'string' && label ? label : path)

/** A sentence without a colon is shown as it stands. */
const withoutColons = (sentence: string): string => sentence.replace(/\s*:(?:\s+|$)/g, ' – ').trimEnd()

/**
 * The form of `@payloadcms/ui` 3.90.2 makes a list of whatever stands behind a colon, cut at every comma: of "Mã: chỉ
 * gồm chữ, số" as of a field called "Nhóm nhiệm vụ, giải pháp". This is the sentence over a form that could not be
 * saved, without a colon: what is wrong and what to do, where it is one thing; else the fields to look at.
 */
export const invalidHeadline = (fields: Field[], language: 'vi' | 'en'): string =>
  withoutColons(sentenceOf(fields, language))

const sentenceOf = (fields: Field[], language: 'vi' | 'en'): string => {
  const [first, ...others] = fields
  if (!first) return language === 'en' ? 'Something is not right; check it.' : 'Dữ liệu chưa đúng; xin kiểm tra lại.'
  if (!others.length) return first.label ? `${nameOf(first)}: ${first.message}` : first.message
  const names = [...new Set(fields.map(nameOf))].join('; ')
  return language === 'en'
    ? `Not saved yet; ${fields.length} fields need a look: ${names}.`
    : `Chưa lưu được; còn ${fields.length} mục cần sửa: ${names}.`
}
