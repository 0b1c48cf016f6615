import { shownDay } from '../parts/days.ts'
import { otherLanguage } from '../parts/language.ts'
import { isSection, PATHS } from '../parts/paths.ts'
import { Facts } from '../parts/Small.tsx'
import type { View } from '../parts/view.ts'
import type { RemovedQuery } from '../queries/generated.ts'
import type { Page } from './page.ts'

/** What stood here was withdrawn, or its time is over: its notice stays. */
export const removedPage = (removed: NonNullable<RemovedQuery['removed']>, view: View): Page => {
  const { words, language } = view
  const { kind, notice, reason, at, collection } = removed
  const title = kind === 'withdrawn' ? words.withdrawn : words.expired
  return {
    kind: 'page',
    status: 410,
    title,
    listed: false,
    body: (
      <div className="inner message">
        <h1>{title}</h1>
        <p className="lead" lang={otherLanguage(notice, language)}>
          {notice}
        </p>
        <Facts
          rows={[
            [words.reason, reason && <span lang={otherLanguage(reason, language)}>{reason}</span>],
            [words.withdrawnOn, at && <time dateTime={at}>{shownDay(at, language)}</time>],
          ]}
        />
        {isSection(collection) && (
          <p>
            <a href={view.href(PATHS[collection])}>{words.all(words.sections[collection])}</a>
          </p>
        )}
      </div>
    ),
  }
}
