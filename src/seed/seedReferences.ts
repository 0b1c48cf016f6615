import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import { type ReferenceRow, references } from './references/index.ts'

type Stored = { id: string | number } & Record<string, unknown>
type Known = Map<string, Stored>

const identity = (collection: string, key: string) => `${collection}/${key}`

/** Every row of a reference collection in all languages, by collection and stable key. */
const readStored = async (payload: Payload, collection: string, key: string, known: Known): Promise<void> => {
  const found = await payload.find({
    collection,
    locale: 'all',
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  for (const row of found.docs as unknown as Stored[]) known.set(identity(collection, String(row[key])), row)
}

const idOf = (known: Known, collection: string, key: string): string | number => {
  const row = known.get(identity(collection, key))
  if (!row) throw new Error(`The reference data point to "${key}" in ${collection}, which is not there yet`)
  return row.id
}

const relationsOf = (row: ReferenceRow, known: Known): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row.relations).map(([field, { collection, keys }]) => [
      field,
      typeof keys === 'string' ? idOf(known, collection, keys) : keys.map((key) => idOf(known, collection, key)),
    ]),
  )

/** What a row says in one language, as the fields of a save. */
const textsIn = (row: ReferenceRow, locale: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(row.texts).flatMap(([field, texts]) => (texts?.[locale] ? [[field, texts[locale]]] : [])),
  )

/** Texts of one language of which the stored row has none; what somebody wrote stays. */
const missingIn = (row: ReferenceRow, stored: Stored, locale: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(textsIn(row, locale)).filter(
      ([field]) => !(stored[field] as Record<string, unknown> | null | undefined)?.[locale],
    ),
  )

/**
 * Puts the portal's reference data in place: types of documents, territories, organisations, topics, audiences. Adds
 * what is missing, by stable key and language, and changes nothing that is there: editors own these rows from the
 * first day. Running it twice, or again after a stop in the middle, gives the same rows.
 *
 * @returns how many rows were added
 */
export const seedReferences = async ({ payload }: { payload: Payload }): Promise<{ added: number }> => {
  const known: Known = new Map()
  let added = 0
  for (const { collection, key, rows } of references) {
    await readStored(payload, collection, key, known)
    for (const row of rows) {
      let stored = known.get(identity(collection, row.key))
      if (!stored) {
        const created = (await payload.create({
          collection,
          locale: 'vi',
          depth: 0,
          overrideAccess: true,
          data: { [key]: row.key, ...row.shared, ...textsIn(row, 'vi'), ...relationsOf(row, known) },
        })) as Stored
        stored = { id: created.id }
        known.set(identity(collection, row.key), stored)
        added += 1
      }
      for (const locale of ['en', 'km', 'zh']) {
        const data = missingIn(row, stored, locale)
        if (Object.keys(data).length)
          await payload.update({ collection, id: stored.id, locale, depth: 0, overrideAccess: true, data })
      }
      await setImmediate()
    }
  }
  return { added }
}
