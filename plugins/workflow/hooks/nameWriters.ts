import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook, Payload, PayloadRequest } from 'payload'
import { titleFieldOf } from '../../publications/index.ts'
import type { WorkflowState } from '../core/state.ts'
import { textMark } from '../core/textMark.ts'
import { readSaves, type Save } from '../store/contributors.ts'
import { streamOf } from '../store/stream.ts'
import { writersOfMark, writersOfSaves } from '../store/writers.ts'
import { loadStream } from '../useCases/load.ts'

const SOURCE = 'sourceOfText'

/** Where the text of the save that a request is about to make comes from. */
interface Source {
  collection: string
  /** The document that is duplicated. */
  duplicated?: string | number
  /** The version that is restored. */
  version?: string
}

/**
 * Notes which document or version the next save takes its text from. Each operation overwrites the note, because one
 * GraphQL request may make several saves.
 */
export const noteSource: CollectionBeforeOperationHook = ({ args, operation, collection, req }) => {
  if (!['create', 'update', 'restoreVersion'].includes(operation)) return args
  const { id, duplicateFromID } = args as { id?: string | number; duplicateFromID?: string | number }
  req.context[SOURCE] = {
    collection: collection.slug,
    duplicated: duplicateFromID,
    version: operation === 'restoreVersion' ? String(id) : undefined,
  } satisfies Source
  return args
}

const notedIn = (req: PayloadRequest, collection: string): Source => {
  const source = req.context[SOURCE] as Source | undefined
  return source?.collection === collection ? source : { collection }
}

/** The save whose text the last approved edition showed: whoever returns to it takes over nothing. */
const saveOfEdition = (saves: readonly Save[], { settled }: WorkflowState): Save | undefined =>
  settled && saves.findLast(({ at }) => at === settled.version)

const writersOfDuplicated = async (payload: Payload, collection: string, id: string | number): Promise<string[]> =>
  writersOfSaves(await readSaves({ payload, collection, id }))

/**
 * Guarantees that whoever wrote a text is named in every save that takes it over: by duplicating a document, restoring
 * a version, or sending the same text into another document. They contributed to it and may not approve it there.
 * Returning to the text of the last edition names nobody.
 *
 * @param collections slugs of all governed collections
 */
export const nameWriters =
  (collections: readonly string[]): CollectionBeforeChangeHook =>
  async ({ data, originalDoc, operation, collection, req }) => {
    const { payload } = req
    const { slug, fields } = collection
    const titleField = titleFieldOf(payload, slug)
    const mark = textMark(fields, data, titleField)
    const named = (writers: readonly string[]) => ({
      ...data,
      textMark: mark,
      takenFrom: [...new Set(writers)].sort().join(' '),
    })
    const { duplicated, version } = notedIn(req, slug)
    if (operation === 'create') {
      const before = duplicated === undefined ? [] : await writersOfDuplicated(payload, slug, duplicated)
      return named([...before, ...(mark ? await writersOfMark({ payload, collections, mark }) : [])])
    }
    const isNew = mark !== '' && mark !== textMark(fields, originalDoc, titleField)
    if (!isNew && version === undefined) return named([])
    const saves = await readSaves({ payload, collection: slug, id: originalDoc.id })
    const { state } = await loadStream(payload, streamOf(slug, originalDoc.key))
    const approved = saveOfEdition(saves, state)
    if (approved && (version === undefined ? approved.mark === mark : approved.id === version)) return named([])
    const restored = saves.findIndex(({ id }) => id === version)
    return named([
      ...writersOfSaves(saves.slice(0, restored + 1)),
      ...(isNew ? await writersOfMark({ payload, collections, mark }) : []),
    ])
  }
