import { createHash } from 'node:crypto'
import { APIError, type Payload, ValidationError } from 'payload'
import { fold } from '../../text/fold.ts'
import type { Note } from '../core/types.ts'

export interface Importer {
  payload: Payload
  dryRun: boolean
  /** Who imports; nobody when it is the machine. */
  user?: { id: string | number } & Record<string, unknown>
  /** What a dry run would have made by now, so that it tells what a real one would. */
  planned: { keys: Set<string>; visits: number }
}

export type Kept = { stored: 'created' | 'held' | 'wouldCreate'; id?: string | number } | { refused: Note[] }

type Where = Record<string, unknown>

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

const said = (error: ValidationError | APIError): Note[] => {
  const messages = error instanceof ValidationError ? error.data.errors.map(({ message }) => message) : [error.message]
  return messages.map((message) => ({ vi: message, en: message }))
}

/**
 * Makes a working copy through Payload's ordinary operation, so that every hook and check of the collection holds, or
 * finds the one that an earlier import or an editor made, which is left as it is. Publishes nothing.
 *
 * @param args.same what else makes a stored row the same thing, beside its import key
 * @returns why not, when a check refuses it
 */
export const keep = async (
  importer: Importer,
  args: { collection: string; importKey: string; data: Record<string, unknown>; same?: Where },
): Promise<Kept> => {
  const { payload, dryRun, user, planned } = importer
  const { collection, importKey, data, same } = args
  const own = { importKey: { equals: importKey } }
  const found = await payload.find({
    collection,
    where: same ? { or: [own, same] } : own,
    limit: 1,
    depth: 0,
    locale: 'vi',
    overrideAccess: true,
  } as never)
  const [held] = found.docs as unknown as { id: string | number }[]
  if (held) return { stored: 'held', id: held.id }
  if (dryRun) {
    if (planned.keys.has(importKey)) return { stored: 'held' }
    planned.keys.add(importKey)
    return { stored: 'wouldCreate' }
  }
  try {
    const { id } = (await payload.create({
      collection,
      locale: 'vi',
      depth: 0,
      overrideAccess: true,
      ...(user ? { user } : {}),
      data: { ...data, importKey },
    } as never)) as { id: string | number }
    return { stored: 'created', id }
  } catch (error) {
    if (error instanceof ValidationError || (error instanceof APIError && error.status < 500))
      return { refused: said(error) }
    throw error
  }
}
