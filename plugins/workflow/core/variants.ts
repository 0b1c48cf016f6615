import { canonicalJson, type FrozenContent, type Json } from '../../publications/index.ts'
import type { WorkflowDefinition } from './definition.ts'

/** When a document follows another definition than its collection usually does: all that is named must be true. */
export interface Condition {
  /** Public fields by name, and the values of which they must have one; a related row counts by its key. */
  fields?: Record<string, string[]>
  /** Only languages other than the first differ from the edition in force. */
  translationOnly?: true
  /** The run corrects the edition in force. */
  correction?: true
}

/** A definition for the documents that fit a condition. */
export interface Variant {
  when: Condition
  follow: WorkflowDefinition
}

/** What a condition looks at. */
export interface Subject {
  content: FrozenContent
  /** The edition in force; `undefined` when there is none. */
  inForce?: FrozenContent
  correction: boolean
  /** The language that is no translation. */
  original: string
}

/** Keys and values that a frozen field holds. */
const valuesIn = (value: Json | undefined): string[] => {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value.flatMap(valuesIn)
  if (typeof value === 'object') return valuesIn(value.key)
  return [String(value)]
}

/** A frozen value without its translations. */
const untranslated = (value: Json, original: string): Json | undefined => {
  if (Array.isArray(value)) return value.map((one) => untranslated(one, original) ?? null)
  if (value === null || typeof value !== 'object') return value
  const names = Object.keys(value)
  if (names.length && names.every((name) => name.startsWith('@'))) return value[`@${original}`]
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const kept = inner === undefined ? undefined : untranslated(inner, original)
      return kept === undefined ? [] : [[name, kept]]
    }),
  )
}

const same = (one: Json | undefined, other: Json | undefined): boolean =>
  canonicalJson(one ?? null) === canonicalJson(other ?? null)

/** Whether nothing but translations differs between two contents. Pure. */
export const differsInTranslationOnly = (one: FrozenContent, other: FrozenContent, original: string): boolean =>
  one.locales.includes(original) === other.locales.includes(original) &&
  same(untranslated(one.fields, original), untranslated(other.fields, original))

/** Whether a document fits a condition. Pure. */
export const fits = ({ fields = {}, translationOnly, correction }: Condition, subject: Subject): boolean => {
  const { content, inForce, original } = subject
  return (
    Object.entries(fields).every(([name, values]) =>
      valuesIn(content.fields[name]).some((one) => values.includes(one)),
    ) &&
    (!correction || subject.correction) &&
    (!translationOnly || (inForce !== undefined && differsInTranslationOnly(content, inForce, original)))
  )
}

/** The definition that a document follows: that of the first variant that fits, otherwise the usual one. Pure. */
export const definitionFor = (
  usual: WorkflowDefinition,
  variants: readonly Variant[],
  subject: Subject,
): WorkflowDefinition => variants.find(({ when }) => fits(when, subject))?.follow ?? usual

/** Names of the public fields in which two contents differ. Pure. */
export const changedFields = (one: FrozenContent, other: FrozenContent): string[] =>
  [...new Set([...Object.keys(one.fields), ...Object.keys(other.fields)])].filter(
    (name) => !same(one.fields[name], other.fields[name]),
  )

/** Names of the steps that ignore every one of some fields. Pure. */
export const ignoringSteps = ({ steps }: WorkflowDefinition, changed: readonly string[]): string[] =>
  steps.filter(({ ignores = [] }) => changed.every((name) => ignores.includes(name))).map(({ name }) => name)
