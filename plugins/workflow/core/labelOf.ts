import type { Text } from './definition.ts'

/** What a collection is called, by its label in Payload's configuration; its slug where that says nothing. Pure. */
export const labelOf = (label: unknown, slug: string): Text => {
  if (typeof label === 'string') return { en: label }
  return label && typeof label === 'object' ? { en: slug, ...(label as Record<string, string>) } : { en: slug }
}
