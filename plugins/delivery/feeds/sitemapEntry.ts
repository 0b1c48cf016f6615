import { xmlElement, xmlText } from '../../../lib/feeds/xml.ts'
import { isJsonObject, type Json, type JsonObject } from '../../publications/index.ts'
import type { DeliveredCollection } from '../types.ts'

/** Namespaces of a sitemap with languages, pictures and videos. */
export const SPACES = [
  'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"',
  'xmlns:xhtml="http://www.w3.org/1999/xhtml"',
  'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"',
  'xmlns:video="http://www.google.com/schemas/sitemap-video/1.1"',
].join(' ')

export interface SitemapEntry {
  /** Absolute URL of each language's page, by language; one without a language when all have the same page. */
  pages: { language?: string; url: string }[]
  /** ISO 8601. */
  updatedAt: string
  /** Public fields that lists show, if the collection's files are named. */
  fields?: JsonObject
}

/** Longest description of a video that search engines read, in characters. */
const LONGEST_DESCRIPTION = 2_048

const fileIn = (fields: JsonObject, name: string | undefined): JsonObject | undefined => {
  const value: Json | undefined = name === undefined ? undefined : fields[name]
  return isJsonObject(value) ? value : undefined
}

const textIn = (fields: JsonObject, name: string): string => (typeof fields[name] === 'string' ? fields[name] : '')

/** A video as search engines want it: never without a picture, and with something to play. */
const videoOf = (args: {
  fields: JsonObject
  names: { file: string; poster: string; player?: string }
  fileUrl: (file: JsonObject) => string
}): string => {
  const { fields, names, fileUrl } = args
  const [file, poster] = [fileIn(fields, names.file), fileIn(fields, names.poster)]
  const player = names.player === undefined ? '' : textIn(fields, names.player)
  const title = textIn(fields, 'title')
  if (!poster || !title || !(file || player)) return ''
  const description = (textIn(fields, 'summary') || title).slice(0, LONGEST_DESCRIPTION)
  return [
    '<video:video>',
    xmlElement('video:thumbnail_loc', fileUrl(poster)),
    xmlElement('video:title', title),
    xmlElement('video:description', description),
    file ? xmlElement('video:content_loc', fileUrl(file)) : xmlElement('video:player_loc', player),
    '</video:video>',
  ].join('')
}

/**
 * The `url` elements of one document: one for each language's page, and each names the others, itself included, as
 * search engines ask for. Pure.
 *
 * @see https://www.sitemaps.org/protocol.html
 * @see https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap
 */
export const sitemapEntry = (
  { pages, updatedAt, fields }: SitemapEntry,
  files: DeliveredCollection['sitemap'],
  fileUrl: (file: JsonObject) => string,
): string => {
  const alternates =
    pages.length > 1
      ? pages
          .map(({ language, url }) => `<xhtml:link rel="alternate" hreflang="${language}" href="${xmlText(url)}"/>`)
          .join('')
      : ''
  const picture = fields && fileIn(fields, files?.picture)
  const shown = [
    picture ? `<image:image>${xmlElement('image:loc', fileUrl(picture))}</image:image>` : '',
    fields && files?.video ? videoOf({ fields, names: files.video, fileUrl }) : '',
  ].join('')
  return pages
    .map(({ url }) => `<url>${xmlElement('loc', url)}${xmlElement('lastmod', updatedAt)}${alternates}${shown}</url>`)
    .join('')
}
