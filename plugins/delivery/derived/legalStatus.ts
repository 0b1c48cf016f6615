import type { JsonObject } from '../../publications/index.ts'
import type { DerivedField, SeenRelation } from '../types.ts'

export const LEGAL_STATUSES = ['none', 'notYet', 'inForce', 'partlyExpired', 'suspended', 'expired', 'unknown'] as const
export type LegalStatus = (typeof LEGAL_STATUSES)[number]

export interface LegalStatusRule {
  /** Field with the first day of legal effect. */
  from: string
  /** Field with the last day of legal effect. */
  to: string
  /** Group field with a manually set `status`, which takes precedence. */
  override?: string
  /** Relation types, as seen from this document, that end its effect (`replacedBy`). */
  ends: string[]
  /** Relation types that end its effect in part (`amendedBy`). */
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

/**
 * Legal status on a day, computed from facts alone: dates of effect, and relations from other published documents that
 * are themselves in effect. Plans, official letters and the like have no status.
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

/** The derived field `legalStatus`. */
export const legalStatus = (rule: LegalStatusRule): DerivedField => ({
  type: 'String',
  description: `Today in Asia/Ho_Chi_Minh: ${LEGAL_STATUSES.join(', ')}`,
  derive: ({ fields, day, relations }) => legalStatusOn({ fields, day, relations, rule }),
})
