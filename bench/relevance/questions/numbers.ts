import { fold } from '../../../lib/text/fold.ts'
import { drawing } from '../../made/drawing.ts'
import type { CorpusDocument, Wanted } from '../document.ts'
import { types } from '../types.ts'
import { type Question, question } from './question.ts'

type Numbered = CorpusDocument & { type: keyof typeof types; figures: string; symbol: string; number: string }

/** `2024-05-08` as letters cite it: `8/5/2024`. */
const cited = (day: string): string => day.split('-').reverse().map(Number).join('/')
const nameOf = ({ type }: Numbered): string => types[type].name.toLowerCase()
const codeOf = ({ symbol }: Numbered): string => symbol.split('-')[0]!

interface Form {
  kind: string
  /** How the number of a document is typed. */
  typed(meant: Numbered): string
  /** What the answers have in common. */
  wanted(meant: Numbered): Wanted
}

const whole = ({ number }: Numbered): Wanted => ({ number })
const ofType = ({ figures, type }: Numbered): Wanted => ({ figures, type })
const inFull = (typed: Form['typed']): Form => ({ kind: 'number in full', typed, wanted: whole })
const byType = (typed: Form['typed']): Form => ({ kind: 'type and figures', typed, wanted: ofType })

const FORMS: Form[] = [
  inFull(({ number }) => number),
  inFull(({ number }) => number.toLowerCase()),
  inFull(({ number }) => fold(number).toLowerCase()),
  inFull(({ number }) => number.replace(/[/-]/g, ' ')),
  inFull(({ number }) => number.replaceAll('/', '-')),
  inFull(({ number }) => number.replace('/', ' / ').replace('-', ' – ')),
  inFull(({ number }) => `số ${number}`),
  inFull(({ number }) => number.replace('-', '').toLowerCase()),
  inFull((meant) => `${nameOf(meant)} ${meant.number}`),
  byType((meant) => `${nameOf(meant)} ${meant.figures}`),
  byType((meant) => `${nameOf(meant)} số ${meant.figures}`),
  byType((meant) => fold(`${nameOf(meant)} ${meant.figures}`)),
  {
    kind: 'number and day',
    typed: (meant) => `${nameOf(meant)} số ${meant.number} ngày ${cited(meant.day)}`,
    wanted: ({ number, day }) => ({ number, day }),
  },
  {
    kind: 'number and year',
    typed: ({ figures, year }) => `số ${figures} năm ${year}`,
    wanted: ({ figures, year }) => ({ figures, year }),
  },
  {
    kind: 'number and year',
    typed: (meant) => `${nameOf(meant)} ${meant.figures} năm ${meant.year}`,
    wanted: ({ figures, type, year }) => ({ figures, type, year }),
  },
  { kind: 'figures alone', typed: ({ figures }) => figures, wanted: ({ figures }) => ({ figures }) },
]

/** Forms that only a number with the code of its type has. */
const CODED_FORMS: Form[] = [
  byType((meant) => `${codeOf(meant)} ${meant.figures}`),
  byType((meant) => fold(`${codeOf(meant)}${meant.figures}`).toLowerCase()),
  { kind: 'first part of a number', typed: (meant) => `${meant.figures}/${codeOf(meant)}`, wanted: ofType },
  {
    kind: 'first part of a number',
    typed: (meant) => fold(`${meant.figures} ${codeOf(meant)}`).toLowerCase(),
    wanted: ofType,
  },
]

const OF_A_FORM = 3

/** Numbers in the ways people write them. */
export const byNumber = (corpus: readonly CorpusDocument[]): Question[] => {
  const draw = drawing(5)
  const numbered = corpus.filter((document): document is Numbered => document.number !== undefined)
  const coded = numbered.filter(({ type }) => type !== 'CV')
  const asked = (forms: readonly Form[], among: readonly Numbered[]) =>
    forms.flatMap(({ kind, typed, wanted }) =>
      Array.from({ length: OF_A_FORM }, () => {
        const meant = among[draw(among.length)]!
        return question(corpus, kind, typed(meant), wanted(meant))
      }),
    )
  return [...asked(FORMS, numbered), ...asked(CODED_FORMS, coded)]
}
