import type { Payload } from 'payload'
import { appendLog, isNumbered, type Log, NUMBERED, type Within } from '../../publications/index.ts'
import type { Actor } from '../core/events.ts'
import { namedIn } from '../core/system.ts'
import { workflowOptions } from '../options.ts'

export const POWER_COLUMNS = ['document', 'type', 'at', 'actor', 'actorName', 'actorRole', 'capacity', 'data'] as const

/** Who received or lost power to approve, by whom and when; one stream for each delegation and each account. */
export const powersLog: Log = { collection: 'workflow-powers', stream: 'document', columns: POWER_COLUMNS }

/** A change of powers. */
export interface PowerRow {
  /** `delegations:<id>` or `<collection of people>:<id>`. */
  document: string
  type: string
  /** ISO 8601, UTC. */
  at: string
  by: Actor
  /** Canonical JSON. */
  data: string
}

/** A change of powers as stored. */
export type StoredPower = PowerRow & { seq: number }

interface Row extends Omit<PowerRow, 'by'> {
  actor: string
  actorName?: string | null
  actorRole?: string | null
  capacity?: string | null
  seq: number
}

/** All changes of these people and delegations, those of each in order. */
export const readPowers = async (
  payload: Payload,
  documents: readonly string[],
  req?: Within,
): Promise<StoredPower[]> => {
  if (!documents.length) return []
  const { docs } = await payload.db.find<Row & { id: string }>({
    collection: powersLog.collection,
    where: { and: [{ document: { in: [...documents] } }, NUMBERED] },
    sort: 'seq',
    limit: 0,
    pagination: false,
    req,
  })
  return docs.filter(isNumbered).map(({ document, type, at, data, seq, actor, actorName, actorRole, capacity }) => ({
    document,
    type,
    at,
    data,
    seq,
    by: { id: actor, name: actorName ?? '', role: actorRole ?? '', capacity: capacity ?? '' },
  }))
}

/** Appends a change at the end of its document's stream. */
export const appendPower = async (args: { payload: Payload; row: PowerRow; req?: Within }): Promise<void> => {
  const { payload, req } = args
  const { by: actor, ...row } = args.row
  const by = namedIn(actor, workflowOptions(payload.config).language)
  await appendLog({
    payload,
    log: powersLog,
    req,
    entry: { ...row, actor: by.id, actorName: by.name, actorRole: by.role, capacity: by.capacity },
  })
}
