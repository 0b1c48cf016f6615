'use client'
import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { SettleReport } from '../../useCases/settleUnknown.ts'
import { FileField, formOf } from './FileOrText.tsx'
import { Failure, Section, Table } from './Section.tsx'
import { useCount, useDeskTexts, useSending } from './useDesk.ts'

const Report = ({ report }: { report: SettleReport }) => {
  const { unknown: says, today } = useDeskTexts()
  const count = useCount()
  return (
    <>
      <p>
        <strong>{report.dryRun ? says.wouldDo : says.done}</strong>{' '}
        {says.settled(count(report.accepted), count(report.rejected), count(report.unproven), count(report.known))}
      </p>
      <p>
        {says.lines(
          count(report.lines.read),
          count(report.lines.ours),
          count(report.lines.other),
          count(report.lines.unread),
        )}
      </p>
      {report.busy ? <p>{says.busy(count(report.busy))}</p> : null}
      {report.runs.length ? (
        <Table
          label={says.byRun}
          head={[today.columns.run, says.arrived, says.failed]}
          rows={report.runs.map(({ name, accepted, rejected }) => [name, [count(accepted), count(rejected)]])}
        />
      ) : null}
      {report.unread.length ? (
        <>
          <h3>{says.unread}</h3>
          <ol className="desk__lines">
            {report.unread.map(({ line, text }) => (
              <li key={line} value={line}>
                <code>{text}</code>
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </>
  )
}

/** Settles mails of unknown fate from the relay's log: first what it would do, then for good. */
export const Unknown = () => {
  const texts = useDeskTexts()
  const { unknown: says } = texts
  const [log, setLog] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const { send, busy, reply, forget } = useSending<SettleReport>()
  const id = useId()
  const settle = (apply: boolean) => send('unknown', file ? formOf(file, apply) : { log, apply })
  const tried = reply && 'value' in reply && reply.value.dryRun && reply.value.accepted + reply.value.rejected > 0
  return (
    <Section title={says.title}>
      <p className="desk__quiet">{says.note}</p>
      <div className="desk__form">
        <div className="desk__field desk__field--whole">
          <label htmlFor={id}>{says.paste}</label>
          <textarea
            id={id}
            rows={8}
            spellCheck={false}
            value={log}
            onChange={({ target }) => {
              setLog(target.value)
              forget()
            }}
          />
        </div>
        <FileField
          label={says.file}
          accept=".log,.txt,text/plain"
          onChosen={(chosen) => {
            setFile(chosen)
            forget()
          }}
        />
        <Button buttonStyle="secondary" margin={false} disabled={busy} onClick={() => void settle(false)}>
          {says.tryIt}
        </Button>
        {tried ? (
          <Button margin={false} disabled={busy} onClick={() => void settle(true)}>
            {says.apply}
          </Button>
        ) : null}
      </div>
      <div role="status">
        {busy ? <p>{texts.loading}</p> : null}
        {reply && 'value' in reply ? <Report report={reply.value} /> : null}
      </div>
      {reply && 'failure' in reply ? <Failure message={reply.failure} otherwise={texts.failed} /> : null}
    </Section>
  )
}
