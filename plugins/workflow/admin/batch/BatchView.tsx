import { getTranslation } from '@payloadcms/translations'
import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import { ownLanguage } from '../../../../lib/text/languages.ts'
import { workflowOptions } from '../../options.ts'
import { batchTexts } from '../../translations/batch.ts'
import { isHead } from '../../useCases/accounts.ts'
import { actorOf } from '../../useCases/people.ts'
import { OwnPage } from '../OwnPage.tsx'
import { Batch } from './Batch.tsx'
import { BATCH_PATH } from './path.ts'

/** Imported texts that are approved together, for heads; others are told whom to ask. */
export const BatchView = (props: AdminViewServerProps) => {
  const { payload, user, i18n } = props.initPageResult.req
  const { admin } = payload.config.routes
  // Payload shows views of its own to whoever has a login; those of a plugin it shows to everybody.
  if (!user) redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}${BATCH_PATH}`)}`)
  const options = workflowOptions(payload.config)
  const texts = batchTexts[ownLanguage(i18n.language)]
  const kinds = Object.keys(options.definitions).map((slug) => {
    const label = payload.collections[slug]?.config.labels.plural
    return { value: slug, label: label ? getTranslation(label, i18n) : slug }
  })
  return (
    <OwnPage {...props}>
      {isHead(actorOf(user, options), options) ? (
        <Batch kinds={kinds} />
      ) : (
        <main className="gutter gutter--left gutter--right">
          <h1>{texts.title}</h1>
          <p>{texts.refused}</p>
        </main>
      )}
    </OwnPage>
  )
}
