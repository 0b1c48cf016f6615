import type { Payload } from 'payload'
import { defaultLocale, type FrozenContent, readContents, titleFieldOf } from '../../publications/index.ts'
import { type Filter, matches, subjectOf } from '../core/filter.ts'
import type { Change } from '../core/items.ts'
import type { Source } from '../mail/view.ts'
import { settingsOf } from '../options.ts'

/** Contents per read. */
const CONTENTS = 200

/**
 * What of some changes a filter lets through, with their contents. Of what was withdrawn nothing is known but its
 * address, which passes a filter by its collection alone.
 */
export const readArchive = async (args: {
  payload: Payload
  changes: Change[]
  filter: Filter
  /** Number of entries at most, the newest. */
  most: number
}): Promise<Source[]> => {
  const { payload, filter, most } = args
  const { facetCollections } = settingsOf(payload.config)
  const sources: Source[] = []
  const newest = [...args.changes].reverse()
  for (let start = 0; start < newest.length && sources.length < most; start += CONTENTS) {
    const part = newest.slice(start, start + CONTENTS)
    const hashes = part.filter(({ live }) => live).map(({ event }) => event.contentHash)
    const contents = await readContents({ payload, hashes: [...new Set(hashes)] })
    for (const change of part) {
      const content = change.live ? contents.get(change.event.contentHash) : undefined
      if (change.live && !content) continue
      if (!passes(change, content, filter, facetCollections)) continue
      sources.push(sourceOf(payload, change, content))
    }
  }
  return sources.slice(0, most).reverse()
}

const passes = (
  { event }: Change,
  content: FrozenContent | undefined,
  filter: Filter,
  facetCollections: Parameters<typeof subjectOf>[1],
): boolean => {
  if (content) return matches(filter, subjectOf(content, facetCollections))
  return !filter.collections?.length || filter.collections.includes(event.collection)
}

const sourceOf = (payload: Payload, change: Change, content: FrozenContent | undefined): Source => ({
  item: { seq: change.event.seq, document: change.document, kind: change.kind, subscriptions: [] },
  event: change.event,
  content,
  title: titleFieldOf(payload, change.event.collection),
  notesIn: defaultLocale(payload.config),
  filters: [],
})
