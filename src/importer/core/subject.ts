import { QUOTED } from './effect.ts'

const CUT_SUBJECT =
  /,?\s+(?:có hiệu lực|nhằm\s|với (?:mục tiêu|mục đích)|trong đó|theo đó|gồm\s|bao gồm|kèm theo|(?:đã|vừa) được\s)/iu

/** With a capital at its beginning. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The subject of a sentence as a title: without what the sentence adds, and without its closing mark. */
export const titleOf = (subject: string | undefined): string => {
  const words = (subject ?? '').trim()
  // Words within quotation marks belong to a name.
  const outside = words.replace(QUOTED, (quoted) => '·'.repeat(quoted.length))
  const end = outside.search(CUT_SUBJECT)
  const title = (end > 0 ? words.slice(0, end) : words).replace(/\s*(?:\.\/\.?|[.;:,])$/u, '').trim()
  return title.length < 8 || title.length > 480 || /^(?:được|đã|là|quy định \d|nêu|yêu cầu|gồm|do\s)/iu.test(title)
    ? ''
    : capitalised(title)
}
