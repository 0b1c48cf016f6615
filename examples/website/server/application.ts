import express, { type Express, type RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { LRUCache } from 'lru-cache'
import type { Clock } from '../../../lib/time/clock.ts'
import { type Address, readAddress } from './address.ts'
import { type Answer, etagOf, sendAnswer } from './answer.ts'
import { openApi } from './api.ts'
import { siteHeaders } from './headers.ts'
import type { Send } from './http.ts'
import { lookFiles } from './look.ts'
import { pageMaker } from './pageMaker.tsx'
import type { Settings } from './settings.ts'
import { beginsVisit, visitReporter } from './visits.ts'

/** Milliseconds for which a page is sent again as it is. */
const FRESH_MS = 2_000
const CACHE_BYTES = 64 * 1024 * 1024
/** Pages a minute and network that have to be made; those that are kept cost nothing and are not counted. */
const MADE_PER_MINUTE = 600

export interface SiteLog {
  error: (what: { msg: string; err?: unknown }) => void
}

interface Kept {
  answer: Answer
  until: number
}

const keyOf = (address: Address | undefined): string =>
  address ? `${address.language} ${address.isCanonical} ${address.path}?${address.parameters}` : ''

/** The whole website as one Express application, not yet listening. */
export const createSite = (args: {
  settings: Pick<Settings, 'publicUrl' | 'siteUrl' | 'trustProxy'>
  send: Send
  clock: Clock
  log: SiteLog
}): Express => {
  const { settings, send, clock, log } = args
  const { publicUrl, siteUrl, trustProxy } = settings
  const look = lookFiles()
  const maker = pageMaker({ read: openApi({ send, clock }), cms: publicUrl, siteUrl, sheet: look.sheet.path })
  const report = visitReporter(send)
  const kept = new LRUCache<string, Kept>({
    maxSize: CACHE_BYTES,
    sizeCalculation: ({ answer }) => answer.body.length * 2 + 500,
  })
  const waiting = new Map<string, Promise<Answer>>()
  const now = () => clock.now().getTime()

  const made = (key: string, address: Address | undefined): Promise<Answer> => {
    const running = waiting.get(key)
    if (running) return running
    const started = maker
      .make(address)
      .then((answer) => {
        kept.set(key, { answer, until: now() + FRESH_MS })
        return answer
      })
      .finally(() => waiting.delete(key))
    waiting.set(key, started)
    return started
  }

  const page: RequestHandler = async (req, res) => {
    const address = readAddress(req.originalUrl)
    const key = keyOf(address)
    const old = kept.get(key)
    const answer = old && old.until > now() ? old.answer : await made(key, address)
    if (answer.status === 200 && req.method === 'GET' && beginsVisit(req.headers, siteUrl))
      report(req.headers['user-agent']!)
    await sendAnswer(answer, req, res)
  }

  /** Whether a request costs nothing: its page is kept, or in the making for somebody else. */
  const isFree = (url: string): boolean => {
    const key = keyOf(readAddress(url))
    return (kept.get(key)?.until ?? 0) > now() || waiting.has(key)
  }

  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.enable('case sensitive routing')
  app.set('query parser', false)
  app.set('trust proxy', trustProxy)

  app.use(siteHeaders({ publicUrl, siteUrl }))
  app.get('/healthz', (_req, res) => {
    res.set('cache-control', 'no-store').type('txt').send('ok')
  })
  for (const file of [look.sheet, look.icon]) {
    const answer: Answer = {
      status: 200,
      type: file.type,
      body: file.body,
      etag: etagOf(file.body),
      cacheControl: file.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=86400',
    }
    app.get(file.path, (req, res) => sendAnswer(answer, req, res))
  }
  app.get('/robots.txt', (_req, res) => {
    res.set('cache-control', 'public, max-age=3600').type('txt')
    res.send(`User-agent: *\nDisallow: /tim-kiem\nSitemap: ${publicUrl}/sitemap.xml\n`)
  })
  app.use(async (req, res, next) => {
    if (req.method === 'GET' || req.method === 'HEAD') return next()
    res.set('allow', 'GET, HEAD')
    await sendAnswer(await maker.fault('wrongMethod', readAddress(req.originalUrl)), req, res)
  })
  app.use(
    rateLimit({
      windowMs: 60_000,
      limit: MADE_PER_MINUTE,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      skip: (req) => isFree(req.originalUrl),
      validate: { xForwardedForHeader: false, forwardedHeader: false },
      handler: async (req, res) => sendAnswer(await maker.fault('tooMany', readAddress(req.originalUrl)), req, res),
    }),
  )
  app.use(page)
  const failed: express.ErrorRequestHandler = (err, _req, res, next) => {
    log.error({ msg: 'a page could not be made', err })
    if (res.headersSent) return next(err)
    res.status(500).set('cache-control', 'no-store').type('txt')
    res.send('Có lỗi, xin thử lại sau. / Something went wrong; please try again.\n')
  }
  app.use(failed)
  return app
}
