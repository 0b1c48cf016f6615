import type { ReactNode } from 'react'
import { BulletinRow, DirectiveRow, NoticeRow, VideoCard } from '../parts/Entries.tsx'
import { Chosen, type Facet, Filters } from '../parts/Filters.tsx'
import { Pager } from '../parts/Pager.tsx'
import { PATHS } from '../parts/paths.ts'
import { subscribeUrl } from '../parts/subscribe.ts'
import {
  BulletinListDocument,
  DirectiveListDocument,
  NoticeListDocument,
  VideoListDocument,
} from '../queries/generated.ts'
import type { Section, Sort } from '../words/index.ts'
import { filterOf } from './filter.ts'
import { type Asked, MISSING, type Outcome, type Route } from './page.ts'

interface Found {
  list: { totalDocs: number; page: number | null; totalPages: number }
  facets: Facet[]
  rows: ReactNode[]
}

const SORTS: Record<Section, readonly Sort[]> = {
  directives: ['-issuedOn', '-publishedAt', 'issuedOn', 'title'],
  bulletins: ['-publishedAt', '-issuedOn', 'issuedOn', 'title'],
  videos: ['-publishedAt', '-issuedOn', 'issuedOn', 'title'],
  notices: ['-publishedAt', 'title'],
}

/** The page of one section: its filters, one page of its list, and how to get what comes next. */
const list = (
  section: Section,
  filters: readonly string[],
  find: (asked: Asked, sort: Sort) => Promise<Found>,
): Route => ({
  path: PATHS[section],
  parameters: [...filters, 'year', 'language', 'from', 'to', 'sort', 'page'],
  load: async (asked): Promise<Outcome> => {
    const { view, query, path } = asked
    const { words } = view
    const sorts = SORTS[section]
    const found = await find(asked, sorts.find((sort) => sort === query.sort) ?? sorts[0]!)
    const { totalDocs, totalPages } = found.list
    const page = Number(query.page ?? 1)
    if (page > 1 && !found.rows.length) return MISSING
    return {
      kind: 'page',
      status: 200,
      section,
      title: words.sections[section],
      description: words.intros[section],
      listed: totalDocs > 0,
      body: (
        <div className="listing">
          <header className="page-head">
            <h1>{words.sections[section]}</h1>
            <p className="lead">{words.intros[section]}</p>
          </header>
          <details className="filter-box" open>
            <summary>{words.filters}</summary>
            <Filters path={path} facets={found.facets} query={query} sorts={sorts} days view={view} />
          </details>
          <div className="list">
            <Chosen path={path} facets={found.facets} query={query} kept={['sort']} view={view} />
            <div className="list-head">
              <p className="count">{words.documents(totalDocs)}</p>
              <a className="subscribe" href={subscribeUrl({ section, query, view })}>
                {words.subscribeHere}
              </a>
            </div>
            {found.rows.length > 0 ? (
              <ul className="entries">{found.rows}</ul>
            ) : (
              <div className="empty">
                <h2>{words.nothing}</h2>
                <p>{words.nothingHint}</p>
              </div>
            )}
            <Pager page={page} totalPages={totalPages} path={path} query={query} view={view} />
          </div>
        </div>
      ),
    }
  },
})

const variables = ({ view, query }: Asked, sort: Sort) => {
  const filter = filterOf(query)
  return { filter, counted: filter, sort, page: Number(query.page ?? 1), locale: view.language }
}

const COMMON = ['topic', 'territory', 'audience'] as const

export const directives = list(
  'directives',
  ['topic', 'docType', 'issuer', 'territory', 'audience'],
  async (asked, sort) => {
    const { list, facets } = await asked.ask(DirectiveListDocument, variables(asked, sort))
    const rows = list.docs.map((entry) => (
      <li key={entry.id}>
        <DirectiveRow entry={entry} view={asked.view} level="h2" />
      </li>
    ))
    return { list, facets, rows }
  },
)

export const bulletins = list('bulletins', COMMON, async (asked, sort) => {
  const { list, facets } = await asked.ask(BulletinListDocument, variables(asked, sort))
  const rows = list.docs.map((entry) => (
    <li key={entry.id}>
      <BulletinRow entry={entry} view={asked.view} level="h2" />
    </li>
  ))
  return { list, facets, rows }
})

export const videos = list('videos', COMMON, async (asked, sort) => {
  const { list, facets } = await asked.ask(VideoListDocument, variables(asked, sort))
  const rows = list.docs.map((entry) => (
    <li key={entry.id}>
      <VideoCard entry={entry} view={asked.view} level="h2" />
    </li>
  ))
  return { list, facets, rows }
})

export const notices = list('notices', COMMON, async (asked, sort) => {
  const { list, facets } = await asked.ask(NoticeListDocument, variables(asked, sort))
  const rows = list.docs.map((entry) => (
    <li key={entry.id}>
      <NoticeRow entry={entry} view={asked.view} level="h2" />
    </li>
  ))
  return { list, facets, rows }
})
