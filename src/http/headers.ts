import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

const SELF = ["'self'"]
const NONE = ["'none'"]

const COMMON = { defaultSrc: NONE, baseUri: NONE, objectSrc: NONE, formAction: SELF, frameAncestors: NONE }

/** Pages of the server: what they load comes from here. Inline styles are those of mails shown on the web. */
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
    // With `no-referrer` browsers post forms with `Origin: null`, which our own check of origins would refuse.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    crossOriginResourcePolicy: { policy: args.resources },
  }) as RequestHandler

/** Headers of everything but the admin. Answers may be shown on other sites; frames and foreign code are refused. */
export const pageHeaders = (args: { https: boolean }): RequestHandler =>
  protection({ ...args, directives: PAGES, resources: 'cross-origin' })

/** Headers of `/api`: nothing it answers is a page, whatever an uploaded file pretends to be. */
export const apiHeaders = (args: { https: boolean }): RequestHandler =>
  protection({ ...args, directives: { ...COMMON, sandbox: [] }, resources: 'same-origin' })

/** What an answer of `/api` carries instead when it is a PDF, which browsers do not show inside a sandbox. */
export const PDF_POLICY = "default-src 'none'; frame-ancestors 'none'; object-src 'self'"

/**
 * Headers of the admin. Next marks its own inline scripts with the nonce it finds in the request's
 * Content-Security-Policy, so that any other inline script is refused.
 */
export const adminHeaders =
  (args: { https: boolean }): RequestHandler =>
  (req, res, next) => {
    const nonce = randomBytes(16).toString('base64')
    const directives = {
      ...COMMON,
      scriptSrc: [...SELF, `'nonce-${nonce}'`],
      // React sets style attributes, and the admin's editor injects sheets of its own.
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

/** Lets any website ask the public API, without cookies. Nothing else may be read across origins. */
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
