import { shownInstantOf } from '../../../lib/time/shownInstant.ts'
import { canonicalJson, type LogSource, soundContents } from '../../publications/index.ts'
import type { DeliveryContext } from '../api/context.ts'
import { removalNotice } from '../api/removed.ts'
import { portalName, recordedFact } from '../api/siteFacts.ts'
import type { KnownEdition } from '../catalogue/editions.ts'
import { notThere } from '../httpAnswers.ts'
import type { DeliveryHandler } from '../types.ts'
import { ASSETS, askingPage, editionPage, type Said, SCRIPT, type ShownEdition, STYLE } from './page.ts'
import { VERIFY_LANGUAGES, verifyTexts } from './texts.ts'

const HASH = /^[0-9a-f]{64}$/

/** Only the own script and style sheet load, and the script reads from this origin alone. */
const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
}

const page = (text: string, status = 200): Response => new Response(text, { status, headers: PAGE_HEADERS })

const languageOf = (url: URL, { defaultLocale }: DeliveryContext): string => {
  const asked = url.searchParams.get('lang') ?? ''
  return VERIFY_LANGUAGES.includes(asked) ? asked : defaultLocale
}

const frameOf = (language: string, context: DeliveryContext) => ({
  language,
  portalName: portalName(language, context),
  imprint: ['agency', 'address', 'telephone'].flatMap((name) => recordedFact(name, language, context) ?? []),
})

const isPublic = ({ state, edition, expires }: KnownEdition, now: string): boolean =>
  state.live && state.edition === edition && (expires === null || expires > now)

/** What became of an edition, as one sentence. */
const standing = (known: KnownEdition, language: string, now: string): string => {
  const { state, edition, expires } = known
  const texts = verifyTexts(language)
  if (known.purgedAt) return texts.erased(shownInstantOf(known.purgedAt))
  if (state.edition > edition) return texts.replaced(state.edition)
  if (state.ended) return removalNotice(state.ended.kind, state.ended.at, language)
  if (!state.live) return texts.aside
  return expires !== null && expires <= now ? removalNotice('expired', expires, language) : texts.live
}

/** A step is called in the language of the page where it has a name in it. */
const nameOf = ({ step, title = {} }: KnownEdition['steps'][number], language: string, otherwise: string): Said => {
  const found = [language, otherwise].find((one) => title[one])
  return found ? { text: title[found]!, language: found } : { text: step, language: otherwise }
}

const titleOf = (known: KnownEdition, language: string, { catalogue, now }: DeliveryContext): Said | undefined => {
  const document = catalogue.byKey(known.state.collection, known.state.document, now)
  if (!document) return undefined
  const locale = document.locales.includes(language) ? language : (document.locales[0] ?? language)
  const { title } = catalogue.light(document, locale)
  return typeof title === 'string' ? { text: title, language: locale } : undefined
}

const shownEdition = (known: KnownEdition, language: string, context: DeliveryContext): ShownEdition => {
  const { now, site, defaultLocale } = context
  return {
    hash: known.hash,
    // A later edition has a title of its own, and so has what was withdrawn none.
    title: isPublic(known, now) ? titleOf(known, language, context) : undefined,
    address: { href: site.url + encodeURI(known.state.url), path: known.state.url },
    edition: known.edition,
    publishedAt: known.at,
    state: standing(known, language, now),
    checkable: isPublic(known, now),
    previousHash: known.previousHash,
    steps: known.steps.map((step) => ({
      name: nameOf(step, language, defaultLocale),
      capacity: { text: step.capacity, language: defaultLocale },
      at: step.at,
    })),
    ratified: known.ratified,
  }
}

const asset = (path: string, type: string, text: string): DeliveryHandler => ({
  path,
  method: 'GET',
  handle: async () =>
    new Response(text, {
      headers: {
        'content-type': `${type}; charset=utf-8`,
        'cache-control': 'public, max-age=300',
        'x-content-type-options': 'nosniff',
      },
    }),
})

const segment = (url: URL, index: number): string => url.pathname.split('/')[index] ?? ''

/**
 * Pages about the provenance of editions: `/verify/{contentHash}`, its canonical content while it is public, and a form
 * that asks for a hash.
 */
export const verifyHandlers = (args: {
  context: () => DeliveryContext
  source: Pick<LogSource, 'contents'>
}): DeliveryHandler[] => {
  const { source } = args
  /** The edition that is public with this content, or else the latest that was. */
  const known = (hash: string, context: DeliveryContext): KnownEdition | undefined => {
    const found = HASH.test(hash) ? context.catalogue.editionsWith(hash) : []
    return found.find((edition) => isPublic(edition, context.now)) ?? found[0]
  }

  const ask: DeliveryHandler['handle'] = async (request) => {
    const url = new URL(request.url)
    const context = args.context()
    const language = languageOf(url, context)
    const hash = (url.searchParams.get('hash') ?? '').trim().toLowerCase()
    if (HASH.test(hash))
      return new Response(null, { status: 303, headers: { location: `/verify/${hash}?lang=${language}` } })
    return page(askingPage(frameOf(language, context), hash ? hash.slice(0, 64) : undefined), hash ? 404 : 200)
  }

  const show: DeliveryHandler['handle'] = async (request) => {
    const url = new URL(request.url)
    const context = args.context()
    const language = languageOf(url, context)
    const frame = frameOf(language, context)
    const hash = segment(url, 2).toLowerCase()
    const edition = known(hash, context)
    return edition
      ? page(editionPage(frame, shownEdition(edition, language, context)))
      : page(askingPage(frame, hash.slice(0, 64)), 404)
  }

  const content: DeliveryHandler['handle'] = async (request) => {
    const context = args.context()
    const hash = segment(new URL(request.url), 2).toLowerCase()
    const edition = known(hash, context)
    if (!edition || !isPublic(edition, context.now)) return notThere()
    const { contents } = await soundContents(source, [hash])
    const found = contents.get(hash)
    if (!found) return notThere()
    return new Response(canonicalJson(found), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${hash}.json"`,
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
      },
    })
  }

  return [
    asset(ASSETS.script, 'text/javascript', SCRIPT),
    asset(ASSETS.style, 'text/css', STYLE),
    { path: '/verify', method: 'GET', handle: ask },
    { path: '/verify/:hash', method: 'GET', handle: show },
    { path: '/verify/:hash/content', method: 'GET', handle: content },
  ]
}
