import type { AdminViewServerProps } from 'payload'
import { ownLanguage } from '../../../../lib/text/languages.ts'
import { publicationsOptions, titleFieldOf } from '../../../publications/index.ts'
import { workflowOptions } from '../../options.ts'
import { DECISION_ID } from '../../reviewAddress.ts'
import { reviewTexts } from '../../translations/review.ts'
import { OwnPage } from '../OwnPage.tsx'
import { Review } from './Review.tsx'

/** A part of the address as it was written into it. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

/** The screen on which one document is read and decided, for everybody with a login; Payload sends others to log in. */
export const ReviewView = (props: AdminViewServerProps) => {
  const { payload, i18n } = props.initPageResult.req
  const [, collection = '', id = ''] = [props.params?.segments ?? []].flat().map(decoded)
  const { previews = {} } = workflowOptions(payload.config)
  const cited = Object.hasOwn(previews, collection) ? previews[collection]!.cited : undefined
  const texts = reviewTexts[ownLanguage(i18n.language)]
  return (
    <OwnPage {...props} skip={{ href: `#${DECISION_ID}`, label: texts.skip }}>
      <Review
        key={`${collection}/${id}`}
        collection={collection}
        id={id}
        uploads={publicationsOptions(payload.config).media}
        cited={cited ?? [titleFieldOf(payload, collection)]}
      />
    </OwnPage>
  )
}
