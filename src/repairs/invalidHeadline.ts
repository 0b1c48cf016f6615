interface Field {
  label?: unknown
  path: string
  message: string
}

const nameOf = ({ label, path }: Field): string => (typeof label === 'string' && label ? label : path)

/** Payload shows a sentence without a colon unchanged. */
const withoutColons = (sentence: string): string => sentence.replace(/\s*:(?:\s+|$)/g, ' – ').trimEnd()

/**
 * The form of `@payloadcms/ui` 3.90.2 turns everything after a colon into a list, split at every comma: in "Mã: chỉ gồm
 * chữ, số" as well as in a field named "Nhóm nhiệm vụ, giải pháp". This builds the sentence above a form that could not
 * be saved, without a colon: for a single fault what is wrong and what to do, otherwise the fields to check.
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
