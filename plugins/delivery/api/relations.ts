import type { JsonObject } from '../../publications/index.ts'
import type { SeenRelation } from '../types.ts'
import { type DeliveryContext, type Shown, show } from './context.ts'

/** A relation as it is shown at one of its two ends. */
export interface RelationShown {
  type: string
  verb: string
  target: Shown | null
  citedAs: string | null
}

const say = (verb: Record<string, string>, locale: string) =>
  verb[locale] ?? verb.vi ?? verb.en ?? Object.values(verb)[0] ?? ''

/**
 * Relations of a document, its own and those that live documents have to it, as seen from here. What is not live is
 * shown as it is cited, so that no unpublished title leaks.
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
  // A relation to what is neither live nor cited says nothing to anybody.
  return [...own.filter((relation) => relation.target || relation.citedAs), ...others]
}

/** The same for derived fields: kinds, and the public fields at the other end. */
export const relationsSeen = (shown: Shown, context: DeliveryContext): SeenRelation[] =>
  relationsShown(shown, context).map(({ type, target }) => ({
    type,
    target: target ? context.catalogue.light(target.document, target.locale) : undefined,
  }))
