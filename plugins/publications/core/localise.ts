import type { FrozenLocalised, Json, JsonObject } from '../types.ts'

/** Whether a frozen value is a map of text by locale rather than a plain object. */
export const isLocalised = (value: Json | undefined): value is FrozenLocalised => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false
  const keys = Object.keys(value)
  return keys.length > 0 && keys.every((key) => key.startsWith('@'))
}

/**
 * Resolves frozen content to one locale. Every localised value, at any depth, becomes its text in `locale`, or else in
 * `fallback`; without either it is dropped.
 */
export const localise = (value: Json, locale: string, fallback: string): Json | undefined => {
  if (isLocalised(value)) {
    const chosen = value[`@${locale}`] ?? value[`@${fallback}`]
    return chosen === undefined ? undefined : localise(chosen, locale, fallback)
  }
  if (Array.isArray(value))
    return value.map((item) => localise(item, locale, fallback)).filter((item): item is Json => item !== undefined)
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value as JsonObject)
        .map(([key, inner]) => [key, localise(inner, locale, fallback)] as const)
        .filter((entry): entry is [string, Json] => entry[1] !== undefined),
    )
  return value
}
