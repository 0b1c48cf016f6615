import { langOf } from '../parts/language.ts'
import { SearchForm } from '../parts/SearchForm.tsx'
import { Day } from '../parts/Small.tsx'
import type { View } from '../parts/view.ts'
import { SuggestionsDocument, type SuggestionsQuery } from '../queries/generated.ts'
import type { Words } from '../words/index.ts'
import type { Ask, Page } from './page.ts'

type Hits = SuggestionsQuery['search']['hits']

const FAULTS = {
  notFound: 404,
  badRequest: 400,
  tooMany: 429,
  unavailable: 503,
  wrongMethod: 405,
} as const satisfies Partial<Record<keyof Words, number>>

export type Fault = keyof typeof FAULTS

/** A page that says in two sentences what went wrong and what to do. */
export const faultPage = (fault: Fault, view: View, hits: Hits = []): Page => {
  const { words } = view
  return {
    kind: 'page',
    status: FAULTS[fault],
    title: words[fault],
    listed: false,
    body: (
      <div className="inner message">
        <h1>{words[fault]}</h1>
        <p className="lead">{words[`${fault}Hint`]}</p>
        <SearchForm id="page-q" view={view} hint={false} />
        {hits.length > 0 && (
          <>
            <h2>{words.maybe}</h2>
            <ul className="plain">
              {hits.map(({ document }) => (
                <li key={document.id}>
                  <a href={view.href(document.url)} lang={langOf(document.locale, view.language)}>
                    {'numberAndSymbol' in document && document.numberAndSymbol && (
                      <strong>{document.numberAndSymbol} </strong>
                    )}
                    {document.title}
                  </a>{' '}
                  <span className="quiet">
                    <Day of={document.publishedAt} view={view} />
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <a href={view.href('/')}>{words.home}</a> <a href={view.href('/so-do-trang')}>{words.overview}</a>
        </p>
      </div>
    ),
  }
}

const LONGEST = 100

/** The words of an address, as a question for the search: without the ending of a file and what only programs read. */
export const wordsOfPath = (path: string): string =>
  (path.split('/').filter(Boolean).at(-1) ?? '')
    .replace(/\.\w{2,5}$/, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
    .trim()

/** Nothing stands here: what the words of the address may have meant. */
export const notFoundPage = async (path: string, view: View, ask: Ask): Promise<Page> => {
  const q = wordsOfPath(path)
  if (!q) return faultPage('notFound', view)
  const { search } = await ask(SuggestionsDocument, { q, locale: view.language })
  return faultPage('notFound', view, search.hits)
}
