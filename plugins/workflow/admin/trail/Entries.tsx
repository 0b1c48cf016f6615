'use client'
import { useConfig } from '@payloadcms/ui'
import Link from 'next/link.js'
import type { TrailEntry } from '../../trail/entries.ts'
import type { TrailQuery } from '../../trail/query.ts'
import { instant } from '../instant.ts'
import { useTrailTexts } from './useTrailTexts.ts'

type Ask = (more: Partial<TrailQuery>) => void

const DAY = '24/11/2026'.length

/** The entries of each day in Viet Nam, in their order. */
const byDay = (entries: TrailEntry[]): [string, TrailEntry[]][] => {
  const days = new Map<string, TrailEntry[]>()
  for (const entry of entries) {
    const day = instant(entry.at).slice(0, DAY)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return [...days]
}

const Entry = ({ entry, alone, onAsk }: { entry: TrailEntry; alone: boolean; onAsk: Ask }) => {
  const says = useTrailTexts()
  const { config } = useConfig()
  const { at, what, step, by, capacity, title, id, collection, document, notes } = entry
  const name = title || says.untitled
  return (
    <li className="trail__entry">
      <p>
        <time dateTime={at}>{instant(at).slice(DAY + 1)}</time> <strong>{what}</strong>
        {step ? ` · ${step}` : null}
      </p>
      <p className="trail__document">
        {id ? (
          <Link href={`${config.routes.admin}/collections/${collection}/${id}`}>{name}</Link>
        ) : (
          `${name} (${says.gone})`
        )}
        {alone ? null : (
          <>
            {' · '}
            <button type="button" className="trail__link" onClick={() => onAsk({ document })}>
              {says.onlyThis}
            </button>
          </>
        )}
      </p>
      <p>
        <button
          type="button"
          className="trail__link"
          aria-label={says.onlyPerson(by)}
          title={says.onlyPerson(by)}
          onClick={() => onAsk({ person: by })}
        >
          {by}
        </button>
        {capacity ? `, ${capacity}` : null}
      </p>
      {notes.map(({ label, text }) => (
        <p key={label} className="trail__note">
          <strong>{label}:</strong> {text}
        </p>
      ))}
    </li>
  )
}

/** The entries of a page, day by day; `alone` when all are about one document that was chosen. */
export const Entries = ({ entries, alone, onAsk }: { entries: TrailEntry[]; alone: boolean; onAsk: Ask }) =>
  byDay(entries).map(([day, some]) => (
    <section key={day} aria-label={day}>
      <h3 className="trail__day">{day}</h3>
      <ol className="trail__entries">
        {some.map((entry) => (
          <Entry key={`${entry.document}#${entry.seq}`} entry={entry} alone={alone} onAsk={onAsk} />
        ))}
      </ol>
    </section>
  ))
