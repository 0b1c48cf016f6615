import type { Page, Request } from 'playwright-core'

/** The open requests of a page, and the time of the last change. */
interface Traffic {
  open: Set<Request>
  changed: number
}

const traffics = new WeakMap<Page, Traffic>()

/** Starts to track the requests of a page. Required before `quiet`. */
export const followRequests = (page: Page): void => {
  const traffic: Traffic = { open: new Set(), changed: performance.now() }
  traffics.set(page, traffic)
  const over = (request: Request) => {
    if (traffic.open.delete(request)) traffic.changed = performance.now()
  }
  page.on('request', (request) => {
    // Requests of a page that was left never get a response.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) traffic.open.clear()
    if (!['fetch', 'xhr'].includes(request.resourceType())) return
    traffic.open.add(request)
    traffic.changed = performance.now()
  })
  // A response that the page does not read to its end never counts as finished, such as those for preferences.
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.startsWith('/api/')) over(response.request())
  })
  page.on('requestfinished', over)
  page.on('requestfailed', over)
}

/** Longer than the delay of Payload's form between a change and its request. */
const SILENCE_MS = 500

/** Limit for a page that hangs. */
const HANGS_MS = 60_000

/**
 * Waits until all requests that the form sends after a change are answered.
 *
 * @throws Error with the open requests
 */
export const quiet = async (page: Page): Promise<void> => {
  const traffic = traffics.get(page)
  if (!traffic) throw new Error('Nobody follows what this page asks')
  const from = performance.now()
  while (traffic.open.size || performance.now() - Math.max(from, traffic.changed) < SILENCE_MS) {
    if (performance.now() - from > HANGS_MS)
      throw new Error(`Not answered: ${[...traffic.open].map((one) => `${one.method()} ${one.url()}`).join(', ')}`)
    await page.waitForTimeout(50)
  }
}
