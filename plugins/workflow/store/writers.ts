import type { Payload } from 'payload'
import { peopleOf, readSaves, type Save } from './contributors.ts'

/** Most documents that are looked at for the writers of one text. */
const MOST_DOCUMENTS = 50

/** Everyone whom these saves name. */
export const writersOfSaves = (saves: readonly Save[]): string[] => saves.flatMap(peopleOf)

interface Marked {
  id: string | number
  parent: string | number
}

/**
 * Everyone who wrote a text with this mark, in any document: all editors of a document until it first held the text,
 * and those who saved it with that text later.
 */
export const writersOfMark = async (args: {
  payload: Payload
  collections: readonly string[]
  mark: string
}): Promise<string[]> => {
  const { payload, collections, mark } = args
  const writers: string[] = []
  for (const collection of collections) {
    const found = await payload.db.findVersions({
      collection,
      where: { 'version.textMark': { equals: mark } },
      select: { parent: true },
      limit: 0,
      pagination: false,
    })
    const marked = found.docs as unknown as Marked[]
    const ids = new Set(marked.map(({ id }) => String(id)))
    const parents = [...new Set(marked.map(({ parent }) => parent))].slice(0, MOST_DOCUMENTS)
    for (const id of parents) {
      const saves = await readSaves({ payload, collection, id })
      const first = saves.findIndex((save) => ids.has(save.id))
      writers.push(...writersOfSaves(saves.filter((save, index) => index <= first || ids.has(save.id))))
    }
  }
  return writers
}
