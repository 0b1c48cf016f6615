import type { Text, WorkflowDefinition } from '../core/definition.ts'
import { AUTHORITY } from '../core/powers.ts'

const EVERYTHING: Text = { vi: 'Mọi việc của lãnh đạo', en: 'Everything that a head decides' }

/**
 * What can be handed over under some definitions, and what people call it. Where several have a step of one name, the
 * first says how it is called.
 */
export const handableTitles = (definitions: readonly WorkflowDefinition[]): ReadonlyMap<string, Text> => {
  const titles = new Map([[AUTHORITY, EVERYTHING]])
  for (const { name, title, kind } of definitions.flatMap(({ steps }) => steps))
    if (kind === 'approve' && !titles.has(name)) titles.set(name, title)
  return titles
}
