import { mailOnWeb } from '../useCases/mailOnWeb.ts'
import { PAGE_HEADERS } from './shell.ts'
import { type DigestHandler, lastSegment, type Site } from './site.ts'
import { message } from './tokenPages.ts'

/** A mail has inline styles; everything else is blocked. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"

/** Web view of mails, for mail programs that render them badly. Needs no login, and does not track views. */
export const reading = (site: Site): DigestHandler[] => [
  {
    method: 'GET',
    path: '/m/:token',
    handle: async (request) => {
      const { payload, clock } = site
      const mail = await mailOnWeb({ payload, token: lastSegment(request), now: clock.now() })
      if (mail.state === 'gone') {
        const frame = await site.frame(request)
        return message(frame, 410, frame.messages.web.goneTitle, frame.messages.web.goneBody)
      }
      if (mail.state === 'withdrawn') {
        const frame = await site.frame(request, mail.locale)
        return message(frame, 200, frame.messages.mail.changes, frame.messages.web.nothingLeft)
      }
      return new Response(mail.html, { headers: { ...PAGE_HEADERS, 'content-security-policy': POLICY } })
    },
  },
]
