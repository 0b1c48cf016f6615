import { Chosen, Filters } from '../parts/Filters.tsx'
import { langOf, otherLanguage } from '../parts/language.ts'
import { Pager } from '../parts/Pager.tsx'
import { isSection } from '../parts/paths.ts'
import { withQuery } from '../parts/query.ts'
import { SearchForm } from '../parts/SearchForm.tsx'
import { Day, Highlight, Label } from '../parts/Small.tsx'
import { Status } from '../parts/Status.tsx'
import { subscribeUrl } from '../parts/subscribe.ts'
import type { View } from '../parts/view.ts'
import { OverviewDocument, SearchDocument, type SearchQuery } from '../queries/generated.ts'
import { nameOfLanguage, SECTIONS } from '../words/index.ts'
import { filterOf } from './filter.ts'
import { type Asked, MISSING, type Outcome, type Route } from './page.ts'

type Hit = SearchQuery['search']['hits'][number]

const dayOf = (document: Hit['document']): string => {
  if ('issuedOn' in document && document.issuedOn) return document.issuedOn
  if ('date' in document && document.date) return document.date
  if ('recordedOn' in document && document.recordedOn) return document.recordedOn
  return document.publishedAt
}

const Result = ({ hit, view }: { hit: Hit; view: View }) => {
  const { document, highlights } = hit
  const lang = langOf(document.locale, view.language)
  const title = highlights.find(({ field }) => field === 'title')
  const text = highlights.find(({ field }) => field !== 'title' && field !== 'numberAndSymbol')
  return (
    <article className="entry">
      <p className="entry-meta">
        {isSection(document.collection) && <span>{view.words.kinds[document.collection]}</span>}
        {'numberAndSymbol' in document && document.numberAndSymbol && (
          <strong className="number">{document.numberAndSymbol}</strong>
        )}
        <Day of={dayOf(document)} view={view} />
        {'legalStatus' in document && <Status facts={document} view={view} />}
      </p>
      <h2 className="entry-title">
        <a href={view.href(document.url)} hrefLang={lang} lang={lang}>
          {title ? <Highlight html={title.html} /> : document.title}
        </a>
        {lang && <span className="tongue"> {nameOfLanguage(document.locale, view.language)}</span>}
      </h2>
      {text ? (
        <p className="entry-summary">
          <Highlight html={text.html} lang={lang} />
        </p>
      ) : (
        document.summary && (
          <p className="entry-summary" lang={lang}>
            {document.summary}
          </p>
        )
      )}
    </article>
  )
}

/** Links that narrow the results to one kind, with how many there are kept to the API's facets. */
const Kinds = ({ asked }: { asked: Asked }) => {
  const { view, query, path } = asked
  const at = (collection?: string) => withQuery(view.href(path), query, { collection, page: undefined })
  return (
    <nav className="kinds" aria-label={view.words.kind}>
      <ul>
        <li>
          <a href={at()} aria-current={query.collection ? undefined : 'true'}>
            {view.words.everything}
          </a>
        </li>
        {SECTIONS.map((section) => (
          <li key={section}>
            <a href={at(section)} aria-current={query.collection === section ? 'true' : undefined}>
              {view.words.sections[section]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What to try when nothing, or nothing more, is found: fewer words, or a topic. */
const Suggestions = async (asked: Asked) => {
  const { view, query, path } = asked
  const { topics } = await asked.ask(OverviewDocument, { locale: view.language })
  const all = (query.q ?? '').split(' ')
  const fewer = all.length > 1 ? [all.slice(0, -1), all.slice(1)].map((some) => some.join(' ')) : []
  return (
    <div className="suggestions">
      {fewer.length > 0 && (
        <>
          <h2>{view.words.shorter}</h2>
          <ul className="tags">
            {[...new Set(fewer)].map((q) => (
              <li key={q}>
                <a href={withQuery(view.href(path), { q })}>{q}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{view.words.tryTopics}</h2>
      <ul className="tags">
        {topics
          .filter(({ documents }) => documents > 0)
          .map(({ key, title }) => (
            <li key={key}>
              <a href={view.href(`/chu-de/${encodeURIComponent(key)}`)}>
                <Label text={title ?? key} view={view} />
              </a>
            </li>
          ))}
      </ul>
    </div>
  )
}

const KEPT = ['q', 'collection'] as const

const results = async (asked: Asked): Promise<Outcome> => {
  const { view, query, path, ask } = asked
  const { words } = view
  const page = Number(query.page ?? 1)
  const { search } = await ask(SearchDocument, {
    q: query.q!,
    collections: query.collection ? [query.collection] : undefined,
    filter: filterOf(query),
    page,
    locale: view.language,
  })
  if (page > 1 && !search.hits.length) return MISSING
  const { facets } = search
  return {
    kind: 'page',
    status: 200,
    title: `${words.answers}: ${query.q}`,
    titleLang: otherLanguage(query.q!, view.language),
    listed: false,
    body: (
      <div className="listing">
        <header className="page-head">
          <h1>{words.search}</h1>
          <SearchForm id="page-q" view={view} asked={query.q} collection={query.collection} />
          <Kinds asked={asked} />
        </header>
        {search.totalDocs > 0 && (
          <details className="filter-box" open>
            <summary>{words.filters}</summary>
            <Filters path={path} facets={facets} query={query} days kept={KEPT} view={view} />
          </details>
        )}
        <div className="list">
          <Chosen path={path} facets={facets} query={query} kept={KEPT} view={view} />
          <div className="list-head">
            <p className="count" role="status">
              {words.results(search.totalDocs)}
            </p>
            <a className="subscribe" href={subscribeUrl({ section: query.collection, query, view })}>
              {words.subscribe}
            </a>
          </div>
          {search.loose && search.totalDocs > 0 && <p className="note">{words.loose}</p>}
          {search.totalDocs > 0 ? (
            <ul className="entries">
              {search.hits.map((hit) => (
                <li key={hit.document.id}>
                  <Result hit={hit} view={view} />
                </li>
              ))}
            </ul>
          ) : (
            <div className="empty">
              <h2>{words.nothing}</h2>
              <p>{words.nothingHint}</p>
              {await Suggestions(asked)}
            </div>
          )}
          <Pager page={page} totalPages={search.totalPages} path={path} query={query} view={view} />
        </div>
      </div>
    ),
  }
}

/** The search: a question, what answers it, and what narrows it. */
export const search: Route = {
  path: '/tim-kiem',
  parameters: [
    'q',
    'collection',
    'topic',
    'docType',
    'issuer',
    'territory',
    'audience',
    'year',
    'language',
    'from',
    'to',
    'page',
  ],
  load: async (asked) => {
    if (asked.query.q) return results(asked)
    const { view } = asked
    return {
      kind: 'page',
      status: 200,
      title: view.words.search,
      listed: false,
      body: (
        <div className="inner">
          <header className="page-head">
            <h1>{view.words.search}</h1>
            <SearchForm id="page-q" view={view} collection={asked.query.collection} />
          </header>
          {await Suggestions(asked)}
        </div>
      ),
    }
  },
}
