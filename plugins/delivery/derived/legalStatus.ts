import type { JsonObject } from '../../publications/index.ts'
import type { DerivedField, SeenRelation } from '../types.ts'

export const LEGAL_STATUSES = ['none', 'notYet', 'inForce', 'partlyExpired', 'suspended', 'expired', 'unknown'] as const
export type LegalStatus = (typeof LEGAL_STATUSES)[number]

export interface LegalStatusRule {
  /** Field with the first day of effect. */
  from: string
  /** Field with the last day of effect. */
  to: string
  /** Field with a group whose `status` was set by hand; it decides when it is there. */
  override?: string
  /** Kinds of relations, seen from this document, that end its effect (`replacedBy`). */
  ends: string[]
  /** Kinds that end a part of its effect (`amendedBy`). */
  endsPart: string[]
  /** Kinds that suspend it. */
  suspends: string[]
  /** Field with the type of the document, a reference whose key the two lists below name. */
  type: string
  /** Types that never have legal effect, whatever days are written on them. */
  withoutEffect: readonly string[]
  /** Types that always have it: where no day is known, neither is the status. */
  withEffect: readonly string[]
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)

/**
 * Legal status on a day, from facts alone: dates of effect, and what other published documents do to this one once
 * they are in effect themselves. Plans, official letters and the like have none.
 */
export const legalStatusOn = (args: {
  fields: JsonObject
  day: string
  relations(): SeenRelation[]
  rule: LegalStatusRule
}): LegalStatus => {
  const { fields, day, rule } = args
  const set = text((fields[rule.override ?? ''] as JsonObject | undefined)?.status)
  if (set && (LEGAL_STATUSES as readonly string[]).includes(set)) return set as LegalStatus
  const type = text((fields[rule.type] as JsonObject | undefined)?.key) ?? ''
  if (rule.withoutEffect.includes(type)) return 'none'
  const from = text(fields[rule.from])
  const to = text(fields[rule.to])
  if (to && day > to) return 'expired'
  if (from && day < from) return 'notYet'
  const acting = args
    .relations()
    .filter(({ target }) => target && (text(target[rule.from]) ?? '') <= day)
    .map((relation) => relation.type)
  if (acting.some((kind) => rule.ends.includes(kind))) return 'expired'
  if (acting.some((kind) => rule.suspends.includes(kind))) return 'suspended'
  if (!from && !to && !rule.withEffect.includes(type)) return 'none'
  if (acting.some((kind) => rule.endsPart.includes(kind))) return 'partlyExpired'
  return from || to ? 'inForce' : 'unknown'
}

/** A derived field `legalStatus`. */
export const legalStatus = (rule: LegalStatusRule): DerivedField => ({
  type: 'String',
  description: `Today in Asia/Ho_Chi_Minh: ${LEGAL_STATUSES.join(', ')}`,
  derive: ({ fields, day, relations }) => legalStatusOn({ fields, day, relations, rule }),
})
