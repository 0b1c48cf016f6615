import type { PayloadRequest } from 'payload'
import { type FrozenContent, readContents, type WorkingCopy } from '../../publications/index.ts'
import type { StoredEvent } from '../core/events.ts'
import { type Mark, marksOf } from './marks.ts'
import type { VersionLine } from './versions.ts'
import { frozenInMemory } from './workingCopy.ts'

/** One text of a comparison: a version, and what is frozen of it or would be. */
export interface Side {
  line: VersionLine
  content: FrozenContent
}

/** The mark that speaks for a version: the latest text that was frozen of it. */
const markOf = (marks: Mark[], number: number) => marks.findLast((mark) => mark.number === number)

/** Reads the text of a version: the one that was frozen of it, else what would be frozen now. */
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
 * Which version a text is best compared with: the edition in force where it is older, else the version before.
 *
 * @returns its number; `undefined` for the first version
 */
export const comparedWith = (events: readonly StoredEvent[], number: number): number | undefined => {
  const inForce = marksOf(events).find(({ standing }) => standing === 'inForce')
  if (inForce && inForce.number < number) return inForce.number
  return number > 1 ? number - 1 : undefined
}
