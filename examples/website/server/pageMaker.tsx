import { renderToStaticMarkup } from 'react-dom/server'
import { faultPage, notFoundPage, type Outcome, PARAMETERS, type Page, ROUTES, removedPage } from '../pages/index.ts'
import { withQuery } from '../parts/query.ts'
import { Shell } from '../parts/Shell.tsx'
import { type View, viewOf } from '../parts/view.ts'
import { FrameDocument, type FrameQuery, RemovedDocument } from '../queries/generated.ts'
import { type Address, matchRoute, readParameters } from './address.ts'
import { type Answer, etagOf } from './answer.ts'
import { type Reader, Refused, Unavailable } from './api.ts'

/** What makes pages. */
export interface PageMaker {
  /** The page of an address, whatever happens to the API. */
  make: (address: Address | undefined) => Promise<Answer>
  /** A page that says what went wrong before anything was asked. */
  fault: (fault: Parameters<typeof faultPage>[0], address: Address | undefined) => Promise<Answer>
}

/** As long as the API keeps its own answers; a withdrawn text must not linger. */
const CACHED = 'public, max-age=0, s-maxage=5, stale-while-revalidate=30, stale-if-error=86400'
const UNCACHED = 'no-store'
const RETRY_SECONDS = 30

const HTML = 'text/html; charset=utf-8'

/**
 * @param args.read makes a reader of the API for each page
 * @param args.cms origin of the CMS for browsers
 * @param args.sheet path of the style sheet
 */
export const pageMaker = (args: { read: () => Reader; cms: string; siteUrl: string; sheet: string }): PageMaker => {
  const { read, cms, siteUrl, sheet } = args

  const moved = (to: string): Answer => ({
    status: 301,
    type: HTML,
    body: Buffer.from(''),
    etag: '',
    cacheControl: 'public, max-age=300',
    // A header holds ASCII only.
    location: to.replace(/[^\x21-\x7e]+/gu, encodeURIComponent),
  })

  /** The frame around a page; a page can do without it. */
  const frameOf = async (reader: Reader, view: View): Promise<FrameQuery | undefined> => {
    try {
      return await reader.ask(FrameDocument, { locale: view.language })
    } catch (error) {
      if (error instanceof Unavailable || error instanceof Refused) return undefined
      throw error
    }
  }

  const rendered = async (page: Page, reader: Reader, view: View, address: string): Promise<Answer> => {
    const frame = await frameOf(reader, view)
    const stale = reader.isStale()
    const markup = renderToStaticMarkup(
      <Shell
        {...page}
        view={view}
        frame={frame}
        address={address}
        siteUrl={siteUrl}
        sheet={sheet}
        stale={stale}
        home={address === '/'}
      />,
    )
    const body = Buffer.from(`<!DOCTYPE html>\n${markup}\n`)
    const lasting = page.status === 200 || page.status === 404 || page.status === 410
    return {
      status: page.status,
      type: HTML,
      body,
      etag: etagOf(body),
      cacheControl: lasting && !stale ? CACHED : UNCACHED,
      retryAfter: page.status === 503 ? RETRY_SECONDS : undefined,
    }
  }

  /** What became of an address at which no page stands: moved, withdrawn, or never there. */
  const gone = async (address: Address, reader: Reader, view: View): Promise<Page | { kind: 'moved'; to: string }> => {
    const url = withQuery(address.path, Object.fromEntries(address.parameters))
    const { removed } = await reader.ask(RemovedDocument, { url, locale: view.language })
    if (removed?.kind === 'redirected' && removed.redirectTo) return { kind: 'moved', to: removed.redirectTo }
    if (removed) return removedPage(removed, view)
    return notFoundPage(address.path, view, reader.ask)
  }

  /** The outcome of an address, before it is put in its frame. */
  const found = async (address: Address, reader: Reader, view: View): Promise<{ outcome: Outcome; shown: string }> => {
    const { path, parts, parameters } = address
    for (const route of ROUTES) {
      const params = matchRoute(route.path, parts)
      if (!params) continue
      const given = readParameters({ parameters, names: route.parameters, checks: PARAMETERS })
      if (!given) return { outcome: faultPage('badRequest', view), shown: path }
      const shown = withQuery(path, given.query)
      if (given.unknown.length > 0) {
        // The old portal may have had this path, with parameters that say which page is meant.
        const before = await gone(address, reader, view)
        if (before.kind === 'moved' || before.status === 410) return { outcome: before, shown }
      }
      if (!given.isCanonical || !address.isCanonical) return { outcome: { kind: 'moved', to: shown }, shown }
      const outcome = await route.load({ view, path, params, query: given.query, ask: reader.ask })
      return { outcome: outcome.kind === 'missing' ? await gone(address, reader, view) : outcome, shown }
    }
    const shown = withQuery(path, Object.fromEntries(parameters))
    const outcome = await gone(address, reader, view)
    const isRight = outcome.kind === 'moved' || address.isCanonical
    return { outcome: isRight ? outcome : { kind: 'moved', to: shown }, shown }
  }

  const make: PageMaker['make'] = async (address) => {
    const view = viewOf({ language: address?.language ?? 'vi', cms })
    const reader = read()
    if (!address) return rendered(faultPage('badRequest', view), reader, view, '/')
    try {
      const { outcome, shown } = await found(address, reader, view)
      if (outcome.kind === 'moved') return moved(view.href(outcome.to))
      if (outcome.kind === 'missing') return await rendered(faultPage('notFound', view), reader, view, shown)
      return await rendered(outcome, reader, view, shown)
    } catch (error) {
      // The API reads no list to an end that is far away.
      const fault = address.parameters.has('page') ? 'notFound' : 'badRequest'
      if (error instanceof Refused) return rendered(faultPage(fault, view), reader, view, address.path)
      if (error instanceof Unavailable) return rendered(faultPage('unavailable', view), reader, view, address.path)
      throw error
    }
  }

  return {
    make,
    fault: (fault, address) => {
      const view = viewOf({ language: address?.language ?? 'vi', cms })
      return rendered(faultPage(fault, view), read(), view, address?.path ?? '/')
    },
  }
}
