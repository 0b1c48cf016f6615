import { setImmediate } from 'node:timers/promises'
import type { DeliveryContext } from '../api/context.ts'
import { isKnown, notThere, xmlAnswer } from '../httpAnswers.ts'
import { xmlText } from './xml.ts'

/** Maximum number of URLs in one file (sitemaps.org). */
const MOST_ADDRESSES = 50_000
/** Rows per read, so that other requests are answered in between. */
const SLICE = 1_000
const XML = '<?xml version="1.0" encoding="utf-8"?>\n'
const SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

interface Args {
  collections: readonly string[]
  context: () => DeliveryContext
  /** Identifies the state of the catalogue. */
  version: () => string
}

/** `GET /sitemap.xml`: index of the sitemap files, one or more for each collection. */
export const sitemapIndex =
  ({ collections, context }: Args) =>
  async (request: Request): Promise<Response> => {
    const { catalogue, now, publicUrl } = context()
    const parts = collections.flatMap((collection) => {
      const count = Math.ceil(catalogue.census.documents(collection, now) / MOST_ADDRESSES)
      return Array.from({ length: count }, (_, index) => `${publicUrl}/sitemaps/${collection}-${index + 1}.xml`)
    })
    const listed = parts.map((part) => `<sitemap><loc>${xmlText(part)}</loc></sitemap>`).join('')
    return xmlAnswer(request, 'application/xml', `${XML}<sitemapindex ${SPACE}>${listed}</sitemapindex>\n`)
  }

/** `GET /sitemaps/<collection>-<n>.xml`: at most 50,000 website URLs, streamed as they are read. */
export const sitemapPart =
  ({ collections, context, version }: Args) =>
  async (request: Request): Promise<Response> => {
    const [, collection = '', number] =
      /\/sitemaps\/([a-z0-9-]+)-([1-9]\d{0,4})\.xml$/.exec(new URL(request.url).pathname) ?? []
    if (!collections.includes(collection)) return notThere()
    const { catalogue, now, site } = context()
    const first = (Number(number) - 1) * MOST_ADDRESSES
    const read = (from: number) =>
      catalogue.census.urls({
        collection,
        now,
        offset: first + from,
        limit: Math.min(SLICE, MOST_ADDRESSES - from),
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
      yield `${XML}<urlset ${SPACE}>`
      for (let from = 0, rows = beginning; rows.length; ) {
        yield rows
          .map(
            ({ url, updatedAt }) =>
              `<url><loc>${xmlText(site.url + encodeURI(url))}</loc><lastmod>${xmlText(updatedAt)}</lastmod></url>`,
          )
          .join('')
        from += rows.length
        if (rows.length < SLICE || from >= MOST_ADDRESSES) break
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
