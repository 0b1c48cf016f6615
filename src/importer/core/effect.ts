import { findDays } from '../../../lib/text/dates.ts'
import { type FoundNumber, findNumbers } from '../../../lib/text/findNumbers.ts'
import { fold } from '../../../lib/text/fold.ts'
import { sentencesOf } from './sentences.ts'

const YEARS = /(?:từ\s+)?(?:năm\s+)?(\d{4})\s*(?:đến(?:\s+hết)?(?:\s+năm)?|[-–—])\s*(?:năm\s+)?(\d{4})/iu

/** Within quotation marks; a longer name has lost its closing mark. */
export const QUOTED = /“[^”]{0,500}”|"[^"]{0,500}"/g

const dayBeforeThat = (day: string): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, date - 1)).toISOString().slice(0, 10)
}

/**
 * Years in which a plan is carried out, which are not its legal effect: where the text says `Thời gian thực hiện`, else
 * the `giai đoạn` of the title outside quotation marks, for the quoted one is another document's.
 */
export const readPeriod = (paragraphs: string[], title: string): { fromYear: number; toYear: number } | undefined => {
  const stated = paragraphs
    .flatMap(sentencesOf)
    .find((sentence) => /thời (?:gian|hạn) (?:thực hiện|triển khai)/iu.test(sentence))
  const own = /giai đoạn[^“”"]*/iu.exec(title.replace(QUOTED, ''))?.[0]
  const [, from, to] =
    YEARS.exec(stated?.slice(stated.search(/thời (?:gian|hạn)/iu)) ?? '') ?? YEARS.exec(own ?? '') ?? []
  return from && to ? { fromYear: Number(from), toYear: Number(to) } : undefined
}

/**
 * Days of legal effect, where the text gives them: `có hiệu lực từ ngày …`, `đến hết ngày …`, `hết hiệu lực từ ngày …`
 * (whose last day with effect is the one before). What a sentence says after it has named another document is that one's
 * and left aside.
 *
 * @param own tells whether a number is the document's own
 * @param issuedOn the day of issue, from which `có hiệu lực từ ngày ký` counts
 * @returns the days, and what is written as a day and is none
 */
export const readEffect = (
  paragraphs: string[],
  own: (printed: FoundNumber) => boolean,
  issuedOn?: string,
): { from?: string; to?: string; unreadable?: string } => {
  const effect: { from?: string; to?: string; unreadable?: string } = {}
  for (const sentence of paragraphs.flatMap(sentencesOf)) {
    const folded = fold(sentence)
    if (!folded.includes('hieu luc') || folded.length !== sentence.length) continue
    const others = findNumbers(sentence).filter((found) => !own(found))
    const signed = /(?<!het )hieu luc(?: thi hanh)?(?: ke)? tu ngay (?:ky|ban hanh)/.exec(folded)
    if (signed && issuedOn && !others.some((found) => found.start < signed.index)) effect.from ??= issuedOn
    for (const { day, raw, start } of findDays(sentence)) {
      if (others.some((found) => found.start < start)) continue
      const lead = folded.slice(Math.max(0, start - 60), start)
      const begins = /(?<!het )hieu luc(?: thi hanh)?(?: ke)?(?: tu)?(?: ngay)?\s*$/.test(lead)
      const endsFrom = /het hieu luc(?: thi hanh)?(?: ke)?(?: tu)?(?: ngay)?\s*$/.test(lead)
      const lasts = /den(?: het)?(?: ngay)?\s*$/.test(lead)
      if (!begins && !endsFrom && !lasts) continue
      if (!day) effect.unreadable = raw
      else if (begins) effect.from ??= day
      else effect.to ??= endsFrom ? dayBeforeThat(day) : day
    }
  }
  return effect
}
