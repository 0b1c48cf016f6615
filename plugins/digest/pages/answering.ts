import { networkOf } from '../core/address.ts'
import { confirmSubscription, readConfirmation } from '../useCases/confirmSubscription.ts'
import { leave, leaveLinkLocale } from '../useCases/leave.ts'
import { windowLimit } from './rateLimit.ts'
import { readBody } from './readBody.ts'
import { type DigestHandler, failed, lastSegment, type Site } from './site.ts'
import {
  confirmationGonePage,
  confirmedPage,
  confirmPage,
  leavePage,
  leaveUnknownPage,
  leftPage,
} from './tokenPages.ts'

/** Requests an hour by one link to leave: a mail program and a person may press it again and again. */
const BY_LINK = 600
/** Requests an hour and network with links that were never issued. */
const UNKNOWN_LINKS = 6_000

/** Pages for confirming and unsubscribing by a mailed link, with a single button. */
export const answering = (site: Site): DigestHandler[] => {
  const { payload, clock } = site
  const byLink = windowLimit({ clock, most: BY_LINK })
  const unknownLinks = windowLimit({ clock, most: UNKNOWN_LINKS })

  /** The reader of a link to leave. Whoever has one is counted by it alone, never with others of their network. */
  const leaving = async (request: Request, ip: string | undefined) => {
    const token = lastSegment(request)
    const known = await leaveLinkLocale(payload, token, clock.now())
    return { token, known, admitted: known ? byLink(token) : unknownLinks(networkOf(ip)) }
  }

  const showConfirmation: DigestHandler['handle'] = async (request) => {
    const found = await readConfirmation({ payload, token: lastSegment(request), now: clock.now() })
    if (found.state === 'gone') return confirmationGonePage(await site.frame(request))
    const frame = await site.frame(request, found.locale)
    if (found.state === 'used') return confirmedPage(frame)
    return confirmPage({ ...frame, ...found, choices: await site.choices(frame.language) })
  }

  const confirm: DigestHandler['handle'] = async (request, client) => {
    const read = await readBody(request)
    const shown = 'body' in read ? read.body.consent : undefined
    const token = lastSegment(request)
    const found = await readConfirmation({ payload, token, now: clock.now() })
    const frame = await site.frame(request, found.state === 'gone' ? undefined : found.locale)
    const { version, text } = frame.messages.consent
    // The consent text has changed since the page was shown, so show the new one first.
    if (shown !== undefined && shown !== version) return showConfirmation(request)
    const outcome = await confirmSubscription({
      payload,
      token,
      now: clock.now(),
      network: networkOf(client?.ip),
      consent: { version, text: text(frame.portalName) },
    })
    return outcome === 'gone' ? confirmationGonePage(frame) : confirmedPage(frame)
  }

  const showLeave: DigestHandler['handle'] = async (request, client) => {
    const { known, admitted } = await leaving(request, client?.ip)
    if (!admitted) return failed(await site.frame(request), 'RATE_LIMITED', false)
    return known ? leavePage(await site.frame(request, known.locale)) : leaveUnknownPage(await site.frame(request))
  }

  /** RFC 8058: mail programs post here on their own. Whatever the body contains, the request means unsubscribe. */
  const leaveNow: DigestHandler['handle'] = async (request, client) => {
    const read = await readBody(request)
    const how = 'body' in read && read.body.how === 'page' ? 'page' : 'one-click'
    const { token, known, admitted } = await leaving(request, client?.ip)
    if (!admitted) return failed(await site.frame(request), 'RATE_LIMITED', false)
    const outcome = await leave({ payload, token, how, now: clock.now(), network: networkOf(client?.ip) })
    const frame = await site.frame(request, known?.locale)
    return outcome === 'left' ? leftPage(frame) : leaveUnknownPage(frame)
  }

  return [
    { method: 'GET', path: '/subscriptions/confirm/:token', handle: showConfirmation },
    { method: 'POST', path: '/subscriptions/confirm/:token', handle: confirm },
    { method: 'GET', path: '/u/:token', handle: showLeave, perMinute: Number.POSITIVE_INFINITY },
    { method: 'POST', path: '/u/:token', handle: leaveNow, perMinute: Number.POSITIVE_INFINITY },
  ]
}
