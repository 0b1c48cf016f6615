import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import type { Clock } from '../../../lib/time/clock.ts'
import { canonicalJson, sha256 } from '../core/canonical.ts'
import { freeze } from '../core/freeze.ts'
import { freezeTerm } from '../core/freezeTerm.ts'
import { contentLocales } from '../core/locales.ts'
import { isNumbered, NUMBERED } from '../core/numbering.ts'
import { publicationsOptions } from '../core/shapes.ts'
import { renderTree } from '../richText/renderTree.ts'
import type { FrozenContent, Publication } from '../types.ts'
import { keepContent } from './contents.ts'
import { filesOf } from './files.ts'
import { keepFile } from './keepFile.ts'
import { record } from './publish.ts'
import { readContents } from './read.ts'

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

/** Contents that go into the log: of reference rows, and of each recorded global, by key. */
interface TermSource {
  collection: string
  contents(): Promise<{ document: string; freeze(): FrozenContent }[]>
}

/** Freezes a recorded global like a document; its slug is its key. */
const freezeGlobal = (payload: Payload, slug: string, row: Row): FrozenContent => {
  const { config } = payload
  const { fields } = config.globals.find((one) => one.slug === slug)!
  const content = freeze({
    collection: slug,
    fields,
    locales: contentLocales(config),
    row,
    options: publicationsOptions(config),
    toHtml: renderTree,
  })
  return { ...content, fields: { key: slug, ...content.fields } }
}

const sourcesOf = (payload: Payload): TermSource[] => {
  const { references, globals = [] } = publicationsOptions(payload.config)
  const all = { locale: 'all', depth: 1, overrideAccess: true } as const
  const locales = contentLocales(payload.config)
  return [
    ...Object.entries(references).map(
      ([collection, reference]): TermSource => ({
        collection,
        contents: async () => {
          const found = await payload.find({ ...all, collection, sort: reference.key, pagination: false })
          const targets = relationTargets(payload, collection)
          return (found.docs as unknown as Row[]).map((row) => ({
            document: String(row[reference.key]),
            freeze: () => freezeTerm({ collection, row, locales, references, targets }),
          }))
        },
      }),
    ),
    ...globals.map(
      (slug): TermSource => ({
        collection: slug,
        contents: async () => {
          const row = (await payload.findGlobal({ ...all, slug })) as Row
          return [{ document: slug, freeze: () => freezeGlobal(payload, slug, row) }]
        },
      }),
    ),
  ]
}

/**
 * Appends a `term` row for every reference row and recorded global that differs from the log, so that consumers of the
 * log know labels, dates and successors without reading a working table. A row without any content is recorded only after
 * it had some. Concurrent calls record a change once. Idempotent.
 *
 * @param args.clock gives each row its own instant
 * @returns how many changes were recorded
 * @throws Unpublishable when a file of a global is gone or is not what was uploaded
 */
export const recordTerms = async (args: { payload: Payload; clock: Clock }): Promise<number> => {
  const { payload, clock } = args
  const { mediaDir } = publicationsOptions(payload.config)
  let recorded = 0
  for (const { collection, contents } of sourcesOf(payload)) {
    const newest = await newestTerms(payload, collection)
    for (const { document, freeze: frozen } of await contents()) {
      await setImmediate()
      const content = frozen()
      const bytes = canonicalJson(content)
      const hash = sha256(bytes)
      const before = newest.get(document)
      const isEmpty = Object.keys(content.fields).length === 1
      if (before ? before.contentHash === hash : isEmpty) continue
      for (const file of filesOf(content)) await keepFile(mediaDir, file)
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
          // Read for each row: readers find their place in the log by instants, so a row must not be older than those before.
          at: clock.now().toISOString(),
        },
      })
      recorded += 1
    }
  }
  return recorded
}

/**
 * What the log last recorded of a reference row or a global; `undefined` when it recorded nothing, or when that was
 * changed since.
 */
export const publishedTerm = async (args: {
  payload: Payload
  collection: string
  key: string
}): Promise<FrozenContent | undefined> => {
  const { payload, collection, key } = args
  const { docs } = await payload.db.find<Publication>({
    collection: 'publications',
    where: {
      and: [
        { kind: { equals: 'term' } },
        { collection: { equals: collection } },
        { document: { equals: key } },
        NUMBERED,
      ],
    },
    sort: '-seq',
    limit: 1,
    pagination: false,
  })
  const [row] = docs
  return row && (await readContents({ payload, hashes: [row.contentHash] })).get(row.contentHash)
}

/**
 * A value that changes whenever reference data or a recorded global is added, saved or removed. It covers the timestamps of all rows, not
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
  for (const slug of publicationsOptions(payload.config).globals ?? []) {
    // MongoDB has no row of a global that was never saved.
    const row = (await payload.db.findGlobal({ slug })) as { updatedAt?: string } | null
    marks.push(`${slug} ${row?.updatedAt}`)
  }
  return sha256(marks.join('\n\n'))
}
