import type { Payload } from 'payload'
import type { Clock } from '../../../lib/time/clock.ts'
import { answering } from './answering.ts'
import { archive } from './archive.ts'
import { managing } from './managing.ts'
import { reading } from './reading.ts'
import { STYLE, STYLE_PATH } from './shell.ts'
import { type DigestHandler, siteOf } from './site.ts'
import { subscribing } from './subscribing.ts'

export type { Client, DigestHandler } from './site.ts'

const style: DigestHandler['handle'] = async () =>
  new Response(STYLE, {
    headers: {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=3600',
      'x-content-type-options': 'nosniff',
    },
  })

/**
 * Public pages and endpoints for subscriptions. `GET` never changes anything. None uses a cookie, so any origin may
 * post to them.
 *
 * @param args.wake called after a request that added a mail to the outbox, so that it need not wait for the next tick
 */
export const digestHandlers = (args: { payload: Payload; clock: Clock; wake?: () => void }): DigestHandler[] => {
  const site = siteOf(args)
  return [
    { method: 'GET', path: STYLE_PATH, handle: style },
    ...subscribing(site),
    ...answering(site),
    ...managing(site),
    ...reading(site),
    ...archive(site),
  ]
}
