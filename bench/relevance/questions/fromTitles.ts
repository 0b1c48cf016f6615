import { fold } from '../../../lib/text/fold.ts'
import { drawing } from '../../made/drawing.ts'
import { type CorpusDocument, madeFrom } from '../document.ts'
import { province } from '../places.ts'
import { topics } from '../topics/index.ts'
import { keysOf, type Question, question } from './question.ts'
import { telexOf, turnedAround, withSlip } from './typing.ts'

const wordsOf = (text: string): string[] => text.replaceAll(',', '').split(' ')
const beginningOf = (text: string, most: number): string => wordsOf(text).slice(0, most).join(' ')
const endOf = (text: string, most: number): string => wordsOf(text).slice(-most).join(' ')

/** Every other word without its marks. */
const halfFolded = (text: string): string =>
  text
    .split(' ')
    .map((word, index) => (index % 2 ? fold(word) : word))
    .join(' ')

type Draw = (below: number) => number

/** A way to ask for what is done in one place. */
interface Form {
  kind: string
  count: number
  /** The words of a matter that are typed. */
  run(matter: string): string
  typed(run: string, place: string, draw: Draw): string
}

const lastSix = (matter: string) => endOf(matter, 6)
const lastFour = (matter: string) => endOf(matter, 4)

const FORMS: Form[] = [
  { kind: 'part of a title', count: 14, run: (matter) => beginningOf(matter, 7), typed: (run, at) => `${run} ${at}` },
  { kind: 'without diacritics', count: 14, run: lastSix, typed: (run, at) => fold(`${run} ${at}`) },
  { kind: 'partly without diacritics', count: 10, run: lastSix, typed: (run, at) => halfFolded(`${run} ${at}`) },
  { kind: 'upper case', count: 6, run: lastSix, typed: (run, at) => `${run} ${at}`.toUpperCase() },
  { kind: 'lower case', count: 6, run: lastSix, typed: (run, at) => `${run} ${at}`.toLowerCase() },
  { kind: 'words out of order', count: 12, run: lastSix, typed: (run, at) => turnedAround(`${run} ${at}`) },
  { kind: 'quoted phrase', count: 8, run: lastFour, typed: (run, at) => `"${run}" ${at}` },
  {
    ...{ kind: 'with words that say nothing', count: 8, run: lastSix },
    typed: (run, at) => `xin cho hỏi về ${run} ở ${at} thì như thế nào ạ`,
  },
  { kind: 'typing error', count: 16, run: lastSix, typed: (run, at, draw) => `${withSlip(run, draw)} ${at}` },
  {
    ...{ kind: 'typing error, without diacritics', count: 12, run: lastSix },
    typed: (run, at, draw) => fold(`${withSlip(fold(run), draw)} ${at}`),
  },
  { kind: 'raw Telex', count: 10, run: lastFour, typed: (run, at) => telexOf(`${run} ${at}`) },
]

const different = <T>(all: readonly T[], count: number, draw: Draw): T[] => {
  const left = [...all]
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(draw(left.length), 1)[0]!)
}

/** Questions made from titles, whole or in part, in the ways that people type them. */
export const fromTitles = (corpus: readonly CorpusDocument[]): Question[] => {
  const draw = drawing(3)
  const local = corpus.filter(({ place }) => place !== province.name)
  const whole = different(corpus, 12, draw).map(({ key, titles }) => ({
    ...{ kind: 'whole title', typed: titles.vi, relevant: new Set([key]) },
  }))
  const formed = FORMS.flatMap(({ kind, count, run, typed }) =>
    different(local, count, draw).map((meant) => {
      const asked = run(meant.matter)
      const answers = madeFrom(corpus, { place: meant.place }).filter(({ matter }) =>
        wordsOf(matter).join(' ').includes(asked),
      )
      return { kind, typed: typed(asked, meant.place, draw), relevant: keysOf(answers) }
    }),
  )
  return [...whole, ...formed, ...abbreviations(corpus, draw)]
}

/** Letters where titles have the words, and the words where a title has the letters. */
const abbreviations = (corpus: readonly CorpusDocument[], draw: Draw): Question[] => {
  const isNamed = ({ topic, matter, place }: CorpusDocument) =>
    topics[topic].abbreviation !== undefined && matter.includes(topics[topic].name) && place !== province.name
  const typed = different(
    corpus.filter((one) => isNamed(one) && !one.isAbbreviated),
    12,
    draw,
  )
  const printed = different(
    corpus.filter((one) => isNamed(one) && one.isAbbreviated),
    12,
    draw,
  )
  return [
    ...typed.map(({ topic, matter, place }) => {
      const { name, abbreviation = '' } = topics[topic]
      return question(corpus, 'abbreviation typed', `${matter.replace(name, abbreviation)} ${place}`, { matter, place })
    }),
    ...printed.map(({ matter, place }) =>
      question(corpus, 'abbreviation in the title', `${matter} ${place}`, { matter, place }),
    ),
    ...Object.entries(topics).flatMap(([topic, { abbreviation }]) =>
      abbreviation
        ? [question(corpus, 'abbreviation alone', abbreviation, { topic: topic as CorpusDocument['topic'] })]
        : [],
    ),
  ]
}
