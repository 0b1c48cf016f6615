import type { PayloadRequest, ServerProps } from 'payload'
import { ownLanguage } from '../../../../lib/text/languages.ts'
import { DESK_PATH } from '../../desk/path.ts'
import { settingsOf } from '../../options.ts'
import { deskTexts } from '../../translations/desk.ts'

/** Link to the mail officer's desk, for those who may look at it. */
export const DeskInNav = async ({ payload, user, i18n }: ServerProps) => {
  // The navigation is given no request; access rules look at the person.
  const req = { payload, user, i18n } as PayloadRequest
  if (!user || !(await settingsOf(payload.config).readDesk({ req }))) return null
  return (
    <p>
      <a className="nav__link" href={`${payload.config.routes.admin}${DESK_PATH}`}>
        {deskTexts[ownLanguage(i18n.language)].title}
      </a>
    </p>
  )
}
