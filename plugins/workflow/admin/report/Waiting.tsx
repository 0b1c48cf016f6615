'use client'
import { useConfig } from '@payloadcms/ui'
import Link from 'next/link.js'
import { useId } from 'react'
import type { BoardReport } from '../../useCases/report.ts'
import { instant } from '../instant.ts'
import { useCollectionName, useFigures, useReportTexts } from './useReportTexts.ts'

/** How many of the texts that wait longest are named. */
const NAMED = 10

const Oldest = ({ waiting }: { waiting: BoardReport['waiting'] }) => {
  const { waiting: says, days } = useReportTexts()
  const { config } = useConfig()
  const called = useCollectionName()
  return (
    <>
      <h3>{says.oldest}</h3>
      <ol className="report__oldest">
        {waiting.slice(0, NAMED).map((one) => (
          <li key={`${one.collection}:${one.document}`}>
            {one.overdue ? <span className="look-late">{says.late}</span> : null}{' '}
            {one.id === null ? (
              one.title || says.untitled
            ) : (
              <Link href={`${config.routes.admin}/collections/${one.collection}/${one.id}`}>
                {one.title || says.untitled}
              </Link>
            )}
            <span className="approval__quiet">
              {' '}
              {called(one.collection, 'singular')} · {one.step} · {days(one.days)},{' '}
              <time dateTime={one.since}>{instant(one.since)}</time>
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}

/** Where everything waits now. */
export const Waiting = ({ report }: { report: BoardReport }) => {
  const { waiting: says, days } = useReportTexts()
  const { count } = useFigures()
  const heading = useId()
  const { waitingAt, waiting } = report
  return (
    <div className="report__group">
      <h2 id={heading}>{says.title}</h2>
      <p className="approval__quiet">{says.now}</p>
      {waitingAt.length ? (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
          <section className="report__scroll" aria-labelledby={heading} tabIndex={0}>
            <table className="report__table report__table--few" aria-labelledby={heading}>
              <thead>
                <tr>
                  {[says.step, says.count, says.overdue, says.longest].map((title) => (
                    <th key={title} scope="col">
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {waitingAt.map((line) => (
                  <tr key={line.name}>
                    <th scope="row">{line.name}</th>
                    <td>{count(line.waiting)}</td>
                    <td className={line.overdue ? 'report__late' : undefined}>{count(line.overdue)}</td>
                    <td>{days(line.days)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <Oldest waiting={waiting} />
        </>
      ) : (
        <p>{says.none}</p>
      )}
    </div>
  )
}
