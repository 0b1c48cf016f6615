import type { Payload } from 'payload'
import {
  documentStateOf,
  type FrozenContent,
  type FrozenDocumentLink,
  type Json,
  readContents,
  titleFieldOf,
} from '../../publications/index.ts'
import { isDocumentLink } from './valueHtml.ts'

const nameOf = ({ collection, key }: FrozenDocumentLink) => `${collection}:${key}`

/** The documents that a frozen content links to, each once. */
export const linksIn = (content: FrozenContent): FrozenDocumentLink[] => {
  const found = new Map<string, FrozenDocumentLink>()
  const walk = (value: Json | undefined): void => {
    if (Array.isArray(value)) value.forEach(walk)
    else if (isDocumentLink(value)) found.set(nameOf(value), value)
    else if (value !== null && typeof value === 'object' && !('lexical' in value)) Object.values(value).forEach(walk)
  }
  walk(content.fields)
  return [...found.values()]
}

/** Looks up a related document; `undefined` when nothing may be shown of it. */
export type LinkLookup<T> = (link: FrozenDocumentLink) => T | undefined

/** The live editions of the documents that a frozen content links to: what the public may read of them. */
export const liveEditions = async (payload: Payload, content: FrozenContent): Promise<LinkLookup<FrozenContent>> => {
  const hashes = new Map<string, string>()
  for (const link of linksIn(content)) {
    const state = await documentStateOf({ payload, collection: link.collection, document: link.key })
    if (state?.live) hashes.set(nameOf(link), state.contentHash)
  }
  const contents = await readContents({ payload, hashes: [...new Set(hashes.values())] })
  return (link) => contents.get(hashes.get(nameOf(link)) ?? '')
}

/**
 * The working titles of the documents that frozen contents link to, for people who may read working copies.
 *
 * @param locale language of the titles, with fallback to the default language
 */
export const workingTitles = async (
  payload: Payload,
  contents: FrozenContent[],
  locale: string,
): Promise<LinkLookup<string>> => {
  const keys = new Map<string, Set<string>>()
  for (const { collection, key } of contents.flatMap(linksIn))
    keys.set(collection, (keys.get(collection) ?? new Set()).add(key))
  const titles = new Map<string, string>()
  for (const [collection, wanted] of keys) {
    const title = titleFieldOf(payload, collection)
    const { docs } = await payload.find({
      collection,
      where: { key: { in: [...wanted] } },
      depth: 0,
      locale,
      overrideAccess: true,
      pagination: false,
    })
    for (const row of docs as unknown as Record<string, unknown>[])
      if (typeof row[title] === 'string') titles.set(`${collection}:${row.key}`, String(row[title]))
  }
  return (link) => titles.get(nameOf(link))
}
