import type { View } from './view.ts'

/** The field for a question, which the search page answers. */
export const SearchForm = (props: { id: string; view: View; asked?: string; collection?: string; hint?: boolean }) => {
  const { id, view, asked, collection, hint = true } = props
  const { words } = view
  return (
    <search className="search-form">
      <form method="get" action={view.href('/tim-kiem')}>
        <label htmlFor={id}>{words.searchLabel}</label>
        <div className="search-line">
          <input
            type="search"
            id={id}
            name="q"
            defaultValue={asked}
            maxLength={200}
            autoComplete="off"
            enterKeyHint="search"
            aria-describedby={hint ? `${id}-hint` : undefined}
          />
          {collection && <input type="hidden" name="collection" value={collection} />}
          <button type="submit">{words.searchButton}</button>
        </div>
        {hint && (
          <p className="hint" id={`${id}-hint`}>
            {words.searchHint}
          </p>
        )}
      </form>
    </search>
  )
}
