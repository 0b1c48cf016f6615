import type { Payload } from 'payload'
import type { Frozen } from '../core/events.ts'
import type { WorkflowState } from '../core/state.ts'

interface Version {
  id: string
  createdAt: string
  version: { editedBy?: string | null }
}

/** Names a version beyond its database id, which is another one after a move to another database. */
const nameOf = ({ createdAt }: Version): string => new Date(createdAt).toISOString()

/**
 * Who contributed to a working copy since the last edition, and what was looked at. Every save is a version with its
 * editor; those that the last edition covered are left out. Should versions have come in behind its back (another
 * machine's clock), all of them count: better one approver too few than an author who approves.
 */
export const contributorsOf = async (args: {
  payload: Payload
  collection: string
  row: { id: string | number; editedBy?: unknown }
  state: WorkflowState
}): Promise<Omit<Frozen, 'contentHash'>> => {
  const { payload, collection, row, state } = args
  const found = await payload.db.findVersions<Version['version']>({
    collection,
    where: { parent: { equals: row.id } },
    sort: 'createdAt',
    limit: 0,
    pagination: false,
  } as never)
  const versions = found.docs as unknown as Version[]
  const covered = state.lastPublished?.covers
  const last = covered ? versions.findLastIndex((version) => nameOf(version) === covered.version) : -1
  const since = covered && last + 1 === covered.count ? versions.slice(last + 1) : versions
  const editors = [...since.map((version) => version.version.editedBy), row.editedBy]
  return {
    contributors: [
      ...new Set(editors.filter((editor): editor is string => typeof editor === 'string' && editor !== '')),
    ].sort(),
    covers: { version: versions.length ? nameOf(versions.at(-1)!) : '', count: versions.length },
  }
}
