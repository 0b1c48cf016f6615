import { createHash } from 'node:crypto'
import { APIError, type Payload, ValidationError, type Where } from 'payload'
import { fold } from '../../../lib/text/fold.ts'
import type { Note } from '../core/types.ts'

export interface Importer {
  payload: Payload
  dryRun: boolean
  /** Who imports; nobody when it is the machine. */
  user?: { id: string | number } & Record<string, unknown>
  /** What a dry run would have made by now, so that it tells what a real one would. */
  planned: { keys: Set<string>; addresses: Map<string, { importKey: string; title: string }>; visits: number }
}

export type Kept =
  | { stored: 'created' | 'held' | 'completed' | 'wouldCreate' | 'wouldComplete'; id?: string | number }
  | { refused: Note[] }

/** What an import knows a thing by: its kind and the words that tell it from others, however they are spelled. */
export const importKeyOf = (kind: string, ...words: (string | number | undefined)[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        kind,
        ...words.map((word) =>
          fold(String(word ?? ''))
            .replace(/[^\p{L}\p{N}]+/gu, ' ')
            .trim(),
        ),
      ]),
    )
    .digest('hex')

const notesOf = (error: ValidationError | APIError): Note[] => {
  const messages = error instanceof ValidationError ? error.data.errors.map(({ message }) => message) : [error.message]
  return messages.map((message) => ({ vi: message, en: message }))
}

type Held = { id: string | number; editedBy?: string; workflowState?: string } & Record<string, unknown>

/** Whether a row is still as an import by the same hand left it, and lacks what there is now. */
const lacks = (importer: Importer, held: Held, lateFields: Record<string, (string | number)[]>): boolean =>
  held.workflowState === 'draft' &&
  held.editedBy === String(importer.user?.id ?? 'system') &&
  Object.entries(lateFields).some(
    ([field, value]) => value.length > 0 && !(held[field] as unknown[] | undefined)?.length,
  )

/**
 * Makes a working copy through Payload's ordinary operation, so that every hook and check of the collection holds, or
 * finds the one that an earlier import or an editor made, which is left as it is. Publishes nothing.
 *
 * @param args.late relations that may be missing because what they point to could not be taken then: filled in a row
 *   that holds none and that nobody has touched since
 * @param args.same what else makes a stored row the same thing, beside its import key
 * @returns why not, when a check refuses it
 */
export const keep = async (
  importer: Importer,
  args: {
    collection: string
    importKey: string
    data: Record<string, unknown>
    same?: Where
    late?: Record<string, (string | number)[]>
  },
): Promise<Kept> => {
  const { payload, dryRun, user, planned } = importer
  const { collection, importKey, data, same, late = {} } = args
  const own: Where = { importKey: { equals: importKey } }
  const found = await payload.find({
    collection,
    where: same ? { or: [own, same] } : own,
    limit: 1,
    depth: 0,
    locale: 'vi',
    overrideAccess: true,
    showHiddenFields: true,
  })
  const [held] = found.docs as unknown as Held[]
  if (held && !lacks(importer, held, late)) return { stored: 'held', id: held.id }
  if (held && dryRun) return { stored: 'wouldComplete', id: held.id }
  if (dryRun) {
    if (planned.keys.has(importKey)) return { stored: 'held' }
    planned.keys.add(importKey)
    return { stored: 'wouldCreate' }
  }
  const common = { collection, locale: 'vi', depth: 0, overrideAccess: true, ...(user ? { user } : {}) }
  try {
    if (held) {
      await payload.update({ ...common, id: held.id, data: late })
      return { stored: 'completed', id: held.id }
    }
    const made = await payload.create({ ...common, data: { ...data, ...late, importKey } })
    return { stored: 'created', id: (made as { id: string | number }).id }
  } catch (error) {
    if (error instanceof ValidationError || (error instanceof APIError && error.status < 500))
      return { refused: notesOf(error) }
    throw error
  }
}
