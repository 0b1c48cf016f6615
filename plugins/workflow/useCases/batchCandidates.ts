import type { Payload } from 'payload'
import { defaultLocale, namedByOf } from '../../publications/index.ts'
import { type Listed, manifestOf } from '../core/batch.ts'
import type { Refusal } from '../core/refusal.ts'
import { workflowOptions } from '../options.ts'
import { type Asked, isImported, look, MOST_LISTED, read, sinceOf, withPeople } from './batch.ts'

/** Documents looked at for one page of candidates. */
const PAGE = 100

/** An imported text as it would be approved. */
export interface Candidate extends Listed {
  title: string
  /** When it first was public, ISO 8601, UTC; `null` when nothing says. */
  publicSince: string | null
  /** Why it cannot be approved with others; `null` when it can. */
  refusal: Refusal | null
}

/**
 * The imported texts of a collection that wait for a decision, a page of them.
 *
 * @param page from 1
 * @returns with whether there are more
 */
export const candidatesOf = async (
  given: Asked,
  collection: string,
  page: number,
): Promise<{ candidates: Candidate[]; more: boolean }> => {
  const { payload, options } = given
  const asked = await withPeople(given)
  const title = namedByOf(payload, collection)
  const { docs, hasNextPage } = await payload.find({
    collection,
    where: { and: [options.batch.imported, { workflowState: { equals: 'draft' } }] },
    sort: 'id',
    limit: PAGE,
    page,
    depth: 0,
    locale: defaultLocale(payload.config),
    select: { [title]: true },
    overrideAccess: true,
  })
  const candidates: Candidate[] = []
  for (const row of docs as unknown as Record<string, unknown>[]) {
    const id = String(row.id)
    const there = await read(asked, { collection, id })
    if (!there) continue
    const { content, hash } = there.text.frozen
    const listed = { collection, id, contentHash: hash }
    const looked = await look(asked, listed, there, { manifest: '', documents: 1 })
    candidates.push({
      ...listed,
      title: String(row[title] ?? ''),
      publicSince: sinceOf(asked, content, options.clock.now().toISOString()) ?? null,
      refusal: 'refusal' in looked ? looked.refusal : null,
    })
  }
  return { candidates, more: hasNextPage }
}

/** A list as a head approves it. */
export interface BatchList {
  manifest: string
  documents: Listed[]
}

/**
 * The lists with which some working copies could be approved together: those that are as an importer left them, complete,
 * and were never submitted. Writes nothing.
 */
export const listsOf = async (
  payload: Payload,
  copies: readonly Pick<Listed, 'collection' | 'id'>[],
): Promise<BatchList[]> => {
  const { batch, ...rest } = workflowOptions(payload.config)
  if (!batch) return []
  const asked = { payload, options: { ...rest, batch } }
  const listed: Listed[] = []
  for (const copy of copies) {
    const there = await read(asked, copy)
    if (!there || there.loaded.state.seq > 0 || there.text.facts.faults.length) continue
    const one = { ...copy, contentHash: there.text.frozen.hash }
    if (await isImported(asked, one, there.text)) listed.push(one)
  }
  return Array.from({ length: Math.ceil(listed.length / MOST_LISTED) }, (_, at) => {
    const documents = listed.slice(at * MOST_LISTED, (at + 1) * MOST_LISTED)
    return { manifest: manifestOf(documents), documents }
  })
}
