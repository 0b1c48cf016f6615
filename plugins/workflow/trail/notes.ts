import { shownInstantOf } from '../../../lib/time/shownInstant.ts'
import type { WorkflowTexts } from '../translations/vi.ts'
import type { TimelineEntry } from './timelineEntry.ts'

/** What an entry says beside who did what and when, each with its label. Pure. */
export const notesOf = (
  entry: TimelineEntry,
  { timeline: labels }: Pick<WorkflowTexts, 'timeline'>,
): { label: string; text: string }[] => {
  const instant = (iso: string | undefined) => iso && shownInstantOf(iso)
  return [
    { label: labels.reason, text: entry.reason },
    { label: labels.comment, text: entry.comment },
    { label: entry.correction ? labels.correction : labels.changeNote, text: entry.changeNote },
    { label: labels.publishAt, text: instant(entry.publishAt) },
    { label: labels.ratifyBy, text: instant(entry.ratifyBy) },
    { label: labels.onBehalfOf, text: entry.onBehalfOf && `${entry.onBehalfOf} (${entry.authority})` },
    { label: labels.edition, text: entry.edition?.toString() },
    { label: labels.assignedTo, text: entry.assignedTo },
    { label: labels.leadsTo, text: entry.leadsTo },
  ].flatMap(({ label, text }) => (text ? [{ label, text }] : []))
}
