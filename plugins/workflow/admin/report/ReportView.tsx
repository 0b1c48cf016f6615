import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import { ownLanguage } from '../../../../lib/text/languages.ts'
import { workflowOptions } from '../../options.ts'
import { reportTexts } from '../../translations/report.ts'
import { OwnPage } from '../OwnPage.tsx'
import { REPORT_PATH } from './path.ts'
import { Report } from './Report.tsx'

/** The board's report, for those who may read it; others are told whom to ask. */
export const ReportView = async (props: AdminViewServerProps) => {
  const { req } = props.initPageResult
  const { payload, user, i18n } = req
  const { admin } = payload.config.routes
  // Payload shows views of its own to whoever has a login; those of a plugin it shows to everybody.
  if (!user) redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}${REPORT_PATH}`)}`)
  const texts = reportTexts[ownLanguage(i18n.language)]
  return (
    <OwnPage {...props}>
      {(await workflowOptions(payload.config).read({ req })) ? (
        <Report />
      ) : (
        <main className="gutter gutter--left gutter--right">
          <h1>{texts.title}</h1>
          <p>{texts.refused}</p>
        </main>
      )}
    </OwnPage>
  )
}
