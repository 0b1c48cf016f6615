import { xmlElement, xmlText } from './xml.ts'

/** A text and the language it is in. */
export interface LocalisedText {
  text: string
  locale: string
}

/** A document as a feed names it. */
export interface FeedEntry {
  /** Never changes, whatever becomes of title and address. */
  id: string
  title: LocalisedText
  /** Absolute address. */
  url: string
  /** Language it is shown in. */
  locale: string
  summary: LocalisedText | null
  /** Instants, ISO 8601. */
  published: string
  updated: string
  /** Who stands behind it: an issuing body, a unit. */
  author: string | null
  categories: { term: string; label: string }[]
}

export interface Feed {
  id: string
  title: string
  /** Absolute address of the feed itself. */
  self: string
  /** Absolute address of the page it stands for. */
  page: string
  locale: string
  updated: string
  author: string
  /** Latest first. */
  entries: FeedEntry[]
}

/** A text that says its language itself where that is not the language of all around it. */
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
    '</entry>',
  ].join('')

/** An Atom feed (RFC 4287). */
export const atom = (feed: Feed): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(feed.locale)}">`,
    xmlElement('id', feed.id),
    `<title>${xmlText(feed.title)}</title>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(feed.page)}"/>`,
    xmlElement('updated', feed.updated),
    `<author>${xmlElement('name', feed.author)}</author>`,
    ...feed.entries.map((entry) => entryOf(entry, feed.locale)),
    '</feed>\n',
  ].join('')
