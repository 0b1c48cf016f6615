import { beginningOf } from '../../../lib/text/beginningOf.ts'
import { fold } from '../../../lib/text/fold.ts'
import type { Mention } from './issuing.ts'
import type { ReadRelation } from './types.ts'

const PROGRAMME =
  /(Đề án|Chương trình|Dự án|Kế hoạch|Chiến lược|Phong trào|Cuộc thi|Phương án|Quy chế)\s+[“"]([^”"]{8,400})[”"]/giu
const MOST = 50

/** A citation as a person would look it up: type, number, day and issuer. */
const citedAs = ({ found, day, issuer }: Mention, sentence: string): string =>
  [
    sentence.slice(found.from, found.end).trim(),
    day?.raw ? `ngày ${day.raw}` : '',
    issuer && issuer.length < 120 ? `của ${issuer}` : '',
  ]
    .filter(Boolean)
    .join(' ')

/**
 * Documents that an article cites without reporting them, as text, for they may not be held here: programmes by their
 * quoted names, others by their numbers. The programme in the directive's own title is what it carries out.
 *
 * @param args.cited mentions of numbers that are not the directive's own
 */
export const readCitations = (args: { title: string; text: string; cited: Mention[] }): ReadRelation[] => {
  const relations = new Map<string, ReadRelation>()
  const add = (relation: ReadRelation) => {
    const key = fold(relation.citedAs).replace(/[^a-z0-9]+/g, ' ')
    if (!relations.has(key) && relations.size < MOST) relations.set(key, relation)
  }
  const title = fold(args.title)
  for (const [, kind, name] of args.text.matchAll(PROGRAMME)) {
    const words = `${kind!.charAt(0).toUpperCase()}${kind!.slice(1)} “${name!.trim()}”`
    add({ type: title.includes(fold(name!.trim())) ? 'implements' : 'references', citedAs: words })
  }
  for (const mention of args.cited)
    add({
      type: mention.ground ? 'basedOn' : 'references',
      citedAs: beginningOf(citedAs(mention, mention.sentence), 500),
    })
  return [...relations.values()]
}
