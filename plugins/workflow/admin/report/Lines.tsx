'use client'
import { useId } from 'react'
import { BarChart } from '../../../../lib/look/BarChart.tsx'
import type { ReportLine } from '../../core/report.ts'
import type { ReportTexts } from '../../translations/report.ts'
import { useFigures, useReportTexts } from './useReportTexts.ts'

export type GroupName = keyof ReportTexts['groups']

const COLUMNS = ['decisions', 'p50', 'p90', 'overdue', 'returned', 'refused'] as const

/** The lines of one way to group decisions, as a table; it scrolls on its own where the screen is narrow. */
const Table = ({ group, lines, labelledBy }: { group: GroupName; lines: ReportLine[]; labelledBy: string }) => {
  const { columns: says } = useReportTexts()
  const { count, hours } = useFigures()
  const shown = (line: ReportLine, column: (typeof COLUMNS)[number]) =>
    column === 'p50' || column === 'p90' ? hours(line[column]) : count(line[column])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="report__scroll" aria-labelledby={labelledBy} tabIndex={0}>
      <table className="report__table" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">{says.name[group]}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {says[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.name}>
              <th scope="row">{line.name}</th>
              {COLUMNS.map((column) => (
                <td key={column} className={column === 'overdue' && line.overdue ? 'report__late' : undefined}>
                  {shown(line, column)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const DRAWN: Partial<Record<GroupName, readonly ['p50' | 'decisions', 'p90' | 'overdue']>> = {
  steps: ['p50', 'p90'],
  months: ['decisions', 'overdue'],
}

/** One way to group decisions: a drawing where it tells more than figures, and the figures. */
export const Lines = ({ group, lines }: { group: GroupName; lines: ReportLine[] }) => {
  const says = useReportTexts()
  const { count, hours } = useFigures()
  const heading = useId()
  const drawn = DRAWN[group]
  return (
    <div className={`report__group report__group--${group}`}>
      <h2 id={heading}>{says.groups[group]}</h2>
      {drawn ? (
        <BarChart
          block="report"
          label={says.chart[group as 'steps' | 'months']}
          series={[says.chart[drawn[0]], says.chart[drawn[1]]]}
          rows={lines.map((line) => ({ name: line.name, values: [line[drawn[0]], line[drawn[1]]] }))}
          shown={group === 'steps' ? hours : count}
        />
      ) : null}
      <Table group={group} lines={lines} labelledBy={heading} />
    </div>
  )
}
