'use client'
import { useTranslation } from '@payloadcms/ui'
import { BarChart } from '../../../../lib/look/BarChart.tsx'
import { languageName, ownLanguage } from '../../../../lib/text/languages.ts'
import type { Growth } from '../../desk/growth.ts'
import { Failure, Section, Table } from './Section.tsx'
import { useAsked, useCount, useDeskTexts } from './useDesk.ts'

/** `2026-W48` as people call it. */
const weekName = (says: (week: string, year: string) => string, week: string): string =>
  says(String(Number(week.slice(6))), week.slice(0, 4))

const Subscribers = ({ weeks }: Pick<Growth, 'weeks'>) => {
  const { growth: says } = useDeskTexts()
  const count = useCount()
  return (
    <Section title={says.subscribers}>
      <BarChart
        block="desk"
        label={says.drawn}
        series={[says.active, says.left]}
        shown={count}
        rows={weeks.map(({ week, active, left }) => ({ name: weekName(says.week, week), values: [active, left] }))}
      />
      <Table
        label={says.subscribers}
        head={[says.weekTitle, says.active, says.left, says.confirmed, says.withdrawn]}
        rows={weeks.map(({ week, active, left, confirmed, withdrawn }) => [
          weekName(says.week, week),
          [active, left, confirmed, withdrawn].map(count),
        ])}
      />
    </Section>
  )
}

const Mails = ({ mails }: Pick<Growth, 'mails'>) => {
  const { growth: says, today } = useDeskTexts()
  const count = useCount()
  return (
    <Section title={says.mails}>
      <BarChart
        block="desk"
        label={says.drawn}
        series={[today.columns.sent, says.notSent]}
        shown={count}
        rows={mails.map(({ week, sent, refused, unknown }) => ({
          name: weekName(says.week, week),
          values: [sent, refused + unknown],
        }))}
      />
      <Table
        label={says.mails}
        head={[says.weekTitle, today.columns.sent, today.columns.refused, today.columns.unknown, today.columns.skipped]}
        rows={mails.map(({ week, sent, refused, unknown, skipped }) => [
          weekName(says.week, week),
          [sent, refused, unknown, skipped].map(count),
        ])}
      />
    </Section>
  )
}

/** Growth and reach over twelve weeks, counted from rows alone. */
export const GrowthPart = () => {
  const texts = useDeskTexts()
  const { growth: says, scopes } = texts
  const count = useCount()
  const language = ownLanguage(useTranslation().i18n.language)
  const { value, failure } = useAsked<Growth>('growth')
  if (!value)
    return failure === null ? (
      <p role="status">{texts.loading}</p>
    ) : (
      <Failure message={failure} otherwise={texts.failed} />
    )
  return (
    <>
      <p className="desk__quiet">{says.note}</p>
      <div className="desk__columns">
        <Subscribers weeks={value.weeks} />
        <Mails mails={value.mails} />
        <Section title={says.languages}>
          <Table
            label={says.languages}
            head={[says.language, says.active]}
            rows={value.languages.map((one) => [languageName(one.value, language), [count(one.count)]])}
          />
        </Section>
        <Section title={says.cadences}>
          <Table
            label={says.cadences}
            head={[says.cadence, says.subscriptions]}
            rows={value.cadences.map((one) => [scopes[one.value as 'daily'], [count(one.count)]])}
          />
        </Section>
      </div>
    </>
  )
}
