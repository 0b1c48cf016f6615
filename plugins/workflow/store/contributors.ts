import type { Payload } from 'payload'
import type { Frozen } from '../core/events.ts'
import type { WorkflowState } from '../core/state.ts'

/** What is known of one save of a working copy. */
export interface Save {
  id: string
  /** ISO 8601. Names the save beyond its database id, which is another one after a move to another database. */
  at: string
  editedBy: string
  /** `updatedAt` of the row as this save left it, ISO 8601. */
  left: string
}

interface Version {
  id: string | number
  createdAt: string
  version: { editedBy?: string | null; updatedAt?: string }
}

const instant = (value: string | undefined) => (value ? new Date(value).toISOString() : '')

/** By when they were saved: Payload stores a restored version with the day on which the document was made as its `createdAt`. */
const inOrderOfSaving = (one: Save, other: Save): number => {
  const [before, after] = [one.left || one.at, other.left || other.at]
  return before < after ? -1 : before > after ? 1 : 0
}

/** Every save of a working copy, oldest first. */
export const readSaves = async (args: {
  payload: Payload
  collection: string
  id: string | number
}): Promise<Save[]> => {
  const found = await args.payload.db.findVersions<Version['version']>({
    collection: args.collection,
    where: { parent: { equals: args.id } },
    select: { createdAt: true, version: { editedBy: true, updatedAt: true } },
    sort: ['createdAt', 'id'],
    limit: 0,
    pagination: false,
  })
  return (found.docs as unknown as Version[])
    .map(({ id, createdAt, version }) => ({
      id: String(id),
      at: instant(createdAt),
      editedBy: version.editedBy ?? '',
      left: instant(version.updatedAt),
    }))
    .sort(inOrderOfSaving)
}

/** Whether two readings found the same saves, so that none came in between. */
export const sameSaves = (one: readonly Save[], other: readonly Save[]): boolean =>
  one.length === other.length && one.every(({ id }, index) => id === other[index]!.id)

/**
 * Whether the newest save stands in the row whole. On a database without transactions the row is written before its
 * version: for a moment it holds words of a save that names nobody yet.
 */
export const isSettled = (saves: readonly Save[], row: Record<string, unknown>): boolean =>
  typeof row.updatedAt !== 'string' || saves.some(({ left }) => left === instant(row.updatedAt as string))

/**
 * Who contributed to a working copy since the last edition, and what was looked at. Those saves that the last edition
 * covered are left out. Should one have come in behind its back (another machine's clock), all of them count: better
 * one approver too few than an author who approves. Pure.
 */
export const contributorsOf = (
  saves: readonly Save[],
  row: Record<string, unknown>,
  state: WorkflowState,
): Omit<Frozen, 'contentHash'> => {
  const covered = state.lastPublished?.covers
  const last = covered ? saves.findLastIndex(({ at }) => at === covered.version) : -1
  const since = covered && last + 1 === covered.count ? saves.slice(last + 1) : saves
  const editors = [...since.map(({ editedBy }) => editedBy), row.editedBy]
  return {
    contributors: [
      ...new Set(editors.filter((editor): editor is string => typeof editor === 'string' && editor !== '')),
    ].sort(),
    covers: { version: saves.at(-1)?.at ?? '', count: saves.length },
  }
}
