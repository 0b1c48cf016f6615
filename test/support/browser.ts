import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Debian's programs that draw pages, the lighter one first: it has no window of its own to draw. */
const PROGRAMS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']

const QUIET = [
  '--no-sandbox',
  // Drawing by a graphics processor that is imitated takes a third of a processor.
  '--disable-gpu',
  '--disable-gpu-compositing',
  '--disable-software-rasterizer',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Starts a browser that asks nothing of anybody.
 *
 * @throws Error that says what to install when there is none
 */
export const launchBrowser = async (): Promise<Browser> => {
  const executablePath = PROGRAMS.find((program) => existsSync(program))
  if (!executablePath) throw new Error(`Tests in a browser need one of ${PROGRAMS.join(', ')}; see the README`)
  const launch = () => chromium.launch({ executablePath, args: QUIET, timeout: 60_000 })
  // A browser that does not come up says nothing about the product.
  return launch().catch(launch)
}
