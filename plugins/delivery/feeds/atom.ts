import { xmlElement, xmlText } from './xml.ts'

/** A document as a feed names it. */
export interface FeedEntry {
  /** Never changes, whatever becomes of title and address. */
  id: string
  title: string
  /** Absolute address. */
  url: string
  locale: string
  summary: string | null
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

const entryOf = (entry: FeedEntry): string =>
  [
    `<entry xml:lang="${xmlText(entry.locale)}">`,
    xmlElement('id', entry.id),
    `<title>${xmlText(entry.title)}</title>`,
    `<link rel="alternate" type="text/html" href="${xmlText(entry.url)}"/>`,
    xmlElement('published', entry.published),
    xmlElement('updated', entry.updated),
    entry.author ? `<author>${xmlElement('name', entry.author)}</author>` : '',
    ...entry.categories.map(({ term, label }) => `<category term="${xmlText(term)}" label="${xmlText(label)}"/>`),
    xmlElement('summary', entry.summary),
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
    ...feed.entries.map(entryOf),
    '</feed>\n',
  ].join('')
