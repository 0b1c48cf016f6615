import { setImmediate } from 'node:timers/promises'
import { xmlText } from '../../../lib/feeds/xml.ts'
import type { JsonObject } from '../../publications/index.ts'
import type { DeliveryContext } from '../api/context.ts'
import type { ListedUrl } from '../catalogue/census.ts'
import type { ProjectionRules } from '../catalogue/project.ts'
import { publicFileUrl } from '../fileUrl.ts'
import { isKnown, notThere, xmlAnswer } from '../httpAnswers.ts'
import { SPACES, sitemapEntry } from './sitemapEntry.ts'

/** Documents in one file: at most 50,000 addresses (sitemaps.org), which are several for one in several languages. */
const MOST_DOCUMENTS = 10_000
/** Rows per read, so that other requests are answered in between. */
const SLICE = 1_000
const XML = '<?xml version="1.0" encoding="utf-8"?>\n'
const SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

interface Args {
  rules: Readonly<Record<string, ProjectionRules>>
  context: () => DeliveryContext
  /** Identifies the state of the catalogue. */
  version: () => string
}

/** `GET /sitemap.xml`: index of the sitemap files, one or more for each collection. */
export const sitemapIndex =
  ({ rules, context }: Args) =>
  async (request: Request): Promise<Response> => {
    const { catalogue, now, publicUrl } = context()
    const parts = Object.keys(rules).flatMap((collection) => {
      const count = Math.ceil(catalogue.census.documents(collection, now) / MOST_DOCUMENTS)
      return Array.from({ length: count }, (_, index) => `${publicUrl}/sitemaps/${collection}-${index + 1}.xml`)
    })
    const listed = parts.map((part) => `<sitemap><loc>${xmlText(part)}</loc></sitemap>`).join('')
    return xmlAnswer(request, 'application/xml', `${XML}<sitemapindex ${SPACE}>${listed}</sitemapindex>\n`)
  }

/** `GET /sitemaps/<collection>-<n>.xml`: the pages of at most 10,000 documents, streamed as they are read. */
export const sitemapPart =
  ({ rules, context, version }: Args) =>
  async (request: Request): Promise<Response> => {
    const [, collection = '', number] =
      /\/sitemaps\/([a-z0-9-]+)-([1-9]\d{0,4})\.xml$/.exec(new URL(request.url).pathname) ?? []
    if (!Object.hasOwn(rules, collection)) return notThere()
    const { catalogue, now, site, publicUrl } = context()
    const files = rules[collection]!.collection.sitemap
    const fileUrl = (file: JsonObject) => publicFileUrl(publicUrl, file)
    const pagesOf = ({ url, locales }: ListedUrl) =>
      (site.languagePath ? locales.split(' ') : [undefined]).map((language) => ({
        language,
        url: site.url + encodeURI(language && site.languagePath ? site.languagePath(url, language) : url),
      }))
    const entryOf = (row: ListedUrl): string => {
      // Files stand in the fields, which are read for the collections that name some.
      const document = files && catalogue.byId(row.id)
      const fields = document && catalogue.light(document, document.locales[0] ?? '')
      return sitemapEntry({ pages: pagesOf(row), updatedAt: row.updatedAt, fields }, files, fileUrl)
    }
    const first = (Number(number) - 1) * MOST_DOCUMENTS
    const read = (from: number) =>
      catalogue.census.urls({
        collection,
        now,
        offset: first + from,
        limit: Math.min(SLICE, MOST_DOCUMENTS - from),
      })
    const beginning = read(0)
    if (!beginning.length) return notThere()
    const etag = `"${version()}-${catalogue.census.documents(collection, now)}"`
    const headers = {
      'content-type': 'application/xml; charset=utf-8',
      'cache-control': 'public, max-age=300, s-maxage=300, stale-if-error=86400',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      etag,
    }
    if (isKnown(request, etag)) return new Response(null, { status: 304, headers })

    const lines = async function* () {
      yield `${XML}<urlset ${SPACES}>`
      for (let from = 0, rows = beginning; rows.length; ) {
        yield rows.map(entryOf).join('')
        from += rows.length
        if (rows.length < SLICE || from >= MOST_DOCUMENTS) break
        await setImmediate()
        rows = read(from)
      }
      yield '</urlset>\n'
    }
    const encoder = new TextEncoder()
    const chunks = lines()
    return new Response(
      new ReadableStream({
        pull: async (controller) => {
          const { done, value } = await chunks.next()
          if (done) controller.close()
          else controller.enqueue(encoder.encode(value))
        },
        cancel: () => chunks.return(undefined).then(() => undefined),
      }),
      { headers },
    )
  }
