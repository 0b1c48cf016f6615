import type { PayloadRequest, ServerProps } from 'payload'
import { ownLanguage } from '../../../../lib/text/languages.ts'
import { workflowOptions } from '../../options.ts'
import { reportTexts } from '../../translations/report.ts'
import { REPORT_PATH } from './path.ts'

/** Link to the board's report, for those who may read it. */
export const ReportInNav = async ({ payload, user, i18n }: ServerProps) => {
  // The navigation is given no request; access rules look at the person.
  const req = { payload, user, i18n } as PayloadRequest
  if (!user || !(await workflowOptions(payload.config).read({ req }))) return null
  const { title } = reportTexts[ownLanguage(i18n.language)]
  return (
    <p>
      <a className="nav__link" href={`${payload.config.routes.admin}${REPORT_PATH}`}>
        {title}
      </a>
    </p>
  )
}
