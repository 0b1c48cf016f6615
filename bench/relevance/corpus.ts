import { drawing } from '../made/drawing.ts'
import { SENTENCES } from '../made/words.ts'
import type { CorpusDocument } from './document.ts'
import { type Place, places, province } from './places.ts'
import { type TopicKey, topicKeys, topics } from './topics/index.ts'
import { translations } from './translations.ts'
import { type TypeCode, types } from './types.ts'

const DIRECTIVES_OF_A_MATTER = 11
const FIRST_YEAR = 2018
const YEARS = 8
const HIGHEST_NUMBER = 900
const LETTERS_FROM = 1_000
/** One in so many titles has the letters of its topic. */
const ABBREVIATED_SHARE = 4

type Draw = (below: number) => number
const one = <T>(draw: Draw, all: readonly T[]): T => all[draw(all.length)]!

const UNDER_THE_PROVINCE: TypeCode[] = ['KH', 'KH', 'QĐ', 'CV', 'TB', 'BC', 'BC', 'CTr', 'TTr', 'NQ']
const OF_THE_PROVINCE: TypeCode[] = ['KH', 'QĐ', 'QĐ', 'CV', 'CV', 'TB', 'CT', 'NQ', 'HD', 'CĐ', 'BC']
const OF_A_DEPARTMENT: ReadonlySet<TypeCode> = new Set(['KH', 'QĐ', 'CV', 'TB', 'BC', 'HD'])

const issuerOf = (draw: Draw, place: Place, type: TypeCode): [short: string, name: string] => {
  const of = place.level === 'province' ? place.kind : `${place.kind} ${place.name}`
  if (type === 'NQ') return ['HĐND', `Hội đồng nhân dân ${of}`]
  if (place.level === 'province' && OF_A_DEPARTMENT.has(type) && draw(2) === 0) return ['STP', 'Sở Tư pháp']
  return ['UBND', `Ủy ban nhân dân ${of}`]
}

const placeWords = (draw: Draw, { level, kind, name }: Place): string =>
  level === 'province'
    ? one(draw, ['trên địa bàn tỉnh', `trên địa bàn ${kind} ${name}`, `của ${kind} ${name}`])
    : one(draw, [`trên địa bàn ${kind} ${name}`, `tại ${kind} ${name}`, `của ${kind} ${name}`])

const yearWords = (draw: Draw, year: number): string =>
  one(draw, [`năm ${year}`, `năm ${year}`, `năm ${year}`, `giai đoạn ${year} - 2030`, ''])

const dayIn = (draw: Draw, year: number): string =>
  `${year}-${String(1 + draw(12)).padStart(2, '0')}-${String(1 + draw(28)).padStart(2, '0')}`

/** The matter as a title has it: a topic's name may stand as its letters. */
const printedMatter = (topic: TopicKey, matter: string, isShort: boolean): string => {
  const { name, abbreviation } = topics[topic]
  return isShort && abbreviation ? matter.replace(name, abbreviation) : matter
}

const numberOf = (draw: Draw, type: TypeCode, issuer: string, place: Place, year: number) => {
  if (type === 'CV') {
    const symbol = `${issuer}-${one(draw, issuer === 'STP' ? ['PBGDPL', 'HCTP', 'BTTP'] : ['NC', 'VX', 'TH'])}`
    const figures = String(LETTERS_FROM + draw(HIGHEST_NUMBER))
    return { figures, symbol, number: `${figures}/${symbol}` }
  }
  const symbol = `${type}-${issuer}`
  const isNormative =
    (type === 'QĐ' || type === 'NQ') && place.level === 'province' && issuer !== 'STP' && draw(2) === 0
  const figures = String(1 + draw(isNormative ? 60 : HIGHEST_NUMBER))
  // Offices print one figure with a zero before it.
  const printed = figures.padStart(2, '0')
  return { figures, symbol, number: isNormative ? `${printed}/${year}/${symbol}` : `${printed}/${symbol}` }
}

const spaced = (...words: string[]): string => words.filter(Boolean).join(' ')

const directive = (draw: Draw, topic: TopicKey, matter: string): Omit<CorpusDocument, 'key'> => {
  const place = draw(3) === 0 ? province : one(draw, places)
  const type = one(draw, place.level === 'province' ? OF_THE_PROVINCE : UNDER_THE_PROVINCE)
  const [issuer, issuerName] = issuerOf(draw, place, type)
  const year = FIRST_YEAR + draw(YEARS)
  const isShort = draw(ABBREVIATED_SHARE) === 0
  const printed = printedMatter(topic, matter, isShort)
  return {
    ...{ topic, matter, type, place: place.name, issuer, issuerName, year, day: dayIn(draw, year) },
    ...numberOf(draw, type, issuer, place, year),
    isAbbreviated: printed !== matter,
    titles: {
      vi: spaced(one(draw, types[type].openings), printed, placeWords(draw, place), yearWords(draw, year)),
    },
    summary: `${one(draw, SENTENCES)} ${one(draw, SENTENCES)}`,
  }
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const news = (draw: Draw, topic: TopicKey, matter: string): Omit<CorpusDocument, 'key'> => {
  const place = one(draw, places)
  const at = `${place.kind} ${place.name}`
  const year = FIRST_YEAR + draw(YEARS)
  const title = one(draw, [
    `${capitalised(at)} tổ chức hội nghị ${matter}`,
    `${capitalised(at)}: ${matter}`,
    `Bản tin tư pháp: ${matter}, cách làm của ${at}`,
    `Lãnh đạo Sở Tư pháp làm việc với ${at} về ${matter}`,
  ])
  return {
    ...{ topic, matter, type: 'news', place: place.name, issuer: 'STP', issuerName: 'Sở Tư pháp' },
    ...{ year, day: dayIn(draw, year), isAbbreviated: false, titles: { vi: title } },
    summary: one(draw, SENTENCES),
  }
}

const leaflets = (draw: Draw): Omit<CorpusDocument, 'key'>[] =>
  translations.map(([topic, language, title]) => ({
    ...{ topic, matter: '', type: 'leaflet', place: province.name, issuer: 'STP', issuerName: 'Sở Tư pháp' },
    ...{ year: 2025, day: dayIn(draw, 2025), isAbbreviated: false, summary: '' },
    titles: { vi: 'Tờ gấp tuyên truyền', [language]: title },
  }))

/** More than two thousand documents of one province, the same on every run, no two Vietnamese titles alike but of leaflets. */
export const madeCorpus = (): CorpusDocument[] => {
  const draw = drawing(2)
  const titles = new Set<string>()
  const documents: Omit<CorpusDocument, 'key'>[] = []
  const addNew = (make: () => Omit<CorpusDocument, 'key'>) => {
    let made = make()
    while (titles.has(made.titles.vi)) made = make()
    titles.add(made.titles.vi)
    documents.push(made)
  }
  for (const topic of topicKeys)
    for (const matter of topics[topic].matters) {
      for (let index = 0; index < DIRECTIVES_OF_A_MATTER; index += 1) addNew(() => directive(draw, topic, matter))
      addNew(() => news(draw, topic, matter))
    }
  return [...documents, ...leaflets(draw)].map((made, index) => ({ key: `d${index + 1}`, ...made }))
}
