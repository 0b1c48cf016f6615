import type { Payload } from 'payload'
import type { Frozen } from '../core/events.ts'
import type { WorkflowState } from '../core/state.ts'

/** One save of a working copy. */
export interface Save {
  id: string
  /** ISO 8601. Identifies the save across databases: the database id changes when the data moves to another one. */
  at: string
  editedBy: string
  /** Ids of those whose text it took over, separated by spaces. */
  takenFrom: string
  /** Mark of the text (`textMark`) in the language that was saved. */
  mark: string
  /** `updatedAt` of the row after this save, ISO 8601. */
  left: string
}

interface Version {
  id: string | number
  createdAt: string
  version: { editedBy?: string | null; takenFrom?: string | null; textMark?: string | null; updatedAt?: string }
}

/** People that a save names: its editor, and those whose text it took over. */
export const peopleOf = ({ editedBy, takenFrom }: { editedBy?: unknown; takenFrom?: unknown }): string[] =>
  [editedBy, ...(typeof takenFrom === 'string' ? takenFrom.split(' ') : [])].filter(
    (one): one is string => typeof one === 'string' && one !== '',
  )

const instant = (value: string | undefined) => (value ? new Date(value).toISOString() : '')

/**
 * Sorts by `updatedAt`: Payload stores a restored version with the creation date of the document as its `createdAt`.
 */
const inOrderOfSaving = (one: Save, other: Save): number => {
  const [before, after] = [one.left || one.at, other.left || other.at]
  return before < after ? -1 : before > after ? 1 : 0
}

/** All saves of a working copy, oldest first. */
export const readSaves = async (args: {
  payload: Payload
  collection: string
  id: string | number
}): Promise<Save[]> => {
  const found = await args.payload.db.findVersions<Version['version']>({
    collection: args.collection,
    where: { parent: { equals: args.id } },
    select: { createdAt: true, version: { editedBy: true, takenFrom: true, textMark: true, updatedAt: true } },
    sort: ['createdAt', 'id'],
    limit: 0,
    pagination: false,
  })
  return (found.docs as unknown as Version[])
    .map(({ id, createdAt, version }) => ({
      id: String(id),
      at: instant(createdAt),
      editedBy: version.editedBy ?? '',
      takenFrom: version.takenFrom ?? '',
      mark: version.textMark ?? '',
      left: instant(version.updatedAt),
    }))
    .sort(inOrderOfSaving)
}

/** Whether two reads found the same saves, so that none happened in between. */
export const sameSaves = (one: readonly Save[], other: readonly Save[]): boolean =>
  one.length === other.length && one.every(({ id }, index) => id === other[index]!.id)

/**
 * Whether the newest save is complete. A database without transactions writes the row before its version. For a moment,
 * the row holds text of a save that names no editor yet.
 */
export const isSettled = (saves: readonly Save[], row: Record<string, unknown>): boolean =>
  typeof row.updatedAt !== 'string' || saves.some(({ left }) => left === instant(row.updatedAt as string))

/**
 * The contributors to a working copy since the last edition that others approved or ratified, and the saves examined.
 * Saves covered by that edition are excluded. If a save was inserted among them (clock skew of another machine), all saves count: one eligible
 * approver too few is better than an author who approves. Pure.
 */
export const contributorsOf = (
  saves: readonly Save[],
  row: Record<string, unknown>,
  state: WorkflowState,
): Omit<Frozen, 'contentHash'> => {
  const covered = state.settled
  const last = covered ? saves.findLastIndex(({ at }) => at === covered.version) : -1
  const since = covered && last + 1 === covered.count ? saves.slice(last + 1) : saves
  return {
    contributors: [...new Set([...since, row].flatMap(peopleOf))].sort(),
    covers: { version: saves.at(-1)?.at ?? '', count: saves.length },
  }
}
