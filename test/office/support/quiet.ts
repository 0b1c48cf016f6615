import type { Page, Request } from 'playwright-core'

/** What a page has asked and not been answered, and when that changed last. */
interface Traffic {
  open: Set<Request>
  changed: number
}

const traffics = new WeakMap<Page, Traffic>()

/** Begins to count what a page asks; before that `quiet` knows nothing. */
export const followRequests = (page: Page): void => {
  const traffic: Traffic = { open: new Set(), changed: performance.now() }
  traffics.set(page, traffic)
  const over = (request: Request) => {
    if (traffic.open.delete(request)) traffic.changed = performance.now()
  }
  page.on('request', (request) => {
    // What a page that is left had asked is never answered.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) traffic.open.clear()
    if (!['fetch', 'xhr'].includes(request.resourceType())) return
    traffic.open.add(request)
    traffic.changed = performance.now()
  })
  // An answer that the page does not read to its end is never called finished, such as those about preferences.
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.startsWith('/api/')) over(response.request())
  })
  page.on('requestfinished', over)
  page.on('requestfailed', over)
}

/** Longer than Payload's form waits after a change before it asks what follows from it. */
const SILENCE_MS = 500

/** A bound for what hangs. */
const HANGS_MS = 60_000

/**
 * Waits until the form has asked what it asks after a change, and has been answered.
 *
 * @throws Error that names what is not answered
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
