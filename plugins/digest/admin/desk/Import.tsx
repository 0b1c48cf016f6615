'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { shownInstantOf } from '../../../../lib/time/shownInstant.ts'
import type { FateReason } from '../../core/importFate.ts'
import type { ImportedRow, ImportReport } from '../../useCases/importSubscribers.ts'
import { FileField, formOf } from './FileOrText.tsx'
import { Failure, Section, Table } from './Section.tsx'
import { useCount, useDeskTexts, useSending } from './useDesk.ts'

type Answer = ImportReport & { rows: ImportedRow[] }

const Report = ({ report }: { report: Answer }) => {
  const { imports: says } = useDeskTexts()
  const count = useCount()
  const { totals } = report
  return (
    <>
      <p>
        <strong>{report.dryRun ? says.wouldDo : says.done}</strong>{' '}
        {report.fault ? says.faults[report.fault](report.lines) : ''}
      </p>
      <dl className="desk__numbers">
        {(['subscribed', 'invited', 'unchanged', 'rejected', 'repaired'] as const).map((fate) => (
          <div key={fate} className="desk__number desk__number--neutral">
            <dt>{says.fates[fate]}</dt>
            <dd>{count(totals[fate])}</dd>
          </div>
        ))}
      </dl>
      {Object.keys(report.reasons).length ? (
        <ul>
          {Object.entries(report.reasons).map(([reason, found]) => (
            <li key={reason}>
              {says.reasons[reason as FateReason]}: {count(found)}
            </li>
          ))}
        </ul>
      ) : null}
      {report.rows.length ? (
        <Table
          label={says.rows}
          head={[says.line, says.to, says.fate, says.why]}
          rows={report.rows.map((row) => [
            String(row.line),
            [
              row.to,
              says.fates[row.fate],
              [
                ...(row.because ? [says.reasons[row.because]] : []),
                ...row.repairs.map((repair) => says.repairs[repair]),
                ...(row.at ? [says.askedAt(shownInstantOf(row.at))] : []),
              ].join('; '),
            ],
          ])}
        />
      ) : null}
    </>
  )
}

/** Imports a list of subscribers: first what it would do, then for good. */
export const Import = () => {
  const texts = useDeskTexts()
  const { imports: says } = texts
  const [file, setFile] = useState<File | null>(null)
  const { send, busy, reply, forget } = useSending<Answer>()
  const take = (apply: boolean) => send('import', file ? formOf(file, apply) : {})
  const value = reply && 'value' in reply ? reply.value : null
  const takes = value?.dryRun && value.totals.subscribed + value.totals.invited > 0
  return (
    <Section title={says.title}>
      <p className="desk__quiet">{says.note}</p>
      <div className="desk__form">
        <FileField
          label={says.file}
          accept=".csv,.tsv,.txt,text/csv"
          onChosen={(chosen) => {
            setFile(chosen)
            forget()
          }}
        />
        <Button buttonStyle="secondary" margin={false} disabled={busy} onClick={() => void take(false)}>
          {says.tryIt}
        </Button>
        {takes ? (
          <Button margin={false} disabled={busy} onClick={() => void take(true)}>
            {says.apply}
          </Button>
        ) : null}
      </div>
      <div role="status">
        {busy ? <p>{says.reading}</p> : null}
        {value ? <Report report={value} /> : null}
      </div>
      {reply && 'failure' in reply ? <Failure message={reply.failure} otherwise={texts.failed} /> : null}
    </Section>
  )
}
