import type { DeliveryHandler } from '../types.ts'

/** Names that robots, monitors and programs give themselves; they say so because they are asked to (RFC 9309). */
const ROBOT =
  /(?<!cu)bot\b|(?<!cu)bots?[/;_ -]|crawl|spider|slurp|archiver|facebookexternalhit|whatsapp|preview|monitor|pingdom|uptime|lighthouse|pagespeed|headless|phantomjs|validator|scrap|fetcher|curl\/|wget\/|python|aiohttp|httpx|libwww|okhttp|go-http|java\/|ruby|perl|postman|axios/i

/** Whether a request was made by a program rather than for a person, as far as it says so itself. */
export const isRobot = (headers: Headers): boolean => {
  const agent = headers.get('user-agent')?.trim()
  if (!agent || ROBOT.test(agent)) return true
  // A page loaded ahead is not looked at yet; the website counts when it is.
  const purpose = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].map((name) => headers.get(name) ?? '').join(' ')
  return /prefetch|prerender|preview/i.test(purpose)
}

/** More than a person needs, and enough for an office behind one address. */
const PER_MINUTE = 60

/**
 * `POST /visits`: counts a visit. Nothing is read of the request but what kind of program sent it, nothing is kept but
 * a number for the day. The answer is the same whether it counted.
 */
export const visitHandler = (count: () => void): DeliveryHandler => ({
  path: '/visits',
  method: 'POST',
  perMinute: PER_MINUTE,
  handle: async (request) => {
    if (request.method === 'POST' && !isRobot(request.headers)) count()
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
  },
})
