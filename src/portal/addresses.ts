import { DEFAULT_LOCALE } from './locales.ts'

/** Paths under which documents stand on the website: `/van-ban/<slug>`. Addresses that were published are never moved. */
export const PATHS = {
  directives: '/van-ban',
  bulletins: '/ban-tin',
  videos: '/video',
  notices: '/thong-bao',
  pages: '/trang',
}

/** Path of a page in a language: Vietnamese stands without a prefix, `/km/van-ban/…` is the Khmer page. */
export const pathInLanguage = (path: string, locale: string): string =>
  locale === DEFAULT_LOCALE ? path : `/${locale}${path}`

/** Most characters of a document's slug, the last part of its public address. */
export const SLUG = {
  /** Of one that a person typed. */
  typed: 120,
  /** Of one that is made from a number or a title, before `-2`, `-3` … for namesakes. */
  generated: 96,
  /** Of one that gets a random id, because all those are taken. */
  beforeId: 80,
}
