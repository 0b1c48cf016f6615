import { xmlElement, xmlText } from './xml.ts'

/** A text with its language. */
export interface LocalisedText {
  text: string
  locale: string
}

/** An entry of a feed. */
export interface FeedEntry {
  /** Permanent; it does not depend on title and URL. */
  id: string
  title: LocalisedText
  /** Absolute URL. */
  url: string
  /** Locale it is shown in. */
  locale: string
  summary: LocalisedText | null
  /** ISO 8601 timestamps. */
  published: string
  updated: string
  /** Issuing body or unit. */
  author: string | null
  categories: { term: string; label: string }[]
  /** Facts by property of the ELI ontology. */
  eli: { property: string; value: string }[]
}

export interface Feed {
  id: string
  title: string
  /** Absolute URL of the feed itself. */
  self: string
  /** Absolute URL of the corresponding page. */
  page: string
  locale: string
  updated: string
  author: string
  /** Newest first. */
  entries: FeedEntry[]
}

/** Namespace of the ontology of the European Legislation Identifier, in which programs look for facts about a legal text. */
const ELI = 'http://data.europa.eu/eli/ontology#'

/** Text element, with `xml:lang` if its language differs from the surrounding one. */
const textElement = (name: string, { text, locale }: LocalisedText, around: string[]): string =>
  around.every((one) => one === locale)
    ? `<${name}>${xmlText(text)}</${name}>`
    : `<${name} xml:lang="${xmlText(locale)}">${xmlText(text)}</${name}>`

const entryOf = (entry: FeedEntry, feed: string): string =>
  [
    `<entry xml:lang="${xmlText(entry.locale)}">`,
    xmlElement('id', entry.id),
    textElement('title', entry.title, [feed, entry.locale]),
    `<link rel="alternate" type="text/html" href="${xmlText(entry.url)}"/>`,
    xmlElement('published', entry.published),
    xmlElement('updated', entry.updated),
    entry.author ? `<author>${xmlElement('name', entry.author)}</author>` : '',
    ...entry.categories.map(({ term, label }) => `<category term="${xmlText(term)}" label="${xmlText(label)}"/>`),
    entry.summary ? textElement('summary', entry.summary, [feed, entry.locale]) : '',
    ...entry.eli.map(({ property, value }) => xmlElement(`eli:${property}`, value)),
    '</entry>',
  ].join('')

/** An Atom feed (RFC 4287). */
export const atom = (feed: Feed): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    `<feed xmlns="http://www.w3.org/2005/Atom"${feed.entries.some(({ eli }) => eli.length) ? ` xmlns:eli="${ELI}"` : ''} xml:lang="${xmlText(feed.locale)}">`,
    xmlElement('id', feed.id),
    `<title>${xmlText(feed.title)}</title>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(feed.page)}"/>`,
    xmlElement('updated', feed.updated),
    `<author>${xmlElement('name', feed.author)}</author>`,
    ...feed.entries.map((entry) => entryOf(entry, feed.locale)),
    '</feed>\n',
  ].join('')
