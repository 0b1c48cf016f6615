import type { RequestHandler } from 'express'
import helmet from 'helmet'

const SELF = ["'self'"]
const NONE = ["'none'"]
const HALF_A_YEAR = 60 * 60 * 24 * 182

/**
 * Security headers of every page: a style sheet of its own, no script at all, files from the CMS alone.
 *
 * @param args.publicUrl origin of the CMS for browsers
 * @param args.siteUrl origin of the website
 */
export const siteHeaders = (args: { publicUrl: string; siteUrl: string }): RequestHandler => {
  const https = args.siteUrl.startsWith('https:')
  const files = [args.publicUrl]
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: NONE,
        styleSrc: SELF,
        imgSrc: [...SELF, ...files],
        mediaSrc: files,
        objectSrc: files,
        frameSrc: files,
        formAction: SELF,
        baseUri: NONE,
        frameAncestors: NONE,
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: HALF_A_YEAR, includeSubDomains: false } : false,
    // The own pages must see where somebody comes from, to count a visit once; nobody else must.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  }) as RequestHandler
}
