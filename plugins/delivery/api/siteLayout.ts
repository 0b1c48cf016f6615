import { isSafeLink } from '../../../lib/text/richText.ts'
import { isJsonObject, type Json, type JsonObject } from '../../publications/index.ts'
import type { ProjectionRules } from '../catalogue/project.ts'
import { type DeliveryContext, show } from './context.ts'
import { type MenuEntry, type MenuPage, pagesInMenu } from './menu.ts'
import { inLanguage, recorded } from './siteFacts.ts'

/** More pages of a portal than this do not stand in its menu. */
const MOST_PAGES = 100

const rowsOf = (value: Json | undefined): JsonObject[] => (Array.isArray(value) ? value.filter(isJsonObject) : [])

/** Entries that editors recorded; one without a name or a usable address is left out. */
const recordedEntries = (value: Json | undefined): MenuEntry[] =>
  rowsOf(value).flatMap(({ label, url, children }) =>
    typeof label === 'string' && typeof url === 'string' && isSafeLink(url)
      ? [{ label, url, children: recordedEntries(children) }]
      : [],
  )

const menuPages = (locale: string, context: DeliveryContext): MenuPage[] => {
  const { catalogue, site, now } = context
  if (!site.menuPages) return []
  const { collection, shown, order, under } = site.menuPages
  const { documents } = catalogue.list({
    collection,
    filter: { facets: {} },
    sort: { name: 'title', column: 'title_key', descending: false },
    limit: MOST_PAGES,
    from: { offset: 0 },
    now,
  })
  return documents.flatMap((document) => {
    const fields = catalogue.light(document, show(document, locale).locale)
    if (fields[shown] !== true) return []
    const above = fields[under]
    return [
      {
        key: document.state.document,
        label: String(fields.title ?? ''),
        url: document.state.url,
        order: typeof fields[order] === 'number' ? fields[order] : undefined,
        under: isJsonObject(above) && typeof above.key === 'string' ? above.key : undefined,
      },
    ]
  })
}

/** The website's menu: the recorded entries, or else the sections; then the pages that stand in the menu. */
export const menuOf = (args: {
  rules: Readonly<Record<string, ProjectionRules>>
  locale: string
  context: DeliveryContext
}): MenuEntry[] => {
  const { rules, locale, context } = args
  const { site, paths } = context
  const entered = recordedEntries(recorded(locale, context).menu)
  const sections = Object.keys(rules)
    .filter((collection) => collection !== site.menuPages?.collection)
    .map((collection) => ({
      label: inLanguage(site.sections[collection] ?? { vi: collection }, locale),
      url: paths[collection]!,
      children: [],
    }))
  return [...(entered.length ? entered : sections), ...pagesInMenu(menuPages(locale, context))]
}

/** Parts of the home page: those that editors recorded, or else the usual ones. */
export const homeParts = (fields: JsonObject, { site }: Pick<DeliveryContext, 'site'>) => {
  const usual = site.home ?? []
  const entered = rowsOf(fields.home).flatMap(({ part, count }) => {
    const known = usual.find(({ name }) => name === part)
    return known ? [{ name: known.name, count: typeof count === 'number' ? count : known.count }] : []
  })
  return entered.length ? entered : usual
}
