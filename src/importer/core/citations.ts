import { beginningOf } from '../../../lib/text/beginningOf.ts'
import { numberKey } from '../../../lib/text/documentNumber.ts'
import { fold } from '../../../lib/text/fold.ts'
import type { Mention } from './issuing.ts'
import type { ReadRelation, RelationType } from './types.ts'

const PROGRAMME =
  /(Đề án|Chương trình|Dự án|Kế hoạch|Chiến lược|Phong trào|Cuộc thi|Phương án|Quy chế)\s+[“"]([^”"]{8,400})[”"]/giu
const MOST = 50

/** A citation as a person would look it up: type, number, day and issuer. */
const citedAs = ({ found, day, of, sentence }: Mention): string =>
  beginningOf(
    [
      sentence.slice(found.from, found.end).trim(),
      day?.raw ? `ngày ${day.raw}` : '',
      of && of.length < 120 ? `của ${of.trim()}` : '',
    ]
      .filter(Boolean)
      .join(' '),
    500,
  )

/** What the document does to a cited one; what another one does to it is no relation of this document. */
const doneTo = (
  { relating, ground }: Mention,
  isOwn: (key: string) => boolean,
): Pick<ReadRelation, 'type' | 'scope'> =>
  relating && (!relating.by || isOwn(numberKey(relating.by.number)))
    ? relating
    : { type: ground ? 'basedOn' : 'references', scope: '' }

/** What is said of one cited document in several places, each relation once; a mere mention only where nothing else is. */
const merged = (mentions: Mention[], isOwn: (key: string) => boolean): ReadRelation[] => {
  const fullest = mentions.map(citedAs).reduce((best, one) => (one.length > best.length ? one : best))
  const byType = new Map<RelationType, string[]>()
  for (const mention of mentions) {
    const { type, scope } = doneTo(mention, isOwn)
    byType.set(type, [...(byType.get(type) ?? []), scope])
  }
  if (byType.size > 1) byType.delete('references')
  // The ground of what is done to a document is that document itself.
  if (byType.size > 1) byType.delete('basedOn')
  return [...byType].map(([type, scopes]) => {
    const parts = [...new Set(scopes.filter(Boolean))]
    return { type, citedAs: fullest, scope: parts.join('; ') }
  })
}

/**
 * Documents that an article cites without reporting them, as text, for they may not be held here: programmes by their
 * quoted names, others by their numbers. The programme in the directive's own title is what it carries out.
 *
 * @param args.cited mentions of numbers that are not the directive's own
 * @param args.isOwn tells by its key whether a number is one that the article reports
 * @returns the relations, and what was beyond the most that a document can have
 */
export const readCitations = (args: {
  title: string
  text: string
  cited: Mention[]
  isOwn: (key: string) => boolean
}): { relations: ReadRelation[]; beyond: string[] } => {
  const relations = new Map<string, ReadRelation>()
  const beyond: string[] = []
  const add = (relation: ReadRelation) => {
    const key = `${relation.type} ${fold(relation.citedAs).replace(/[^a-z0-9]+/g, ' ')}`
    if (relations.has(key)) return
    if (relations.size < MOST) relations.set(key, relation)
    else beyond.push(relation.citedAs)
  }
  const title = fold(args.title)
  for (const [, kind, name] of args.text.matchAll(PROGRAMME)) {
    const words = `${kind!.charAt(0).toUpperCase()}${kind!.slice(1)} “${name!.trim()}”`
    add({ type: title.includes(fold(name!.trim())) ? 'implements' : 'references', citedAs: words, scope: '' })
  }
  const byNumber = new Map<string, Mention[]>()
  for (const mention of args.cited) {
    const same = byNumber.get(mention.key)
    if (same) same.push(mention)
    else byNumber.set(mention.key, [mention])
  }
  for (const mentions of byNumber.values()) for (const relation of merged(mentions, args.isOwn)) add(relation)
  return { relations: [...relations.values()], beyond }
}
