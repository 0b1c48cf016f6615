import { dayFirst } from '../../../lib/text/dates.ts'
import { formatDocumentNumber, numberKey } from '../../../lib/text/documentNumber.ts'
import type { FoundNumber } from '../../../lib/text/findNumbers.ts'
import { fold } from '../../../lib/text/fold.ts'
import { citedByDocument, sentencesByDocument } from './belonging.ts'
import { isTooEarly } from './bounds.ts'
import { readCitations } from './citations.ts'
import { type Effect, readEffect, readPeriod } from './effect.ts'
import { type Mention, mentionsIn } from './issuing.ts'
import { listed, note, quoted } from './naming.ts'
import { statedMention } from './properties.ts'
import { reported } from './reported.ts'
import { sentencesOf } from './sentences.ts'
import { capitalised, titleOf } from './subject.ts'
import { readTaskGroups } from './taskGroups.ts'
import type { Note, ReadArticle, ReadDirective } from './types.ts'
import { notTaken } from './untaken.ts'

/** Far more than an article has; what goes beyond is no prose and is not searched. */
const MOST_MENTIONS = 500
const LONGEST_SENTENCE = 20_000

const sentence = (found: string | undefined, pattern: RegExp): string | undefined => {
  const words = pattern
    .exec(found ?? '')?.[1]
    ?.trim()
    .replace(/\s*[.;]$/, '')
  return words ? `${capitalised(words)}.` : undefined
}

const distinct = (mentions: Mention[]): Mention[] => {
  const kept: Mention[] = []
  for (const mention of mentions) {
    const same = kept.find((one) => one.key === mention.key)
    const clash = same?.day && mention.day && same.day.day !== mention.day.day
    if (!same || clash) kept.push(mention)
  }
  return kept
}

/** A day without its month or year. */
const PARTIAL_DAY =
  /(?<!\p{L})(?:cùng ngày|hôm qua|ngày \d{1,2}(?:\s?[/.-]\s?\d{1,2}(?![/.\d-])| tháng \d{1,2}(?!\d|\s+năm|[/.\s]+\d{4})))/iu
/** What the page says of a document as a whole, beside its number: day, issuer, title. */
const headOf = (mention: Mention, article: ReadArticle, all: Mention[]): ReadDirective => {
  const { found } = mention
  const { number } = found
  const own = [mention, ...all.filter((one) => one !== mention && one.key === mention.key)]
  const day = own.find((one) => one.day)?.day
  const issuerName = own.find(({ issuer }) => issuer.name)?.issuer.name
  const unsureIssuer = issuerName ? undefined : own.find(({ issuer }) => issuer.unsure)?.issuer.unsure
  const subject = own.map((one) => titleOf(one.subject)).find(Boolean)
  const typeName = own.find((one) => one.found.typeName)?.found.typeName
  const title = subject ?? article.title
  const notes: Note[] = []
  const directive: ReadDirective = {
    number,
    ...(typeName ? { typeName } : {}),
    title,
    ...(subject && typeName
      ? { abstract: `${capitalised(typeName)} ${title.charAt(0).toLowerCase()}${title.slice(1)}` }
      : {}),
    ...(day?.day ? { issuedOn: day.day } : {}),
    ...(issuerName ? { issuerName } : {}),
    ...(unsureIssuer ? { unsureIssuer } : {}),
    taskGroups: [],
    relations: [],
    notes,
  }
  if (number.repairs.some((repair) => repair !== 'wording')) {
    const printed = formatDocumentNumber(number)
    notes.push(
      note(
        `Số, ký hiệu viết sai kiểu đã được sửa theo chuẩn: “${number.raw}” → ${printed}.`,
        `The printed number was put into its canonical form: “${number.raw}” → ${printed}.`,
      ),
    )
  }
  if (!subject)
    notes.push(
      note(
        'Trang không ghi trích yếu của văn bản; tạm lấy tiêu đề của bài.',
        'The page has no subject of the document; the title of the article stands for it.',
      ),
    )
  if (unsureIssuer)
    notes.push(
      note(
        `Chưa rõ cơ quan ban hành từ ${quoted(unsureIssuer)}; đã để trống, xin chọn khi biên tập.`,
        `Which body issued it is not clear from ${quoted(unsureIssuer)}; left empty, choose it when editing.`,
      ),
    )
  const partial = day ? undefined : own.map(({ sentence }) => PARTIAL_DAY.exec(sentence)?.[0]).find(Boolean)
  if (!day)
    notes.push(
      partial
        ? note(
            `Ngày ban hành chỉ ghi ${quoted(partial)} nên để trống; xin bổ sung.`,
            `Of the day of issue the page only says ${quoted(partial)}, so it is left empty; add it.`,
          )
        : note('Trang không ghi ngày ban hành; xin bổ sung.', 'The page has no day of issue; add it.'),
    )
  if (day && (!day.day || isTooEarly(day.day)))
    directive.refused = day.day
      ? note(
          `Ngày ban hành “${day.raw}” có trước khi lập nước; xin sửa trang rồi nhập lại.`,
          `The day of issue “${day.raw}” lies before there was a state; correct the page and import it again.`,
        )
      : note(
          `Ngày ban hành “${day.raw}” không có trong lịch hoặc thiếu năm đủ bốn chữ số; xin sửa trang rồi nhập lại.`,
          `The day of issue “${day.raw}” is none of the calendar or lacks its century; correct the page and import it again.`,
        )
  else if (day?.day && number.year !== undefined && Number(day.day.slice(0, 4)) !== number.year)
    directive.refused = note(
      `Số hiệu ghi năm ${number.year} nhưng ngày ban hành thuộc năm ${day.day.slice(0, 4)}; xin kiểm tra lại.`,
      `The number carries the year ${number.year}, but the day of issue lies in ${day.day.slice(0, 4)}; check both.`,
    )
  // Two reports with a day each are two documents, and the import refuses the second.
  const days = new Set(own.flatMap((one) => (one === mention || !one.issued ? (one.day?.day ?? []) : [])))
  if (days.size > 1)
    notes.push(
      note(
        `Trang ghi nhiều ngày cho văn bản này: ${[...days].map(dayFirst).join(', ')}; đã lấy ngày đầu.`,
        `The page gives several days for this document: ${[...days].join(', ')}; the first was taken.`,
      ),
    )
  return directive
}

/** Adds days of effect to a directive, and to its notes what gives none. */
const addEffect = (directive: ReadDirective, effect: Effect): void => {
  const { from, to, unread, unreadable, counted } = effect
  if (from) directive.effectiveFrom = from
  if (to) directive.effectiveTo = to
  if (counted && from)
    directive.notes.push(
      note(
        `Ngày có hiệu lực ${dayFirst(from)} được tính từ ${quoted(counted)}; xin kiểm tra lại.`,
        `The day of effect ${from} was counted from ${quoted(counted)}; check it.`,
      ),
    )
  if (unread.length)
    directive.notes.push(
      note(
        `Chưa đọc được thời điểm hiệu lực: ${listed([...new Set(unread)])}; xin bổ sung.`,
        `When it takes effect could not be read: ${listed([...new Set(unread)])}; add it.`,
      ),
    )
  if (unreadable)
    directive.refused ??= note(
      `Ngày hiệu lực “${unreadable}” không có trong lịch; xin sửa trang rồi nhập lại.`,
      `The day of effect “${unreadable}” is none of the calendar; correct the page and import it again.`,
    )
}

/** A statement of the text, or a note on the sentence that could not be read as one. */
const stated = (
  directive: ReadDirective,
  name: 'objectives' | 'implementers',
  found: { value?: string; unread?: string },
): void => {
  if (found.value) directive[name] = found.value
  else if (found.unread)
    directive.notes.push(
      name === 'objectives'
        ? note(
            `Chưa đọc được mục tiêu ở ${quoted(found.unread)}.`,
            `The aim in ${quoted(found.unread)} could not be read.`,
          )
        : note(
            `Chưa đọc được đối tượng ở ${quoted(found.unread)}.`,
            `The addressees in ${quoted(found.unread)} could not be read.`,
          ),
    )
}

/** What an article says without naming a number, it says of the document that it reports first. */
const addContents = (directive: ReadDirective, article: ReadArticle, raw: string): void => {
  const { paragraphs } = article
  const sentences = paragraphs.flatMap(sentencesOf)
  const { groups, refused, unread } = readTaskGroups(paragraphs)
  const period = readPeriod(paragraphs, directive.title)
  const aim = sentences.find(
    (one) =>
      /\snhằm\s/iu.test(one) && (one.includes(raw) || /^(?:Kế hoạch|Đề án|Chương trình|Quyết định|Chỉ thị)/u.test(one)),
  )
  const goal = sentences.find((one) => /^(?:mục tiêu|mục đích)/iu.test(one))
  const addressees = sentences.find((one) => /^đối tượng/iu.test(one))
  stated(directive, 'objectives', {
    value: sentence(aim, /\snhằm\s+(.+)$/su) ?? sentence(goal, /^[^:]{0,60}?(?::|\slà)\s*(.+)$/su),
    unread: goal,
  })
  stated(directive, 'implementers', {
    value: sentence(addressees, /^đối tượng[^:]{0,80}?(?::|\s(?:gồm(?: có)?|là|bao gồm))\s*(.+)$/isu),
    unread: addressees,
  })
  if (refused) directive.refused ??= refused
  directive.taskGroups = groups
  if (unread) directive.notes.push(unread)
  if (period && 'unread' in period)
    directive.notes.push(
      note(
        `Chưa đọc được thời gian thực hiện: ${quoted(period.unread)}; xin bổ sung.`,
        `The years of implementation could not be read: ${quoted(period.unread)}; add them.`,
      ),
    )
  else if (period) directive.period = period
}

const addRelations = (directive: ReadDirective, text: string, cited: Mention[], taken: Set<string>): void => {
  const { relations, beyond } = readCitations({
    title: directive.title,
    text,
    cited,
    isOwn: (key) => taken.has(key),
  })
  directive.relations = relations
  if (beyond.length)
    directive.notes.push(
      note(
        `Còn ${beyond.length} văn bản được viện dẫn không giữ: ${listed(beyond)}.`,
        `${beyond.length} more cited documents are not kept: ${listed(beyond)}.`,
      ),
    )
}

/**
 * The official documents that an article reports, in its order: number, day, issuer and subject, and for the first one
 * also its groups of tasks, period, effect, aim, addressees and what it cites. Pure.
 *
 * @returns `notes`: what the article says of documents that are not made
 */
export const readDirectives = (article: ReadArticle): { directives: ReadDirective[]; notes: Note[] } => {
  const inTitle = sentencesOf(article.title).flatMap((words) => mentionsIn(words.slice(0, LONGEST_SENTENCE)))
  const stated = statedMention(article.paragraphs)
  const all: Mention[] = [...inTitle, ...(stated ? [stated] : [])]
  const unsearched: string[] = []
  for (const words of article.paragraphs.flatMap(sentencesOf)) {
    if (all.length >= MOST_MENTIONS) unsearched.push(words)
    else all.push(...mentionsIn(words.slice(0, LONGEST_SENTENCE)))
    if (words.length > LONGEST_SENTENCE) unsearched.push(words.slice(LONGEST_SENTENCE))
  }
  const { mentions: found, besides } = reported(all, inTitle)
  const mentions = distinct(found)
  const taken = new Set(mentions.map(({ key }) => key))
  const told = sentencesByDocument(article.paragraphs, mentions)
  const citedBy = citedByDocument(all, mentions)
  const directives = mentions.map((mention, at) => {
    const directive = headOf(mention, article, all)
    const isOwn = (printed: FoundNumber) => numberKey(printed.number) === mention.key
    addEffect(directive, readEffect(told.get(mention.key) ?? [], isOwn, directive.issuedOn))
    if (at === 0) addContents(directive, article, mention.found.number.raw)
    addRelations(directive, at === 0 ? article.paragraphs.join('\n') : '', citedBy.get(mention.key) ?? [], taken)
    return directive
  })
  const notes = notTaken(mentions, besides, all, article)
  if (unsearched.length)
    notes.push(
      note(
        `Bài dài quá nên không tìm số hiệu từ ${quoted(unsearched[0]!)} trở đi.`,
        `The article is too long, and numbers were not looked for from ${quoted(unsearched[0]!)} on.`,
      ),
    )
  return { directives, notes }
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
