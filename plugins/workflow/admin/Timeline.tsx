'use client'
import { useId } from 'react'
import { notesOf } from '../trail/notes.ts'
import type { TimelineEntry } from '../trail/timelineEntry.ts'
import { instant } from './instant.ts'
import { useTexts } from './useTexts.ts'

/** The newest entries are open; the rest is collapsed. */
const OPEN = 4

const Item = ({ entry }: { entry: TimelineEntry }) => {
  const texts = useTexts()
  const notes = notesOf(entry, texts)
  return (
    <li className={`approval__event approval__event--${entry.type}`}>
      <p className="approval__event-what">
        {texts.events[entry.type] ?? entry.type}
        {entry.step ? <span className="approval__event-step"> · {entry.step}</span> : null}
      </p>
      <p className="approval__event-who">
        <time dateTime={entry.at}>{instant(entry.at)}</time>
        {' · '}
        {entry.by}
        {entry.capacity ? `, ${entry.capacity}` : null}
      </p>
      {entry.textChanged ? <p className="approval__event-note">{texts.timeline.textChanged}</p> : null}
      {notes.map(({ label, text }) => (
        <p key={label} className="approval__event-note">
          <strong>{label}:</strong> {text}
        </p>
      ))}
    </li>
  )
}

/** Who did what, when, in which capacity and why; newest first. */
export const Timeline = ({ entries }: { entries: TimelineEntry[] }) => {
  const texts = useTexts()
  const heading = useId()
  const newest = [...entries].reverse()
  const older = newest.slice(OPEN)
  const list = (some: TimelineEntry[]) => (
    <ol className="approval__events" reversed>
      {some.map((entry) => (
        <Item key={entry.seq} entry={entry} />
      ))}
    </ol>
  )
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>{texts.timeline.title}</h3>
      {entries.length ? list(newest.slice(0, OPEN)) : <p className="approval__quiet">{texts.timeline.empty}</p>}
      {older.length ? (
        <details className="approval__more">
          <summary>{texts.timeline.older(older.length)}</summary>
          {list(older)}
        </details>
      ) : null}
    </section>
  )
}
