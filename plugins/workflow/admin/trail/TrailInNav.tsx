import type { PayloadRequest, ServerProps } from 'payload'
import { ownLanguage } from '../../../../lib/text/languages.ts'
import { workflowOptions } from '../../options.ts'
import { trailTexts } from '../../translations/trail.ts'
import { TRAIL_PATH } from './path.ts'

/** Link to the reading room, for those who may read it. */
export const TrailInNav = async ({ payload, user, i18n }: ServerProps) => {
  const { audit, read } = workflowOptions(payload.config)
  // The navigation is given no request; access rules look at the person.
  if (!user || !(await (audit ?? read)({ req: { payload, user, i18n } as PayloadRequest }))) return null
  const { title } = trailTexts[ownLanguage(i18n.language)]
  return (
    <p>
      <a className="nav__link" href={`${payload.config.routes.admin}${TRAIL_PATH}`}>
        {title}
      </a>
    </p>
  )
}
