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

/** The newest `term` row of each key of a reference collection. */
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

/** Reference collections that the relations of a collection lead to, by field; presentational fields are looked through. */
const relationTargets = (payload: Payload, collection: string): Record<string, string> =>
  Object.fromEntries(
    payload.collections[collection]!.config.flattenedFields.flatMap((field) =>
      field.type === 'relationship' && typeof field.relationTo === 'string' ? [[field.name, field.relationTo]] : [],
    ),
  )

/**
 * Appends a `term` row for every row of reference data that reads otherwise than the log has it, so that whoever
 * follows the log knows labels, dates and successors without asking a working table. Two rows that raced to write the
 * same change write it once; doing it again is harmless.
 *
 * @param args.at instant of the rows
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
 * A mark that differs after any reference data was added, saved or removed: of the instants of all rows, not of the
 * latest, which a server whose clock lags would never reach. What was changed by hand keeps its instant; `recordTerms`
 * alone sees that.
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
