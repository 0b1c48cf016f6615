'use client'
import { shownInstantOf } from '../../../../lib/time/shownInstant.ts'
import type { Refusals } from '../../desk/refusals.ts'
import { Failure, Section, Table } from './Section.tsx'
import { useAsked, useCount, useDeskTexts } from './useDesk.ts'

/** What was refused lately and why, and why addresses are suppressed. */
export const RefusalsPart = () => {
  const texts = useDeskTexts()
  const { refusals: says } = texts
  const count = useCount()
  const { value, failure } = useAsked<Refusals>('refusals')
  if (!value)
    return failure === null ? (
      <p role="status">{texts.loading}</p>
    ) : (
      <Failure message={failure} otherwise={texts.failed} />
    )
  return (
    <>
      <Section title={says.suppressed}>
        <dl className="desk__numbers">
          {value.suppressed.map(({ cause, count: found }) => (
            <div key={cause} className="desk__number desk__number--neutral">
              <dt>{texts.causes[cause]}</dt>
              <dd>{count(found)}</dd>
            </div>
          ))}
        </dl>
        <p className="desk__quiet">{says.note}</p>
      </Section>
      <Section title={says.title}>
        {value.refused.length ? (
          <Table
            label={says.title}
            head={[says.run, says.at, says.meaning, says.reply]}
            rows={value.refused.map((one) => [
              one.name,
              [
                shownInstantOf(one.at),
                says.meanings[one.meaning],
                <span key="reply" lang="en">
                  {one.reply}
                </span>,
              ],
            ])}
          />
        ) : (
          <p>{says.none}</p>
        )}
      </Section>
    </>
  )
}
