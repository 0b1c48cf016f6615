import './desk.css'
import { DefaultTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import { ADMIN_PAGE } from '../../../../lib/look/css.ts'
import { ownLanguage } from '../../../../lib/text/languages.ts'
import { DESK_PATH } from '../../desk/path.ts'
import { settingsOf } from '../../options.ts'
import { deskTexts } from '../../translations/desk.ts'
import { Desk } from './Desk.tsx'

/** The mail officer's desk, for those who may look at it; others are told whom to ask. */
export const DeskView = async ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const { req, permissions, visibleEntities, locale } = initPageResult
  const { payload, user, i18n } = req
  const { admin } = payload.config.routes
  // Payload shows views of its own to whoever has a login; those of a plugin it shows to everybody.
  if (!user) redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}${DESK_PATH}`)}`)
  const { readDesk, manageDesk } = settingsOf(payload.config)
  const texts = deskTexts[ownLanguage(i18n.language)]
  return (
    <DefaultTemplate
      i18n={i18n}
      locale={locale}
      params={params}
      payload={payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={user}
      visibleEntities={visibleEntities}
    >
      <style href="look" precedence="default">
        {ADMIN_PAGE}
      </style>
      {(await readDesk({ req })) ? (
        <Desk mayManage={(await manageDesk({ req })) === true} />
      ) : (
        <main className="gutter gutter--left gutter--right">
          <h1>{texts.title}</h1>
          <p>{texts.refused}</p>
        </main>
      )}
    </DefaultTemplate>
  )
}
