import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import { ownLanguage } from '../../../../lib/text/languages.ts'
import { workflowOptions } from '../../options.ts'
import { trailTexts } from '../../translations/trail.ts'
import { OwnPage } from '../OwnPage.tsx'
import { TRAIL_PATH } from './path.ts'
import { Trail } from './Trail.tsx'

/** The reading room of the trail, for those who may read it; others are told whom to ask. */
export const TrailView = async (props: AdminViewServerProps) => {
  const { req } = props.initPageResult
  const { payload, user, i18n } = req
  const { admin } = payload.config.routes
  // Payload shows views of its own to whoever has a login; those of a plugin it shows to everybody.
  if (!user) redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}${TRAIL_PATH}`)}`)
  const { audit, read } = workflowOptions(payload.config)
  const texts = trailTexts[ownLanguage(i18n.language)]
  return (
    <OwnPage {...props}>
      {(await (audit ?? read)({ req })) ? (
        <Trail />
      ) : (
        <main className="gutter gutter--left gutter--right">
          <h1>{texts.title}</h1>
          <p>{texts.refused}</p>
        </main>
      )}
    </OwnPage>
  )
}
