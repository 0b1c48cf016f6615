import { type Query, withQuery } from './query.ts'
import type { View } from './view.ts'

/** Pages around the current one, the first and the last; `null` stands for those left out. Pure. */
export const pagesShown = (page: number, of: number): (number | null)[] => {
  const wanted = new Set([1, of, page - 1, page, page + 1].filter((each) => each >= 1 && each <= of))
  const sorted = [...wanted].sort((a, b) => a - b)
  return sorted.flatMap((each, at) => {
    const before = sorted[at - 1]
    if (before === undefined || each === before + 1) return [each]
    return each === before + 2 ? [before + 1, each] : [null, each]
  })
}

/** Links to the other pages of a list; nothing for a single page. */
export const Pager = (props: { page: number; totalPages: number; path: string; query: Query; view: View }) => {
  const { page, totalPages, path, query, view } = props
  if (totalPages < 2) return null
  const at = (number: number) => withQuery(view.href(path), query, { page: number === 1 ? undefined : String(number) })
  return (
    <nav className="pager" aria-label={view.words.pages}>
      <ul>
        {page > 1 && (
          <li>
            <a href={at(page - 1)} rel="prev">
              {view.words.previous}
            </a>
          </li>
        )}
        {pagesShown(page, totalPages).map((each, place) =>
          each === null ? (
            <li key={`gap-${place < 3 ? 'before' : 'after'}`} className="gap" aria-hidden="true">
              …
            </li>
          ) : (
            <li key={each}>
              <a
                href={at(each)}
                aria-label={view.words.page(each, totalPages)}
                aria-current={each === page ? 'page' : undefined}
              >
                {each}
              </a>
            </li>
          ),
        )}
        {page < totalPages && (
          <li>
            <a href={at(page + 1)} rel="next">
              {view.words.next}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
