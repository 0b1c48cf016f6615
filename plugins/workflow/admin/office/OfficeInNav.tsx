import type { ServerProps } from 'payload'
import { ownLanguage } from '../../../../lib/text/languages.ts'
import { officeTexts } from '../../translations/office.ts'
import { OFFICE_PATH } from './path.ts'

/** Link to the page of workflows and people. */
export const OfficeInNav = ({ payload, user, i18n }: ServerProps) => {
  if (!user) return null
  const { title } = officeTexts[ownLanguage(i18n.language)]
  return (
    <a className="nav__link" href={`${payload.config.routes.admin}${OFFICE_PATH}`}>
      {title}
    </a>
  )
}
