import type { PayloadRequest } from 'payload'
import { type FrozenContent, readContents, type WorkingCopy } from '../../publications/index.ts'
import type { StoredEvent } from '../core/events.ts'
import { type Mark, marksOf } from './marks.ts'
import type { VersionLine } from './versions.ts'
import { frozenInMemory } from './workingCopy.ts'

/** One side of a comparison: a version, and the content that was frozen of it or would be. */
export interface Side {
  line: VersionLine
  content: FrozenContent
}

/** The relevant mark of a version: that of the latest text frozen from it. */
const markOf = (marks: Mark[], number: number) => marks.findLast((mark) => mark.number === number)

/** Reads the content of a version: the frozen one if there is any, otherwise what freezing would give. */
export const readSide = async (args: {
  req: PayloadRequest
  collection: string
  line: VersionLine
  events: readonly StoredEvent[]
}): Promise<Side> => {
  const { req, collection, line, events } = args
  const { payload } = req
  const mark = markOf(marksOf(events), line.number)
  const kept = mark && (await readContents({ payload, hashes: [mark.contentHash] })).get(mark.contentHash)
  if (kept) return { line, content: kept }
  const { version } = (await payload.findVersionByID({
    collection,
    id: line.id,
    depth: 1,
    locale: 'all',
    overrideAccess: true,
    showHiddenFields: true,
  })) as unknown as { version: WorkingCopy }
  return { line, content: frozenInMemory(payload, collection, version).content }
}

/**
 * The best version to compare with: the edition in force if it is older, otherwise the previous version.
 *
 * @returns its number; `undefined` for the first version
 */
export const comparedWith = (events: readonly StoredEvent[], number: number): number | undefined => {
  const inForce = marksOf(events).find(({ standing }) => standing === 'inForce')
  if (inForce && inForce.number < number) return inForce.number
  return number > 1 ? number - 1 : undefined
}
