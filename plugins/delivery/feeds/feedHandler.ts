import { GraphQLError } from 'graphql'
import { atom, type FeedEntry, type LocalisedText } from '../../../lib/feeds/atom.ts'
import { isJsonObject, type JsonObject, type ReferenceCollection } from '../../publications/index.ts'
import { type DeliveryContext, show } from '../api/context.ts'
import { languageOf } from '../api/fallbackFields.ts'
import { datedFilters, filterOf, referenceOf } from '../api/filters.ts'
import { labelOf } from '../api/references.ts'
import { inLanguage, portalName } from '../api/siteFacts.ts'
import type { LiveDocument } from '../catalogue/documents.ts'
import type { ProjectionRules } from '../catalogue/project.ts'
import { notThere, refused, xmlAnswer } from '../httpAnswers.ts'

type Rules = Readonly<Record<string, ProjectionRules>>

const FIRST_INSTANT = '1970-01-01T00:00:00.000Z'

const text = (value: unknown): string | null => (typeof value === 'string' && value ? value : null)
/** The first of several fields that has text, with its name. */
const first = (
  names: readonly string[] | undefined,
  fields: JsonObject,
): { name: string; text: string } | undefined => {
  for (const name of names ?? []) {
    const found = text(fields[name])
    if (found !== null) return { name, text: found }
  }
  return undefined
}
/**
 * Permanent tag URI of a document (RFC 4151): the website's host, the date of first publication, and its work URI or
 * key.
 */
export const tagOf = (args: { host: string; published: string; name: string }): string =>
  `tag:${args.host},${args.published.slice(0, 10)}:${encodeURI(args.name)}`

const entryOf = (document: LiveDocument, rule: ProjectionRules, locale: string, context: FeedContext): FeedEntry => {
  const { state } = document
  const shown = show(document, locale)
  const fields = context.catalogue.light(document, shown.locale)
  const fallback = document.locales[0] ?? shown.locale
  // Only a document shown in another locale than its first has fallback fields; for others the long fields are not
  // read.
  const whole = shown.locale === fallback ? undefined : context.catalogue.whole(document)
  const textOf = (name: string, words: string): LocalisedText => ({
    text: words,
    locale: languageOf(whole?.[name], { locale: shown.locale, fallback }) ?? shown.locale,
  })
  const summary = first(rule.collection.feed?.summary, fields)
  const topics = Object.keys(rule.collection.filters ?? {}).flatMap((filter) => {
    const collection = referenceOf(rule, filter)
    const label = collection && context.references[collection]?.labels[0]
    if (!collection || !label) return []
    const named = (rule.collection.filters?.[filter]?.fields ?? []).flatMap((field) => fields[field] ?? [])
    return (named as JsonObject[]).map((frozen) => {
      const key = String(frozen.key)
      const source = { collection, key, frozen, locale: shown.locale }
      return { term: key, label: labelOf(source, label, context) ?? key }
    })
  })
  const eli = Object.entries(rule.collection.feed?.eli ?? {}).flatMap(([property, name]) => {
    const value = fields[name]
    const collection = rule.shape[name]?.values?.[0]
    const label = collection && context.references[collection]?.labels[0]
    const told =
      label && isJsonObject(value)
        ? labelOf({ collection, key: String(value.key), frozen: value, locale: shown.locale }, label, context)
        : text(value)
    return told ? [{ property, value: told }] : []
  })
  return {
    id: tagOf({
      host: new URL(context.site.url).hostname,
      published: state.publishedAt,
      name: first(rule.collection.feed?.id, fields)?.text ?? `/${state.collection}/${state.document}`,
    }),
    title: textOf('title', text(fields.title) ?? state.slug),
    url: context.site.url + encodeURI(state.url),
    locale: shown.locale,
    summary: summary ? textOf(summary.name, summary.text) : null,
    published: state.publishedAt,
    updated: state.updatedAt,
    author: first(rule.collection.feed?.author, fields)?.text ?? null,
    categories: topics,
    eli,
  }
}

/** Filters that are not plain text, with their format in a URL. */
const TYPED: Record<string, { form: RegExp; vi: string; en: string }> = {
  year: { form: /^\d{4}$/, vi: 'Năm viết dạng 2024.', en: '"year" is a year such as 2024.' },
  includePredecessors: {
    form: /^(true|false)$/,
    vi: 'includePredecessors là true hoặc false.',
    en: '"includePredecessors" is true or false.',
  },
}

export interface FeedContext extends DeliveryContext {
  references: Record<string, ReferenceCollection>
}

/** Latest documents of several collections, by date of their live edition. */
const latest = (slugs: readonly string[], rules: Rules, given: object, locale: string, context: FeedContext) =>
  slugs
    .flatMap((collection) => {
      const rule = rules[collection]!
      const filter = filterOf({ ...given }, [rule], context)
      if (!filter) return []
      const { documents } = context.catalogue.list({
        collection,
        filter,
        sort: { name: '-updatedAt', column: 'updated_at', descending: true },
        limit: context.pageSizes.feed,
        from: { offset: 0 },
        now: context.now,
      })
      return documents.map((document) => entryOf(document, rule, locale, context))
    })
    .sort((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : a.id < b.id ? -1 : 1))
    .slice(0, context.pageSizes.feed)

/**
 * `GET /feeds/<collection>.atom` and `/feeds/all.atom`, filtered by the collection's filters and `locale` in the query
 * string. Links point to the website.
 */
export const feedHandler =
  (args: {
    rules: Rules
    paths: Readonly<Record<string, string>>
    /** Reference collections whose rows have predecessors, by slug. */
    dated: Readonly<Record<string, unknown>>
    context: () => FeedContext
  }) =>
  async (request: Request): Promise<Response> => {
    const { rules } = args
    const { pathname, searchParams } = new URL(request.url)
    const name = /\/feeds\/([a-z0-9-]+)\.atom$/.exec(pathname)?.[1] ?? ''
    const slugs = name === 'all' ? Object.keys(rules) : Object.hasOwn(rules, name) ? [name] : []
    if (!slugs.length) return notThere()
    const { locale: asked, ...given } = Object.fromEntries(searchParams)
    const allowed = new Set(slugs.flatMap((slug) => Object.keys(rules[slug]!.collection.filters ?? {})))
    for (const common of ['q', 'year', 'from', 'to', 'language']) allowed.add(common)
    if (slugs.some((slug) => datedFilters(rules[slug]!, args.dated).length)) allowed.add('includePredecessors')
    const unknown = Object.keys(given).find((key) => !allowed.has(key))
    if (unknown !== undefined)
      return refused(
        400,
        'BAD_USER_INPUT',
        `Không có bộ lọc này; hãy dùng: ${[...allowed].join(', ')}.`,
        `There is no such filter; use: ${[...allowed].join(', ')}.`,
      )
    const wrong = Object.entries(given).find(([key, value]) => value && TYPED[key] && !TYPED[key].form.test(value))
    if (wrong) return refused(400, 'BAD_USER_INPUT', TYPED[wrong[0]]!.vi, TYPED[wrong[0]]!.en)
    const asks = { ...given, includePredecessors: given.includePredecessors === 'true' }
    const context = args.context()
    const { site, publicUrl } = context
    const locale = asked && context.locales.includes(asked) ? asked : context.defaultLocale
    let entries: FeedEntry[]
    try {
      entries = latest(slugs, rules, asks, locale, context)
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error
      return refused(400, 'BAD_USER_INPUT', 'Ngày viết dạng 2024-05-08.', error.message)
    }
    searchParams.sort()
    const self = `${publicUrl}${pathname}${searchParams.size ? `?${searchParams}` : ''}`
    const section = name === 'all' ? '' : ` · ${inLanguage(site.sections[name] ?? {}, locale)}`
    const feed = {
      id: tagOf({
        host: new URL(site.url).hostname,
        published: FIRST_INSTANT,
        name: `${pathname}${searchParams.size ? `?${searchParams}` : ''}`,
      }),
      title: `${portalName(locale, context)}${section}${given.q ? ` · ${given.q}` : ''}`,
      self,
      page: site.url + (args.paths[name] ?? '/'),
      locale,
      updated: entries[0]?.updated ?? FIRST_INSTANT,
      author: portalName(locale, context),
      entries,
    }
    return xmlAnswer(request, 'application/atom+xml', atom(feed))
  }
