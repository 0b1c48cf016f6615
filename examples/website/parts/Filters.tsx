import type { FilterName, Sort } from '../words/index.ts'
import { otherLanguage } from './language.ts'
import { type Query, withQuery } from './query.ts'
import type { View } from './view.ts'

export interface Facet {
  name: string
  values: { value: string; label: string; count: number }[]
}

/** In the order in which people ask. */
const ORDER: FilterName[] = ['topic', 'docType', 'issuer', 'year', 'territory', 'audience', 'language']

/** The facets that can narrow this list: with more than one value, or with the one that is chosen. */
const useful = (facets: Facet[], query: Query): (Facet & { name: FilterName })[] =>
  ORDER.flatMap((name) => {
    const facet = facets.find((each) => each.name === name)
    return facet && (facet.values.length > 1 || query[name]) ? [{ ...facet, name }] : []
  })

const Choice = ({ facet, query, view }: { facet: Facet & { name: FilterName }; query: Query; view: View }) => (
  <div>
    <label htmlFor={`f-${facet.name}`}>{view.words.filterNames[facet.name]}</label>
    <select id={`f-${facet.name}`} name={facet.name} defaultValue={query[facet.name] ?? ''}>
      <option value="">{view.words.anyValue}</option>
      {(facet.name === 'year' ? facet.values.toSorted((a, b) => b.value.localeCompare(a.value)) : facet.values).map(
        ({ value, label, count }) => (
          <option key={value} value={value} lang={otherLanguage(label, view.language)}>
            {label} ({count})
          </option>
        ),
      )}
    </select>
  </div>
)

const DayField = ({ name, label, query }: { name: string; label: string; query: Query }) => (
  <div>
    <label htmlFor={`f-${name}`}>{label}</label>
    <input type="date" id={`f-${name}`} name={name} defaultValue={query[name]} />
  </div>
)

/** A form that asks for the same page with other parameters; works without script. */
export const Filters = (props: {
  path: string
  facets: Facet[]
  query: Query
  sorts?: readonly Sort[]
  days?: boolean
  /** Parameters that the form keeps. */
  kept?: readonly string[]
  view: View
}) => {
  const { path, facets, query, sorts = [], days = false, kept = [], view } = props
  const { words } = view
  const shown = useful(facets, query)
  return (
    <form className="filters" method="get" action={view.href(path)} aria-label={words.filters}>
      {kept.map((name) => query[name] && <input key={name} type="hidden" name={name} value={query[name]} />)}
      {shown.map((facet) => (
        <Choice key={facet.name} facet={facet} query={query} view={view} />
      ))}
      {days && <DayField name="from" label={words.from} query={query} />}
      {days && <DayField name="to" label={words.to} query={query} />}
      {sorts.length > 0 && (
        <div>
          <label htmlFor="f-sort">{words.sort}</label>
          <select id="f-sort" name="sort" defaultValue={query.sort ?? ''}>
            {sorts.map((sort, at) => (
              <option key={sort} value={at === 0 ? '' : sort}>
                {words.sorts[sort]}
              </option>
            ))}
          </select>
        </div>
      )}
      <button type="submit">{words.apply}</button>
    </form>
  )
}

/** The filters in force, each as a link that takes it away. */
export const Chosen = (props: {
  path: string
  facets: Facet[]
  query: Query
  kept?: readonly string[]
  view: View
}) => {
  const { path, facets, query, kept = [], view } = props
  const { words } = view
  const names = [...ORDER, 'from', 'to'].filter((name) => query[name])
  if (!names.length) return null
  const labelOf = (name: string) => {
    const value = query[name] ?? ''
    if (name === 'from') return `${words.from} ${value}`
    if (name === 'to') return `${words.to} ${value}`
    return facets.find((facet) => facet.name === name)?.values.find((each) => each.value === value)?.label ?? value
  }
  const base = Object.fromEntries(kept.flatMap((name) => (query[name] ? [[name, query[name]]] : [])))
  return (
    <nav aria-label={words.chosen}>
      <ul className="chosen">
        {names.map((name) => {
          const label = labelOf(name)
          return (
            <li key={name}>
              <a
                href={withQuery(view.href(path), query, { [name]: undefined, page: undefined })}
                aria-label={words.without(label)}
              >
                <span lang={otherLanguage(label, view.language)}>{label}</span> <span aria-hidden="true">×</span>
              </a>
            </li>
          )
        })}
        {names.length > 1 && (
          <li>
            <a className="clear" href={withQuery(view.href(path), base)}>
              {words.clear}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
