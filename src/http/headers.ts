import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

const SELF = ["'self'"]
const NONE = ["'none'"]

/** Responses that need stricter ones set their own: subscription pages, previews, files. */
const COMMON = { defaultSrc: NONE, baseUri: NONE, objectSrc: NONE, formAction: SELF, frameAncestors: NONE }

/**
 * Content security policy of the server's own pages: resources from this origin only. Inline styles are for the web
 * view of mails.
 */
const PAGES = {
  ...COMMON,
  scriptSrc: SELF,
  styleSrc: [...SELF, "'unsafe-inline'"],
  imgSrc: [...SELF, 'data:'],
  fontSrc: SELF,
  connectSrc: SELF,
  mediaSrc: SELF,
}

const HALF_A_YEAR = 60 * 60 * 24 * 182

const protection = (args: {
  https: boolean
  directives: Record<string, string[]>
  resources: 'same-origin' | 'cross-origin'
}): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...args.directives, ...(args.https ? { upgradeInsecureRequests: [] } : {}) },
    },
    strictTransportSecurity: args.https ? { maxAge: HALF_A_YEAR, includeSubDomains: false } : false,
    // With `no-referrer`, browsers post forms with `Origin: null`, which our origin check would reject.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    crossOriginResourcePolicy: { policy: args.resources },
  }) as RequestHandler

/**
 * Headers of everything except the admin. Other sites may embed the responses as resources; frames and foreign code are
 * denied.
 */
export const pageHeaders = (args: { https: boolean }): RequestHandler =>
  protection({ ...args, directives: PAGES, resources: 'cross-origin' })

/** Headers of `/api`: no response is treated as a page, whatever an uploaded file claims to be. */
export const apiHeaders = (args: { https: boolean }): RequestHandler =>
  protection({ ...args, directives: { ...COMMON, sandbox: [] }, resources: 'same-origin' })

/**
 * Headers of PDF responses of `/api`: browsers show no PDF in a sandbox, and this server's own pages show one beside the
 * text that is decided on.
 */
export const PDF_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'self'; object-src 'self'",
  'x-frame-options': 'SAMEORIGIN',
}

/**
 * Headers of the admin. Next adds the nonce from the request's Content-Security-Policy to its own inline scripts, so
 * every other inline script is blocked.
 */
export const adminHeaders =
  (args: { https: boolean }): RequestHandler =>
  (req, res, next) => {
    const nonce = randomBytes(16).toString('base64')
    const directives = {
      ...COMMON,
      scriptSrc: [...SELF, `'nonce-${nonce}'`],
      // React sets style attributes, and the admin's editor injects style sheets.
      styleSrc: [...SELF, "'unsafe-inline'"],
      imgSrc: [...SELF, 'data:', 'blob:'],
      fontSrc: [...SELF, 'data:'],
      connectSrc: SELF,
      mediaSrc: [...SELF, 'blob:'],
      frameSrc: SELF,
      workerSrc: [...SELF, 'blob:'],
      manifestSrc: SELF,
    }
    req.headers['content-security-policy'] = `script-src 'self' 'nonce-${nonce}'`
    protection({ ...args, directives, resources: 'same-origin' })(req, res, next)
  }

/** CORS for the public API: any website may read it, without cookies. Nothing else may be read across origins. */
export const openToAllSites: RequestHandler = (req, res, next) => {
  res.set('access-control-allow-origin', '*')
  if (req.method !== 'OPTIONS') return next()
  res
    .status(204)
    .set({
      'access-control-allow-methods': 'GET, POST, OPTIONS',
      'access-control-allow-headers': 'content-type, accept-language, if-none-match',
      'access-control-max-age': '86400',
    })
    .end()
}
