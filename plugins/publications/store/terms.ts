import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import { canonicalJson, sha256 } from '../core/canonical.ts'
import { freezeTerm } from '../core/freezeTerm.ts'
import { isNumbered, NUMBERED } from '../core/numbering.ts'
import { publicationsOptions } from '../core/shapes.ts'
import type { Publication } from '../types.ts'
import { contentLocales, keepContent } from './contents.ts'
import { record } from './publish.ts'

type Row = Record<string, unknown>

/** Latest `term` row of each key of a reference collection. */
const newestTerms = async (payload: Payload, collection: string): Promise<Map<string, Publication>> => {
  const found = await payload.db.find<Publication & { id: string }>({
    collection: 'publications',
    where: { and: [{ kind: { equals: 'term' } }, { collection: { equals: collection } }, NUMBERED] },
    sort: 'seq',
    limit: 0,
    pagination: false,
  })
  return new Map(found.docs.filter(isNumbered).map((row) => [row.document, row]))
}

/**
 * Reference collections that the relations of a collection refer to, by field; presentational fields are transparent.
 */
const relationTargets = (payload: Payload, collection: string): Record<string, string> =>
  Object.fromEntries(
    payload.collections[collection]!.config.flattenedFields.flatMap((field) =>
      field.type === 'relationship' && typeof field.relationTo === 'string' ? [[field.name, field.relationTo]] : [],
    ),
  )

/**
 * Appends a `term` row for every reference row that differs from the log, so that consumers of the log know labels,
 * dates and successors without reading a working table. Concurrent calls record a change once. Idempotent.
 *
 * @param args.at timestamp of the rows
 * @returns how many changes were recorded
 */
export const recordTerms = async (args: { payload: Payload; at: Date }): Promise<number> => {
  const { payload, at } = args
  const { references } = publicationsOptions(payload.config)
  const locales = contentLocales(payload.config)
  let recorded = 0
  for (const [collection, { key }] of Object.entries(references)) {
    const newest = await newestTerms(payload, collection)
    const targets = relationTargets(payload, collection)
    const { docs } = await payload.find({
      collection,
      locale: 'all',
      depth: 1,
      sort: key,
      pagination: false,
      overrideAccess: true,
    })
    for (const row of docs as unknown as Row[]) {
      await setImmediate()
      const content = freezeTerm({ collection, row, locales, references, targets })
      const bytes = canonicalJson(content)
      const hash = sha256(bytes)
      const document = String(row[key])
      const before = newest.get(document)
      if (before?.contentHash === hash) continue
      await keepContent({ payload, frozen: { content, hash, bytes } })
      const edition = (before?.edition ?? 0) + 1
      await record({
        payload,
        entry: {
          key: `term:${collection}:${document}#${edition}`,
          kind: 'term',
          collection,
          document,
          url: '',
          slug: '',
          edition,
          contentHash: hash,
          major: false,
          changeNote: null,
          capacities: '[]',
          eventsHead: '',
          at: at.toISOString(),
        },
      })
      recorded += 1
    }
  }
  return recorded
}

/**
 * A value that changes whenever reference data is added, saved or removed. It covers the timestamps of all rows, not
 * only the latest, because a server with a slow clock may never exceed the latest. A manual change in the database
 * keeps the timestamp; only `recordTerms` detects that.
 */
export const referenceMark = async (payload: Payload): Promise<string> => {
  const marks: string[] = []
  for (const collection of Object.keys(publicationsOptions(payload.config).references)) {
    const { docs } = await payload.db.find<{ id: string; updatedAt?: string }>({
      collection,
      sort: 'id',
      limit: 0,
      pagination: false,
      select: { updatedAt: true },
    })
    marks.push(docs.map(({ id, updatedAt }) => `${id} ${updatedAt}`).join('\n'))
    await setImmediate()
  }
  return sha256(marks.join('\n\n'))
}
