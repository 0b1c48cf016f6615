import { drawing } from '../../made/drawing.ts'
import type { CorpusDocument } from '../document.ts'
import { province } from '../places.ts'
import { topics } from '../topics/index.ts'
import { types } from '../types.ts'
import { fromTitles } from './fromTitles.ts'
import { bySound, everyday, fewWhole, type HandMade, inChinese, initials, inKhmer, withoutSpaces } from './handMade.ts'
import { byNumber } from './numbers.ts'
import { type Question, question } from './question.ts'

export type { Question } from './question.ts'

const OF_A_FORM = 10

/** A topic with the year, the type or the issuer of a document. */
const byYearAndIssuer = (corpus: readonly CorpusDocument[]): Question[] => {
  const draw = drawing(7)
  const directives = corpus.filter(({ number }) => number !== undefined)
  const local = directives.filter(({ place }) => place !== province.name)
  const some = (ask: (meant: CorpusDocument) => Question, among = directives) =>
    Array.from({ length: OF_A_FORM }, () => ask(among[draw(among.length)]!))
  const typeName = ({ type }: CorpusDocument) => types[type as keyof typeof types].name.toLowerCase()
  return [
    ...some(({ topic, year }) =>
      question(corpus, 'topic and year', `${topics[topic].name} năm ${year}`, { topic, year }),
    ),
    ...some((one) => {
      const { topic, type, place } = one
      return question(corpus, 'type, topic and place', `${typeName(one)} ${topics[topic].name} ${place}`, {
        ...{ topic, type, place },
      })
    }, local),
    ...some(({ topic, issuer, issuerName }) =>
      question(corpus, 'issuer and topic', `${issuerName} ${topics[topic].name}`, {
        ...{ topic, issuer, issuerName },
      }),
    ),
  ]
}

const aboutTopics = (corpus: readonly CorpusDocument[], kind: string, asked: readonly HandMade[]): Question[] =>
  asked.map(([typed, ...about]) => question(corpus, kind, typed, ...about.map((topic) => ({ topic }))))

/** Leaflets in another language answer a question in that language. */
const inLanguage = (corpus: readonly CorpusDocument[], language: 'km' | 'zh', asked: readonly HandMade[]): Question[] =>
  aboutTopics(
    corpus.filter(({ titles }) => titles[language] !== undefined),
    language === 'km' ? 'Khmer' : 'Chinese',
    asked,
  )

/** All questions of the test set. Leaflets are in other languages, so they answer no question in Vietnamese. */
export const madeQuestions = (corpus: readonly CorpusDocument[]): Question[] => {
  const vietnamese = corpus.filter(({ type }) => type !== 'leaflet')
  return [
    ...fromTitles(vietnamese),
    ...byNumber(vietnamese),
    ...byYearAndIssuer(vietnamese),
    ...aboutTopics(vietnamese, 'everyday words', everyday),
    ...aboutTopics(vietnamese, 'initials of any phrase', initials),
    ...aboutTopics(vietnamese, 'spelled by sound', bySound),
    ...aboutTopics(vietnamese, 'without spaces', withoutSpaces),
    ...fewWhole.map(([typed, ...wanted]) => question(vietnamese, 'few titles hold every word', typed, ...wanted)),
    ...inLanguage(corpus, 'km', inKhmer),
    ...inLanguage(corpus, 'zh', inChinese),
  ]
}
