import type { Payload } from 'payload'
import { ownLanguage } from '../../../lib/text/languages.ts'
import { roleName } from '../core/groups.ts'
import { fromRow, refOf } from '../store/stream.ts'
import { en } from '../translations/en.ts'
import { vi } from '../translations/vi.ts'
import type { WorkflowOptions } from '../types.ts'
import { documentsOf, stepsOf, type TrailRow } from './named.ts'
import { notesOf } from './notes.ts'
import { type TimelineEntry, timelineEntry } from './timelineEntry.ts'

/** One event of any document, in words. */
export interface TrailEntry extends TimelineEntry {
  /** Name of the document's stream. */
  document: string
  collection: string
  /** Title of the document; empty when nothing says. */
  title: string
  /** Database id of its working copy; `null` when it was deleted. */
  id: string | null
  /** What was done. */
  what: string
  /** Role of the person at that time. */
  role: string
  notes: { label: string; text: string }[]
}

const told = (row: TrailRow, titleOf: (step: string) => string): TimelineEntry => {
  try {
    return timelineEntry(fromRow(row), titleOf)
  } catch {
    // A hand in the database can leave details that are no JSON. The audit names the row; its columns are still shown.
    const { seq, type, at, actorName, capacity, reason } = row
    return { seq, type, at, by: actorName, capacity, ...(reason ? { reason } : {}) }
  }
}

/** Rows of the trail in words, in their order. */
export const entriesOf = async (args: {
  payload: Payload
  options: Pick<WorkflowOptions, 'roles'>
  rows: TrailRow[]
  lang: string
}): Promise<TrailEntry[]> => {
  const { payload, options, rows, lang } = args
  const documents = await documentsOf(payload, rows)
  const steps = await stepsOf(payload, rows)
  const texts = { vi, en }[ownLanguage(lang)]
  return rows.map((row) => {
    const entry = told(row, () => steps(row, lang))
    const { document, type, actorRole } = row
    const named = documents.get(document)
    return {
      ...entry,
      document,
      collection: refOf(document).collection,
      title: named?.title ?? '',
      id: named?.id ?? null,
      what: texts.events[type] ?? type,
      role: roleName(actorRole, options.roles, lang),
      notes: notesOf(entry, texts),
    }
  })
}
