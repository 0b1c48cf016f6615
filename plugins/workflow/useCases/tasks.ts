import type { Payload, Where } from 'payload'
import type { Actor } from '../core/events.ts'
import type { RunRow } from './project.ts'

export interface Task {
  collection: string
  /** Database id of the working copy. */
  id: string
  title: string
  state: string
  step: string
  since: string
  seq: number
  /** How it came back to its author, by whom and why; only among their own. */
  back?: { how: 'returned' | 'refused'; by: string; reason: string }
}

const MOST = 100

interface EventRow {
  id: string
  document: string
  type: 'returned' | 'refused'
  actorName: string
  reason?: string | null
}

const titled = async (
  payload: Payload,
  rows: RunRow[],
  locale: string,
  back: ReadonlyMap<string, Task['back']> = new Map(),
): Promise<Task[]> => {
  const tasks: Task[] = []
  for (const collection of new Set(rows.map((row) => row.collection))) {
    const keys = rows.filter((row) => row.collection === collection).map((row) => row.key)
    const found = await payload.find({
      collection,
      where: { key: { in: keys } },
      depth: 0,
      limit: keys.length,
      pagination: false,
      locale,
      overrideAccess: true,
      showHiddenFields: true,
    })
    for (const row of rows.filter((candidate) => candidate.collection === collection)) {
      const document = (found.docs as unknown as { id: string; key: string; title?: string }[]).find(
        (one) => one.key === row.key,
      )
      if (document)
        tasks.push({
          collection,
          id: String(document.id),
          title: document.title ?? '',
          state: row.state,
          step: row.stepTitle,
          since: row.since,
          seq: row.seq,
          ...(back.get(row.document) ? { back: back.get(row.document) } : {}),
        })
    }
  }
  return tasks.sort((a, b) => (a.since < b.since ? -1 : 1))
}

/** The last return or refusal of each stream. */
const lastBack = async (payload: Payload, rows: RunRow[]): Promise<Map<string, Task['back']>> => {
  const { docs } = rows.length
    ? await payload.db.find<EventRow>({
        collection: 'workflow-events',
        where: {
          and: [{ document: { in: rows.map((row) => row.document) } }, { type: { in: ['returned', 'refused'] } }],
        },
        sort: 'seq',
        pagination: false,
      })
    : { docs: [] }
  return new Map(
    docs.map(({ document, type, actorName, reason }) => [document, { how: type, by: actorName, reason: reason ?? '' }]),
  )
}

/**
 * The tasks of a person: their own texts that were returned, and texts that wait for their role. Oldest first, at most
 * 100 each.
 */
export const tasksOf = async (args: {
  payload: Payload
  actor: Actor
  locale: string
}): Promise<{ mine: Task[]; group: Task[] }> => {
  const { payload, actor, locale } = args
  const runs = async (where: Where) =>
    (
      await payload.db.find<RunRow & { id: string }>({
        collection: 'workflow-runs',
        where,
        sort: 'since',
        limit: MOST,
        pagination: false,
      })
    ).docs
  const returned = await runs({ returnedTo: { equals: actor.id } })
  return {
    mine: await titled(payload, returned, locale, await lastBack(payload, returned)),
    group: actor.role ? await titled(payload, await runs({ waitsFor: { equals: actor.role } }), locale) : [],
  }
}
