import type { ReactNode } from 'react'
import { PATHS } from '../parts/paths.ts'
import { withQuery } from '../parts/query.ts'
import { Label, Part, Text } from '../parts/Small.tsx'
import { subscribeUrl } from '../parts/subscribe.ts'
import { FrameDocument, OverviewDocument } from '../queries/generated.ts'
import { SECTIONS } from '../words/index.ts'
import type { Route } from './page.ts'

/** All there is on the website, on one page. */
export const overview: Route = {
  path: '/so-do-trang',
  parameters: [],
  load: async ({ view, ask }) => {
    const { words, language } = view
    const [{ site }, found] = await Promise.all([
      ask(FrameDocument, { locale: language }),
      ask(OverviewDocument, { locale: language }),
    ])
    const documentsOf = (section: string) => site.sections.find(({ collection }) => collection === section)?.documents
    const row = (href: string, name: ReactNode, documents?: number, note?: string) => (
      <li key={href}>
        <a href={href}>{name}</a>{' '}
        <span className="quiet">{[documents, note].filter((it) => it !== undefined).join(', ')}</span>
      </li>
    )
    return {
      kind: 'page',
      status: 200,
      title: words.overview,
      listed: true,
      body: (
        <div className="inner">
          <header className="page-head">
            <h1>{words.overview}</h1>
          </header>
          <div className="columns">
            <Part id="sections" heading={words.menu}>
              <ul className="plain">
                {row(view.href('/'), words.home)}
                {SECTIONS.map((section) =>
                  row(view.href(PATHS[section]), words.sections[section], documentsOf(section)),
                )}
                {row(view.href('/tim-kiem'), words.search)}
                {row(subscribeUrl({ view }), words.subscribe)}
              </ul>
            </Part>
            {found.pages.docs.length > 0 && (
              <Part id="pages" heading={words.staticPages}>
                <ul className="plain">
                  {found.pages.docs.map(({ url, title, locale }) =>
                    row(view.href(url), <Text text={title ?? url} locale={locale} view={view} />),
                  )}
                </ul>
              </Part>
            )}
            <Part id="topics" heading={words.topics}>
              <ul className="plain">
                {found.topics.map(({ key, title, documents }) =>
                  row(
                    view.href(`/chu-de/${encodeURIComponent(key)}`),
                    <Label text={title ?? key} view={view} />,
                    documents,
                  ),
                )}
              </ul>
            </Part>
            <Part id="types" heading={words.docType}>
              <ul className="plain">
                {found.documentTypes
                  .filter(({ documents }) => documents > 0)
                  .map(({ key, name, documents }) =>
                    row(
                      withQuery(view.href(PATHS.directives), { docType: key }),
                      <Label text={name ?? key} view={view} />,
                      documents,
                    ),
                  )}
              </ul>
            </Part>
            <Part id="bodies" heading={words.bodies}>
              <ul className="plain">
                {found.organisations
                  .filter(({ documents }) => documents > 0)
                  .map(({ key, name, documents, defunct }) =>
                    row(
                      view.href(`/co-quan/${encodeURIComponent(key)}`),
                      <Label text={name ?? key} view={view} />,
                      documents,
                      defunct ? words.noLonger : undefined,
                    ),
                  )}
              </ul>
            </Part>
          </div>
        </div>
      ),
    }
  },
}
