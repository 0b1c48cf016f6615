import type { ReactNode } from 'react'
import { BulletinRow, DirectiveRow, NoticeRow, VideoCard } from '../parts/Entries.tsx'
import { otherLanguage } from '../parts/language.ts'
import { PATHS } from '../parts/paths.ts'
import { withQuery } from '../parts/query.ts'
import { Part } from '../parts/Small.tsx'
import { subscribeUrl } from '../parts/subscribe.ts'
import { TopicDocument } from '../queries/generated.ts'
import type { Section } from '../words/index.ts'
import { MISSING, type Route } from './page.ts'

/** Everything about one topic. */
export const topic: Route = {
  path: '/chu-de/:key',
  parameters: [],
  load: async ({ view, params, ask }) => {
    const key = params.key!
    const found = await ask(TopicDocument, { keys: [key], topic: key, locale: view.language })
    const [topic] = found.topics
    if (!topic) return MISSING
    const { words } = view
    const title = topic.title ?? key
    const part = (section: Section, totalDocs: number, rows: ReactNode[]) =>
      rows.length > 0 && (
        <Part
          id={section}
          heading={words.sections[section]}
          lead={
            <a className="all" href={withQuery(view.href(PATHS[section]), { topic: key })}>
              {words.documents(totalDocs)}
            </a>
          }
        >
          <ul className="entries">{rows}</ul>
        </Part>
      )
    return {
      kind: 'page',
      status: 200,
      title,
      titleLang: otherLanguage(title, view.language),
      listed: topic.documents > 0,
      body: (
        <div className="inner">
          <header className="page-head">
            <p className="kicker">{words.topics}</p>
            <h1 lang={otherLanguage(title, view.language)}>{title}</h1>
            <p className="lead">{words.documents(topic.documents)}</p>
            <p>
              <a className="subscribe" href={subscribeUrl({ query: { topic: key }, view })}>
                {words.subscribeHere}
              </a>
            </p>
          </header>
          {topic.documents === 0 && <p>{words.nothing}.</p>}
          {part(
            'directives',
            found.directives.totalDocs,
            found.directives.docs.map((entry) => (
              <li key={entry.id}>
                <DirectiveRow entry={entry} view={view} level="h3" />
              </li>
            )),
          )}
          {part(
            'notices',
            found.notices.totalDocs,
            found.notices.docs.map((entry) => (
              <li key={entry.id}>
                <NoticeRow entry={entry} view={view} level="h3" />
              </li>
            )),
          )}
          {part(
            'bulletins',
            found.bulletins.totalDocs,
            found.bulletins.docs.map((entry) => (
              <li key={entry.id}>
                <BulletinRow entry={entry} view={view} level="h3" />
              </li>
            )),
          )}
          {part(
            'videos',
            found.videos.totalDocs,
            found.videos.docs.map((entry) => (
              <li key={entry.id}>
                <VideoCard entry={entry} view={view} level="h3" />
              </li>
            )),
          )}
        </div>
      ),
    }
  },
}
