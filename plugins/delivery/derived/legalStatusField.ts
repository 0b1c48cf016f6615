import type { JsonObject } from '../../publications/index.ts'
import type { DerivedField, SeenRelation } from '../types.ts'
import { LEGAL_STATUSES, type LegalAct, type LegalFacts, type LegalStatus, legalStatusOn } from './legalStatus.ts'

export interface LegalStatusRule {
  /** Field with the first day of legal effect. */
  from: string
  /** Field with the last day of legal effect. */
  to: string
  /** Group field with a manually set `status`, which takes precedence. */
  override?: string
  /** Relation types, as seen from the affected document, that end its effect: `replacedBy`. */
  ends: string[]
  /** Relation types that end its effect in part, whatever their scope: `amendedBy`. */
  endsPart: string[]
  /** Relation types that suspend its effect. */
  suspends: string[]
  /** Reference field with the document type; its key is looked up in the two lists below. */
  type: string
  /** Types that never have legal effect, regardless of dates. */
  withoutEffect: readonly string[]
  /** Types that always have legal effect: without a date, their status is unknown. */
  withEffect: readonly string[]
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)

const isStatus = (value: string | undefined): value is LegalStatus =>
  (LEGAL_STATUSES as readonly (string | undefined)[]).includes(value)

/**
 * Reads the legal facts of a document and of those that act on it. One reader yields one object a document, so that
 * circles of relations end.
 */
const factsReader = (rule: LegalStatusRule) => {
  const acting = [...rule.ends, ...rule.endsPart, ...rule.suspends]
  const known = new Map<string, LegalFacts>()

  const actOf = (relation: SeenRelation): LegalAct[] => {
    const { type, scope, target } = relation
    if (!target) return []
    const by = known.get(relation.id) ?? read(target, relation.relations)
    known.set(relation.id, by)
    const does = rule.suspends.includes(type) ? 'suspends' : 'ends'
    return [{ does, part: Boolean(scope) || rule.endsPart.includes(type), by }]
  }

  const read = (fields: JsonObject, relations: (types: readonly string[]) => SeenRelation[]): LegalFacts => {
    const type = text((fields[rule.type] as JsonObject | undefined)?.key) ?? ''
    const effect = rule.withoutEffect.includes(type) ? 'never' : rule.withEffect.includes(type) ? 'always' : 'byDates'
    const from = text(fields[rule.from])
    const to = text(fields[rule.to])
    const override = text((fields[rule.override ?? ''] as JsonObject | undefined)?.status)
    return {
      effect,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(isStatus(override) ? { override } : {}),
      acts: () => relations(acting).flatMap(actOf),
    }
  }
  return read
}

/** The derived field `legalStatus`. */
export const legalStatus = (rule: LegalStatusRule): DerivedField => ({
  type: 'String',
  description: `Today in Asia/Ho_Chi_Minh: ${LEGAL_STATUSES.join(', ')}`,
  derive: ({ fields, day, relations }) => legalStatusOn(factsReader(rule)(fields, relations), day),
})
