import type { Where } from 'payload'
import { isRecord } from '../../lib/isRecord.ts'

const TYPED = ['like', 'contains'] as const

/** The text of a condition that a person typed, and how it is compared. */
const typedIn = (condition: unknown): { operator: (typeof TYPED)[number]; text: string } | undefined => {
  if (!isRecord(condition) || Object.keys(condition).length !== 1) return undefined
  for (const operator of TYPED) {
    const text = condition[operator]
    if (typeof text === 'string' && text.trim()) return { operator, text }
  }
  return undefined
}

/**
 * Replaces text conditions on any of the given fields by the same condition on the folded text of the row, so that
 * diacritics, case, composition and abbreviations do not matter, alike on every database.
 *
 * @param args.by fields whose text the folded one holds
 * @param args.queriesOf a typed text as folded texts, any of which may match
 */
export const foldWhere = (args: {
  where: Where
  by: ReadonlySet<string>
  field: string
  queriesOf: (text: string) => string[]
}): Where => {
  const { by, field, queriesOf } = args
  const folded = (where: Where): Where => {
    const conditions = Object.entries(where).map(([path, condition]): Where => {
      // What is no list is refused later, with a sentence.
      if ((path === 'and' || path === 'or') && Array.isArray(condition))
        return { [path]: (condition as Where[]).map((one) => (isRecord(one) ? folded(one as Where) : one)) }
      const typed = by.has(path) ? typedIn(condition) : undefined
      if (!typed) return { [path]: condition } as Where
      return { or: queriesOf(typed.text).map((text) => ({ [field]: { [typed.operator]: text } })) }
    })
    return conditions.length === 1 ? conditions[0]! : { and: conditions }
  }
  return Object.keys(args.where).length ? folded(args.where) : args.where
}
