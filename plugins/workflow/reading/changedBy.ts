import type { PayloadRequest } from 'payload'
import { canonicalJson, type FrozenContent, type Json, localise } from '../../publications/index.ts'
import type { StoredEvent } from '../core/events.ts'
import { readSide } from './sides.ts'
import type { VersionLine } from './versions.ts'

/** Saves that are read one by one to learn who changed which field. */
const MOST_SAVES = 50

const spelled = (content: FrozenContent | undefined, name: string, locale: string): string => {
  const value: Json | undefined = content?.fields[name]
  const said = value === undefined ? undefined : localise(value, locale, locale)
  return said === undefined ? '' : canonicalJson(said)
}

/**
 * Who changed which public fields in a row of saves: for each field the names of those whose save changed it. Among
 * more than 50 saves, everyone who saved is named for each field.
 *
 * @param args.before the text before the first of the saves
 * @param args.lines the saves, oldest first
 */
export const changedBy = async (args: {
  req: PayloadRequest
  collection: string
  events: readonly StoredEvent[]
  before: FrozenContent | undefined
  lines: VersionLine[]
  fields: readonly string[]
  locale: string
}): Promise<(field: string) => string[]> => {
  const { req, collection, events, lines, fields, locale } = args
  const everyone = [...new Set(lines.map(({ by }) => by))].filter(Boolean)
  if (lines.length > MOST_SAVES) return () => everyone
  const names = new Map<string, Set<string>>()
  let before = args.before
  for (const line of lines) {
    const { content } = await readSide({ req, collection, line, events })
    for (const field of fields)
      if (line.by && spelled(before, field, locale) !== spelled(content, field, locale))
        names.set(field, (names.get(field) ?? new Set()).add(line.by))
    before = content
  }
  return (field) => [...(names.get(field) ?? [])]
}
