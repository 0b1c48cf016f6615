'use client'
import '../look.css'
import './home.css'
import { useConfig } from '@payloadcms/ui'
import Link from 'next/link.js'
import { type ReactNode, useId } from 'react'
import type { OfficeWeek } from '../../useCases/week.ts'
import { REPORT_PATH } from '../report/path.ts'
import { useFigures, useReportTexts } from '../report/useReportTexts.ts'
import { useWeek } from './useWeek.ts'

const Part = ({ title, figure, children }: { title: string; figure: string; children: ReactNode }) => {
  const heading = useId()
  return (
    <section className="week__part" aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      <p className="week__figure">{figure}</p>
      {children}
    </section>
  )
}

const Waiting = ({ week }: { week: OfficeWeek }) => {
  const { week: says, days } = useReportTexts()
  const { count } = useFigures()
  return (
    <Part title={says.waiting} figure={count(week.waiting)}>
      {week.steps.length ? (
        <ul className="week__steps">
          {week.steps.map((step) => (
            <li key={step.name}>
              <span className="week__step">{step.name}</span>
              <strong>{count(step.waiting)}</strong>
              {step.overdue ? <span className="look-late">{says.overdue(step.overdue)}</span> : null}
              <span className="week__quiet">{says.longest(days(step.days))}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="week__quiet">{says.none}</p>
      )}
    </Part>
  )
}

/** Each day with its figure; the bar above repeats it for the eye. */
const Published = ({ week }: { week: OfficeWeek }) => {
  const { week: says } = useReportTexts()
  const { count, day } = useFigures()
  const most = Math.max(...week.days.map(({ published }) => published), 1)
  const list = useId()
  return (
    <Part title={says.published} figure={count(week.published)}>
      <p id={list} className="week__quiet">
        {week.published ? says.perDay : says.nothingPublished}
      </p>
      <ol className="week__days" aria-labelledby={list}>
        {week.days.map(({ day: iso, published }) => (
          <li key={iso}>
            <span className="week__scale">
              <span className="week__bar" style={{ blockSize: `${(published / most) * 100}%` }} />
            </span>
            <span className="week__count">{count(published)}</span>
            <time dateTime={iso}>
              {says.weekdays[new Date(`${iso}T00:00:00Z`).getUTCDay()]}
              <span className="week__date">{day(iso).slice(0, 5)}</span>
            </time>
          </li>
        ))}
      </ol>
    </Part>
  )
}

const Speed = ({ week }: { week: OfficeWeek }) => {
  const { week: says } = useReportTexts()
  const { hours } = useFigures()
  return (
    <Part title={says.speed} figure={week.hours === null ? '–' : hours(week.hours)}>
      <p className="week__quiet">{week.hours === null ? says.unknown : says.half}</p>
    </Part>
  )
}

/** The office's last seven days, above the person's own lists. */
export const Week = () => {
  const { week: says } = useReportTexts()
  const { config } = useConfig()
  const heading = useId()
  const week = useWeek()
  if (!week) return null
  return (
    <section className="week" aria-labelledby={heading}>
      <div className="week__head">
        <h2 id={heading}>{says.title}</h2>
        <Link href={`${config.routes.admin}${REPORT_PATH}`}>{says.report}</Link>
      </div>
      <div className="week__parts">
        <Waiting week={week} />
        <Published week={week} />
        <Speed week={week} />
      </div>
    </section>
  )
}
