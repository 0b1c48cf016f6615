import type { JsonObject } from '../../publications/index.ts'
import type { SeenRelation } from '../types.ts'
import { type DeliveryContext, type Shown, show } from './context.ts'

/** A relation as seen from one of its two ends. */
export interface RelationShown {
  type: string
  verb: string
  target: Shown | null
  citedAs: string | null
  /** The part that it affects, in words; `null` for the whole document. */
  scope: string | null
}

const say = (verb: Record<string, string>, locale: string) =>
  verb[locale] ?? verb.vi ?? verb.en ?? Object.values(verb)[0] ?? ''

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/**
 * Outgoing and incoming relations of a document. A target that is not live is shown only by its citation, so that no
 * unpublished title leaks.
 *
 * @param types only these types, as seen from the document; all of them when omitted
 */
export const relationsShown = (shown: Shown, context: DeliveryContext, types?: readonly string[]): RelationShown[] => {
  const { document, locale, asked } = shown
  const rule = context.relations[document.state.collection]
  if (!rule) return []
  const { type = 'type', target = 'target', scope = 'scope' } = rule
  const isWanted = (name: string) => !types || types.includes(name)
  const outgoing = Object.keys(rule.verbs).some(isWanted)
    ? ((context.catalogue.long(document, locale)[rule.field] ?? []) as JsonObject[])
    : []
  const own = outgoing.map((relation): RelationShown => {
    const link = relation[target] as { collection: string; key: string } | undefined
    const found = link && context.catalogue.byKey(link.collection, link.key, context.now)
    const name = String(relation[type] ?? '')
    return {
      type: name,
      verb: say(rule.verbs[name]?.verb ?? {}, asked),
      target: found ? show(found, asked) : null,
      citedAs: text(relation.citedAs),
      scope: text(relation[scope]),
    }
  })
  const stored = types && Object.keys(rule.verbs).filter((name) => isWanted(rule.verbs[name]!.inverse.type))
  const others = context.catalogue.incoming(document, context.now, stored).flatMap((link): RelationShown[] => {
    const inverse = rule.verbs[link.type]?.inverse
    if (!inverse) return []
    const { from, scope: part } = link
    return [
      {
        type: inverse.type,
        verb: say(inverse.verb, asked),
        target: show(from, asked),
        citedAs: null,
        scope: part || null,
      },
    ]
  })
  // Drop a relation whose target is neither live nor cited.
  return [...own.filter((relation) => isWanted(relation.type) && (relation.target || relation.citedAs)), ...others]
}

/** Input for derived fields: relation types, and the public fields of the other document. */
export const relationsSeen = (shown: Shown, context: DeliveryContext, types: readonly string[]): SeenRelation[] =>
  relationsShown(shown, context, types).map(({ type, scope, target }) => ({
    type,
    scope: scope ?? undefined,
    id: target ? `${target.document.state.collection}/${target.document.state.document}` : '',
    target: target ? context.catalogue.light(target.document, target.locale) : undefined,
    relations: (others) => (target ? relationsSeen(target, context, others) : []),
  }))
