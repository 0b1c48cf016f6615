'use client'
import '../approval.css'
import '../look.css'
import './report.css'
import { Button, Gutter, useStepNav } from '@payloadcms/ui'
import { useEffect, useId } from 'react'
import type { ReportLine } from '../../core/report.ts'
import type { BoardReport } from '../../useCases/report.ts'
import { useConnection } from '../useApproval.ts'
import { reportExportAddress } from './api.ts'
import { type GroupName, Lines } from './Lines.tsx'
import { Periods } from './Periods.tsx'
import { useAsked, useReport } from './useReport.ts'
import { useCollectionName, useFigures, useReportTexts } from './useReportTexts.ts'
import { Waiting } from './Waiting.tsx'

const GROUPS: readonly GroupName[] = ['steps', 'months', 'units', 'people', 'collections']

/** The whole office in one line of numbers. */
const Overall = ({ overall }: { overall: ReportLine }) => {
  const { glance: says, overall: title } = useReportTexts()
  const { count, hours } = useFigures()
  const heading = useId()
  const late = (value: number) => (value ? 'bad' : 'neutral')
  const numbers: [keyof typeof says, string, string][] = [
    ['decisions', count(overall.decisions), 'neutral'],
    ['p50', hours(overall.p50), 'neutral'],
    ['p90', hours(overall.p90), 'neutral'],
    ['overdue', count(overall.overdue), late(overall.overdue)],
    ['returned', count(overall.returned), 'neutral'],
    ['refused', count(overall.refused), 'neutral'],
  ]
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <dl className="look-numbers">
        {numbers.map(([name, figure, mark]) => (
          <div key={name} className={`look-number look-number--${mark}`}>
            <dt>{says[name]}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The lines of a report with names in words. */
const useNamed = () => {
  const says = useReportTexts()
  const called = useCollectionName()
  const nameOf: Partial<Record<GroupName, (name: string) => string>> = {
    months: (name) => says.month(name.slice(5), name.slice(0, 4)),
    units: (name) => name || says.noUnit,
    collections: (name) => called(name),
  }
  return (report: BoardReport, group: GroupName): ReportLine[] =>
    report[group].map((line) => ({ ...line, name: nameOf[group]?.(line.name) ?? line.name }))
}

const Figures = ({ report }: { report: BoardReport }) => {
  const says = useReportTexts()
  const { base } = useConnection()
  const named = useNamed()
  if (!report.overall) return null
  return (
    <>
      <Overall overall={report.overall} />
      <p>
        <a href={reportExportAddress(base, report)} download>
          {says.export}
        </a>
      </p>
      <div className="report__groups">
        {GROUPS.filter((group) => report[group].length).map((group) => (
          <Lines key={group} group={group} lines={named(report, group)} />
        ))}
      </div>
    </>
  )
}

/** How fast the board decides over a period, and where everything waits now. */
export const Report = () => {
  const says = useReportTexts()
  const { day } = useFigures()
  const { setStepNav } = useStepNav()
  const asked = useAsked()
  const { value: report, failure, busy, reload } = useReport(asked)
  useEffect(() => setStepNav([{ label: says.title }]), [setStepNav, says])
  const over = report ? says.over(day(report.from), day(report.to)) : ''
  return (
    <main className="report">
      <Gutter>
        <h1>{says.title}</h1>
        <p className="approval__quiet">{says.intro}</p>
        <Periods asked={asked} shown={report} />
        <div role="status">
          {busy ? <p>{says.loading}</p> : null}
          {failure && !busy ? <p>{failure.message || says.failed}</p> : null}
          {report && !busy ? <p className="report__over">{over}</p> : null}
          {report && !report.overall && !busy ? <p>{says.empty}</p> : null}
        </div>
        {failure && !busy ? (
          <Button buttonStyle="secondary" size="medium" margin={false} onClick={() => void reload()}>
            {says.retry}
          </Button>
        ) : null}
        {report ? (
          <div aria-busy={busy}>
            <Figures report={report} />
            <Waiting report={report} />
          </div>
        ) : null}
      </Gutter>
    </main>
  )
}
