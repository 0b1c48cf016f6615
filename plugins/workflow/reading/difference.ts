import { canonicalJson, type FrozenContent, type Json, localise } from '../../publications/index.ts'
import { inFormOrder, type NamedField } from '../admin/frozen/fieldNames.ts'
import { labelOf, type Showing, valueHtml } from './valueHtml.ts'
import { wordDiff } from './wordDiff.ts'

/** A public field that differs between two texts. */
export interface FieldDifference {
  /** Public name of the field. */
  path: string
  /** The form's label of the field. */
  label: string
  /** `look`: the words are equal; formatting or link targets differ. */
  change: 'added' | 'removed' | 'changed' | 'look'
  /** Each side as HTML, differing words in `<del>` and `<ins>`; empty when that side has no value. */
  before: string
  after: string
}

const EMPTY: FrozenContent = { format: 1, collection: '', locales: [], fields: {} }

/** A value in exactly this language. A fallback to another language would hide a missing translation. */
const inLanguage = (value: Json | undefined, locale: string): Json | undefined =>
  value === undefined ? undefined : localise(value, locale, locale)

const spelled = (value: Json | undefined): string => (value === undefined ? '' : canonicalJson(value))

/**
 * The public fields that differ between two frozen contents in one language, in the order of the form. Pure.
 *
 * @param from the older content; `undefined` when there is none, so that everything is new
 */
export const differenceOf = (args: {
  from: FrozenContent | undefined
  to: FrozenContent
  fields: NamedField[]
  locale: string
  showing: Showing
}): FieldDifference[] => {
  const { from = EMPTY, to, fields, locale, showing } = args
  return inFormOrder({ ...from.fields, ...to.fields }, fields).flatMap(([name]): FieldDifference[] => {
    const [old, young] = [inLanguage(from.fields[name], locale), inLanguage(to.fields[name], locale)]
    if (spelled(old) === spelled(young)) return []
    const field = fields.find((candidate) => candidate.name === name)
    const [before, after] = [valueHtml(old, field, showing), valueHtml(young, field, showing)]
    const entry = { path: name, label: labelOf(field?.label, name, showing.lang) }
    if (!before && !after) return []
    const sides = wordDiff(before, after)
    const change = !before ? 'added' : !after ? 'removed' : sides.words ? 'changed' : 'look'
    return [{ ...entry, change, before: sides.before, after: sides.after }]
  })
}

/** The languages in which two frozen contents differ, so that a change in another language is not overlooked. */
export const changedLocales = (from: FrozenContent | undefined, to: FrozenContent, locales: string[]): string[] =>
  locales.filter(
    (locale) => spelled(inLanguage((from ?? EMPTY).fields, locale)) !== spelled(inLanguage(to.fields, locale)),
  )
