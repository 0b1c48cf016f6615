import { randomUUID } from 'node:crypto'
import { listDay } from '../../lib/text/dates.ts'
import { prose } from '../../lib/text/prose.ts'
import { slugOf } from '../../lib/text/slug.ts'
import { dayOf } from '../../lib/time/periods.ts'
import type { JsonObject } from '../../plugins/publications/index.ts'
import { PATHS } from '../../src/portal/addresses.ts'
import { drawing } from './drawing.ts'
import type { Model } from './model.ts'
import { ACTS, MATTERS, PEOPLE, PLACES, SENTENCES } from './words.ts'

/** One document as its edition shows it. */
export interface MadeDocument {
  collection: 'directives' | 'bulletins' | 'notices'
  document: string
  slug: string
  url: string
  fields: JsonObject
}

const PARAGRAPHS = 8

/**
 * A document of a province as they are: seven in ten directives, the rest bulletins and notices; titles and bodies made
 * of words that real ones are made of, about six kilobytes each.
 *
 * @param index tells it from all others
 */
export const madeDocument = (model: Model, index: number, at: Date): MadeDocument => {
  const draw = drawing(index + 1)
  const one = <T>(all: readonly T[]): T => all[draw(all.length)]!
  const share = draw(10)
  const collection = share < 7 ? 'directives' : share < 9 ? 'bulletins' : 'notices'
  const year = at.getUTCFullYear()
  const about = `${one(ACTS)} ${one(MATTERS)} ${one(PEOPLE)} ${one(PLACES)} năm ${year}`
  const slug = `${slugOf(about, 80)}-${index}`
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, n) =>
    `${n + 1}. ${one(SENTENCES)} ${one(ACTS)} ${one(MATTERS)} ${one(PEOPLE)} ${one(PLACES)}. ${one(SENTENCES)}`.slice(
      0,
      600,
    ),
  )
  const common = {
    title: { '@vi': about },
    slug,
    summary: { '@vi': `${one(SENTENCES)} ${one(SENTENCES)}` },
    body: { '@vi': { html: paragraphs.map((words) => `<p>${words}</p>`).join(''), lexical: prose(...paragraphs) } },
    topics: [one(model.topics)],
    territories: [one(model.territories)],
    audiences: [one(model.audiences)],
  }
  const number = 1 + (index % 4_000)
  const fields =
    collection === 'directives'
      ? {
          ...common,
          docType: one(model.types),
          issuer: one(model.issuers),
          number,
          symbol: 'KH-UBND',
          numberAndSymbol: `${number}/KH-UBND`,
          issuedOn: dayOf(at),
          signers: [{ name: 'Nguyễn Văn Mẫu', title: { '@vi': 'Phó Chủ tịch' }, capacity: 'KT' }],
          abstract: { '@vi': `${about}, ban hành ngày ${listDay(dayOf(at))}.` },
        }
      : collection === 'bulletins'
        ? { ...common, byline: { '@vi': 'Phòng Phổ biến, giáo dục pháp luật' }, year, issueNo: 1 + (index % 52) }
        : common
  return {
    collection,
    document: randomUUID(),
    slug,
    url: `${PATHS[collection]}/${slug}`,
    fields: fields as unknown as JsonObject,
  }
}
