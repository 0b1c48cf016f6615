import type { JsonObject } from '../../publications/index.ts'
import type { SeenRelation } from '../types.ts'
import { type DeliveryContext, type Shown, show } from './context.ts'

/** A relation as seen from one of its two ends. */
export interface RelationShown {
  type: string
  verb: string
  target: Shown | null
  citedAs: string | null
}

const say = (verb: Record<string, string>, locale: string) =>
  verb[locale] ?? verb.vi ?? verb.en ?? Object.values(verb)[0] ?? ''

/**
 * Outgoing and incoming relations of a document. A target that is not live is shown only by its citation, so that no
 * unpublished title leaks.
 */
export const relationsShown = (shown: Shown, context: DeliveryContext): RelationShown[] => {
  const { document, locale, asked } = shown
  const rule = context.relations[document.state.collection]
  if (!rule) return []
  const { type = 'type', target = 'target' } = rule
  const own = ((context.catalogue.long(document, locale)[rule.field] ?? []) as JsonObject[]).map(
    (relation): RelationShown => {
      const link = relation[target] as { collection: string; key: string } | undefined
      const found = link && context.catalogue.byKey(link.collection, link.key, context.now)
      const name = String(relation[type] ?? '')
      return {
        type: name,
        verb: say(rule.verbs[name]?.verb ?? {}, asked),
        target: found ? show(found, asked) : null,
        citedAs: typeof relation.citedAs === 'string' ? relation.citedAs : null,
      }
    },
  )
  const others = context.catalogue.incoming(document, context.now).flatMap(({ type: name, from }): RelationShown[] => {
    const inverse = rule.verbs[name]?.inverse
    return inverse
      ? [{ type: inverse.type, verb: say(inverse.verb, asked), target: show(from, asked), citedAs: null }]
      : []
  })
  // Drop a relation whose target is neither live nor cited.
  return [...own.filter((relation) => relation.target || relation.citedAs), ...others]
}

/** Input for derived fields: relation types, and the public fields of the other document. */
export const relationsSeen = (shown: Shown, context: DeliveryContext): SeenRelation[] =>
  relationsShown(shown, context).map(({ type, target }) => ({
    type,
    target: target ? context.catalogue.light(target.document, target.locale) : undefined,
  }))
