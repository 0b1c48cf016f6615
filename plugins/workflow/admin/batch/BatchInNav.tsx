import type { ServerProps } from 'payload'
import { ownLanguage } from '../../../../lib/text/languages.ts'
import { workflowOptions } from '../../options.ts'
import { batchTexts } from '../../translations/batch.ts'
import { isHead } from '../../useCases/accounts.ts'
import { actorOf } from '../../useCases/people.ts'
import { BATCH_PATH } from './path.ts'

/** Link to the imported texts, for heads while any wait. */
export const BatchInNav = async ({ payload, user, i18n }: ServerProps) => {
  const options = workflowOptions(payload.config)
  if (!user || !options.batch || !isHead(actorOf(user, options), options)) return null
  const where = { and: [options.batch.imported, { workflowState: { equals: 'draft' } }] }
  const waits = await Promise.all(
    Object.keys(options.definitions).map((collection) =>
      payload.db.findOne<{ id: string }>({ collection, where, select: { id: true } }),
    ),
  )
  if (!waits.some(Boolean)) return null
  const { title } = batchTexts[ownLanguage(i18n.language)]
  return (
    <p>
      <a className="nav__link" href={`${payload.config.routes.admin}${BATCH_PATH}`}>
        {title}
      </a>
    </p>
  )
}
