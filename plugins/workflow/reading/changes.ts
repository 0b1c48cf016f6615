import { diffArrays } from 'diff'
import { canonicalJson, isJsonObject, type Json } from '../../publications/index.ts'
import type { FieldDifference } from './difference.ts'
import { htmlText } from './htmlText.ts'

/** A public field that differs between two texts, for programs and for people. */
export interface FieldChange {
  path: string
  label: string
  /** `moved`: a list holds the same rows in another order. */
  change: 'added' | 'removed' | 'changed' | 'moved'
  /** What the field says on either side, as plain text; `null` when it says nothing. */
  before: string | null
  after: string | null
  /** Both in one, what is gone in `<del>` and what is new in `<ins>`; safe to insert into a page. */
  html: string
}

/** The cost of a comparison grows with the square of the differences; above this, the two sides stand one after the other. */
const MOST_EDITS = 400

/** A row as it is wherever it stands: its own number, which follows from its place, does not count. */
const spelledRow = (row: Json, index: number): string =>
  canonicalJson(
    isJsonObject(row) ? Object.fromEntries(Object.entries(row).filter(([, value]) => value !== index + 1)) : row,
  )

/** Whether two values are lists of the same rows in another order. Pure. */
export const isMoved = (before: Json | undefined, after: Json | undefined): boolean => {
  if (!Array.isArray(before) || !Array.isArray(after) || before.length !== after.length) return false
  const [old, young] = [before.map(spelledRow), after.map(spelledRow)]
  return old.join('\n') !== young.join('\n') && old.sort().join('\n') === young.sort().join('\n')
}

const bare = (side: string): string => side.replace(/<\/?(?:del|ins)>/g, '')

/** One line of text with what is gone and what is new in it, or `undefined` when it is more than a line. */
const inOneLine = (before: string, after: string): string | undefined => {
  if (before.includes('<') || after.includes('<')) return undefined
  const words = (text: string) => text.split(/(\s+)/).filter((word) => word !== '')
  return diffArrays(words(before), words(after), { maxEditLength: MOST_EDITS })
    ?.map(({ value, added, removed }) => {
      const text = value.join('')
      return added ? `<ins>${text}</ins>` : removed ? `<del>${text}</del>` : text
    })
    .join('')
}

/**
 * A difference as the API tells it. Pure.
 *
 * @param difference both sides as marked HTML
 */
export const changeOf = (difference: FieldDifference, moved: boolean): FieldChange => {
  const { path, label, change, before, after } = difference
  const [old, young] = [bare(before), bare(after)]
  const sides = [before && `<div class="before">${before}</div>`, after && `<div class="after">${after}</div>`]
  return {
    path,
    label,
    change: moved ? 'moved' : change === 'look' ? 'changed' : change,
    before: htmlText(old) || null,
    after: htmlText(young) || null,
    html: inOneLine(old, young) ?? sides.join(''),
  }
}
