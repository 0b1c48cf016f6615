import { formatDocumentNumber, numberKey } from '../../../lib/text/documentNumber.ts'
import { fold } from '../../../lib/text/fold.ts'
import { readCitations } from './citations.ts'
import { QUOTED, readEffect, readPeriod } from './effect.ts'
import { type Mention, mentionsIn } from './issuing.ts'
import { sentencesOf } from './sentences.ts'
import { readTaskGroups } from './taskGroups.ts'
import type { Note, ReadArticle, ReadDirective } from './types.ts'

const CUT_SUBJECT =
  /,?\s+(?:có hiệu lực|nhằm\s|với (?:mục tiêu|mục đích)|trong đó|theo đó|gồm\s|bao gồm|kèm theo|(?:đã|vừa) được\s)/iu

/** Far more than an article has; what goes beyond is no prose and is not searched. */
const MOST_MENTIONS = 500
const LONGEST_SENTENCE = 20_000

const keyOf = ({ found }: Mention) => numberKey(found.number)

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The subject of a sentence as a title: without what the sentence adds, and without its closing mark. */
const titleOf = (subject: string | undefined): string => {
  const words = (subject ?? '').trim()
  // Words within quotation marks belong to a name.
  const outside = words.replace(QUOTED, (quoted) => '·'.repeat(quoted.length))
  const end = outside.search(CUT_SUBJECT)
  const title = (end > 0 ? words.slice(0, end) : words).replace(/\s*(?:\.\/\.?|[.;:,])$/u, '').trim()
  return title.length < 8 || title.length > 480 || /^(?:được|đã|là|quy định \d|nêu|yêu cầu|gồm|do\s)/iu.test(title)
    ? ''
    : capitalised(title)
}

const sentence = (found: string | undefined, pattern: RegExp): string | undefined => {
  const words = pattern
    .exec(found ?? '')?.[1]
    ?.trim()
    .replace(/\s*[.;]$/, '')
  return words ? `${capitalised(words)}.` : undefined
}

/** Bodies of the place and not of the centre, by the words of their names. */
const LOCAL = /(?<!\p{L})(?:tỉnh|thành phố|TP|huyện|thị xã|quận|xã|phường|Sở|Tỉnh ủy|Thành ủy)(?!\p{L})/u

/**
 * The mentions that report a document: those that say it was issued, else the number that the title or the text is
 * about. Of several issuers the one spoken of most is meant, then a local one: an article on a province's plan also
 * tells of the Prime Minister's decision that it carries out, which is cited and not reported.
 */
const reported = (all: Mention[], title: string): Mention[] => {
  const issued = all.filter((mention) => mention.issued)
  if (issued.length) {
    const weight = (mention: Mention) =>
      all.filter((one) => keyOf(one) === keyOf(mention)).length * 2 + (LOCAL.test(mention.issuer ?? '') ? 1 : 0)
    const main = issued.reduce((best, mention) => (weight(mention) > weight(best) ? mention : best))
    const same = issued.filter((mention) => mention.found.number.issuer === main.found.number.issuer)
    return [main, ...same.filter((mention) => mention !== main)]
  }
  const free = all.filter((mention) => !mention.ground)
  const named = new Set(mentionsIn(title).map(keyOf))
  const about =
    free.find((mention) => named.has(keyOf(mention))) ?? free.find((mention) => mention.day || mention.issuer)
  return about ? [about] : []
}

const distinct = (mentions: Mention[]): Mention[] => {
  const kept: Mention[] = []
  for (const mention of mentions) {
    const same = kept.find((one) => keyOf(one) === keyOf(mention))
    const clash = same?.day && mention.day && same.day.day !== mention.day.day
    if (!same || clash) kept.push(mention)
  }
  return kept
}

const REPAIRED: Note = {
  vi: 'Số, ký hiệu viết sai kiểu đã được sửa theo chuẩn.',
  en: 'The printed number was put into its canonical form.',
}

const readOne = (mention: Mention, article: ReadArticle, all: Mention[], taken?: Set<string>): ReadDirective => {
  const { found } = mention
  const { number } = found
  const { paragraphs } = article
  const own = all.filter((one) => keyOf(one) === keyOf(mention))
  const day = mention.day ?? own.find((one) => one.day)?.day
  const issuerName = mention.issuer ?? own.find((one) => one.issuer)?.issuer
  const title = titleOf(mention.subject) || article.title
  const printed = formatDocumentNumber(number)
  const notes: Note[] = []
  const directive: ReadDirective = {
    number,
    ...(found.typeName ? { typeName: found.typeName } : {}),
    title,
    ...(issuerName ? { issuerName } : {}),
    ...(day?.day ? { issuedOn: day.day } : {}),
    taskGroups: [],
    relations: [],
    notes,
  }
  if (found.typeName)
    directive.abstract = `${capitalised(found.typeName)} ${title.charAt(0).toLowerCase()}${title.slice(1)}`
  if (number.repairs.some((repair) => repair !== 'wording'))
    notes.push({
      vi: `${REPAIRED.vi.slice(0, -1)}: “${number.raw}” → ${printed}.`,
      en: `${REPAIRED.en.slice(0, -1)}: “${number.raw}” → ${printed}.`,
    })
  if (!day)
    notes.push({ vi: 'Trang không ghi ngày ban hành; xin bổ sung.', en: 'The page has no day of issue; add it.' })
  if (day && !day.day)
    directive.refused = {
      vi: `Ngày ban hành “${day.raw}” không có trong lịch hoặc thiếu năm đủ bốn chữ số; xin sửa trang rồi nhập lại.`,
      en: `The day of issue “${day.raw}” is none of the calendar or lacks its century; correct the page and import it again.`,
    }
  else if (day?.day && number.year !== undefined && Number(day.day.slice(0, 4)) !== number.year)
    directive.refused = {
      vi: `Số hiệu ghi năm ${number.year} nhưng ngày ban hành thuộc năm ${day.day.slice(0, 4)}; xin kiểm tra lại.`,
      en: `The number carries the year ${number.year}, but the day of issue lies in ${day.day.slice(0, 4)}; check both.`,
    }
  // What an article says without naming a number, it says of the document that it reports first.
  if (!taken) return directive

  const sentences = paragraphs.flatMap(sentencesOf)
  const { groups, refused } = readTaskGroups(paragraphs)
  const period = readPeriod(paragraphs, title)
  const effect = readEffect(paragraphs, ({ number: other }) => numberKey(other) === keyOf(mention), day?.day)
  const aim = sentences.find(
    (one) =>
      /\snhằm\s/iu.test(one) &&
      (one.includes(number.raw) || /^(?:Kế hoạch|Đề án|Chương trình|Quyết định|Chỉ thị)/u.test(one)),
  )
  const objectives =
    sentence(aim, /\snhằm\s+(.+)$/su) ??
    sentence(
      sentences.find((one) => /^(?:mục tiêu|mục đích)/iu.test(one)),
      /^[^:]{0,60}?(?::|\slà)\s*(.+)$/su,
    )
  const implementers = sentence(
    sentences.find((one) => /^đối tượng/iu.test(one)),
    /^đối tượng[^:]{0,80}?(?::|\s(?:gồm(?: có)?|là|bao gồm))\s*(.+)$/isu,
  )
  if (refused) directive.refused ??= refused
  if (effect.unreadable)
    directive.refused ??= {
      vi: `Ngày hiệu lực “${effect.unreadable}” không có trong lịch; xin sửa trang rồi nhập lại.`,
      en: `The day of effect “${effect.unreadable}” is none of the calendar; correct the page and import it again.`,
    }
  return {
    ...directive,
    taskGroups: groups,
    ...(period ? { period } : {}),
    ...(effect.from ? { effectiveFrom: effect.from } : {}),
    ...(effect.to ? { effectiveTo: effect.to } : {}),
    ...(objectives ? { objectives } : {}),
    ...(implementers ? { implementers } : {}),
    relations: readCitations({
      title,
      text: paragraphs.join('\n'),
      cited: all.filter((one) => !taken.has(keyOf(one))),
    }),
  }
}

/**
 * The official documents that an article reports, in its order: number, day, issuer and subject, and for the first one
 * also its groups of tasks, period, effect, aim, addressees and what it cites. Pure.
 */
export const readDirectives = (article: ReadArticle): ReadDirective[] => {
  const all: Mention[] = []
  for (const words of [article.title, ...article.paragraphs].flatMap(sentencesOf))
    if (all.length < MOST_MENTIONS) all.push(...mentionsIn(words.slice(0, LONGEST_SENTENCE)))
  const mentions = distinct(reported(all, article.title))
  const taken = new Set(mentions.map(keyOf))
  return mentions.map((mention, at) => readOne(mention, article, all, at === 0 ? taken : undefined))
}

/** The place named most often with `tỉnh` or `thành phố`, which completes `UBND tỉnh`. */
export const placeOf = (article: ReadArticle): string | undefined => {
  const counts = new Map<string, number>()
  const text = [article.title, ...article.paragraphs].join('\n')
  for (const [, kind, name] of text.matchAll(
    /(tỉnh|thành phố|Tỉnh|Thành phố) ((?:\p{Lu}\p{Ll}+)(?: \p{Lu}\p{Ll}+){0,3})/gu,
  )) {
    const place = `${kind!.toLowerCase()} ${name}`
    counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  const [most] = [...counts].sort((one, other) => other[1] - one[1])
  return most && fold(most[0]) ? most[0] : undefined
}
