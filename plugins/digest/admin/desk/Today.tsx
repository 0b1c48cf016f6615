'use client'
import { shownInstantOf } from '../../../../lib/time/shownInstant.ts'
import type { Tally } from '../../core/progress.ts'
import type { DeskOverview, Stretch } from '../../desk/overview.ts'
import type { RunLine } from '../../desk/runLines.ts'
import { Pauses } from './Pauses.tsx'
import { Failure, Section, Table } from './Section.tsx'
import { useAsked, useCount, useDeskTexts } from './useDesk.ts'

/** While something is sent the page follows closely. */
const CLOSELY_MS = 5_000
const QUIETLY_MS = 30_000

const Alarms = ({ alarms }: { alarms: DeskOverview['alarms'] }) => {
  const { today: says } = useDeskTexts()
  return (
    <Section title={says.alarms}>
      {alarms.length ? (
        <ul className="desk__alarms">
          {alarms.map(({ code, message, advice }) => (
            <li key={`${code} ${message}`}>
              <strong>{message}</strong>
              <br />
              {advice}
            </li>
          ))}
        </ul>
      ) : (
        <p>{says.noAlarms}</p>
      )}
    </Section>
  )
}

const Sending = ({ runs }: { runs: RunLine[] }) => {
  const { today: says } = useDeskTexts()
  const count = useCount()
  return (
    <Section title={says.sending}>
      {runs.length ? (
        <ul className="desk__sending">
          {runs.map((run) => (
            <li key={run.key}>
              <h3>{run.name}</h3>
              <progress aria-label={run.name} max={1} value={run.done ?? 0} />
              <p>
                {says.done(count(run.rows - run.waiting), count(run.rows))}{' '}
                {run.held ? says.held : says.speed(run.perMinute, run.minutesLeft)}
                {run.lateMinutes ? ` ${says.late(run.lateMinutes)}` : ''}
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <p>{says.nothingSending}</p>
      )}
    </Section>
  )
}

const Numbers = ({ totals }: { totals: Tally }) => {
  const { today: says } = useDeskTexts()
  const count = useCount()
  const marks = { sent: 'good', refused: 'bad', unknown: 'bad', skipped: 'neutral', waiting: 'waits' } as const
  return (
    <dl className="desk__numbers">
      {(Object.keys(marks) as (keyof typeof marks)[]).map((name) => (
        <div key={name} className={`desk__number desk__number--${totals[name] ? marks[name] : 'neutral'}`}>
          <dt>{says.columns[name]}</dt>
          <dd>{count(totals[name])}</dd>
        </div>
      ))}
    </dl>
  )
}

const Runs = ({ title, stretch }: { title: string; stretch: Stretch }) => {
  const { today: says, states } = useDeskTexts()
  const count = useCount()
  const { columns } = says
  return (
    <Section title={title}>
      <Numbers totals={stretch.totals} />
      {stretch.runs.length ? (
        <Table
          label={title}
          head={[
            columns.run,
            columns.state,
            columns.sent,
            columns.refused,
            columns.unknown,
            columns.skipped,
            columns.waiting,
            columns.dueAt,
          ]}
          rows={stretch.runs.map((run) => [
            run.name,
            [
              run.held ? says.heldShort : states[run.state],
              count(run.sent),
              count(run.refused),
              count(run.unknown),
              count(run.skipped),
              count(run.waiting),
              `${shownInstantOf(run.dueAt)}${run.lateMinutes ? ` (${says.lateShort(run.lateMinutes)})` : ''}`,
            ],
          ])}
        />
      ) : (
        <p>{says.noRuns}</p>
      )}
    </Section>
  )
}

/** Today and this week in one view; it refreshes itself. */
export const Today = ({ mayManage }: { mayManage: boolean }) => {
  const texts = useDeskTexts()
  const { today: says } = texts
  const count = useCount()
  const { value, failure, reload } = useAsked<DeskOverview>('desk', (seen) =>
    seen?.sending.some(({ held }) => !held) ? CLOSELY_MS : QUIETLY_MS,
  )
  if (!value)
    return failure === null ? (
      <p role="status">{texts.loading}</p>
    ) : (
      <Failure message={failure} otherwise={texts.failed} />
    )
  return (
    <>
      <Failure message={failure} otherwise={texts.failed} />
      <p className="desk__quiet">{says.at(shownInstantOf(value.at))}</p>
      <Alarms alarms={value.alarms} />
      <Sending runs={value.sending} />
      <Pauses status={value.pauses} mayManage={mayManage} onChanged={reload} />
      <Runs title={says.today} stretch={value.today} />
      <Runs title={says.week} stretch={value.week} />
      <Section title={says.next}>
        <ul>
          {value.next.map(({ cadence, name, dueAt }) => (
            <li key={cadence}>{says.sentAt(name, shownInstantOf(dueAt))}</li>
          ))}
        </ul>
        <p>
          {says.people(
            count(value.subscribers.active),
            count(value.subscribers.pending),
            count(value.suppressed),
            count(value.awaited.waiting),
          )}
        </p>
      </Section>
    </>
  )
}
