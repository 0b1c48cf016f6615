import { createServer, type Server } from 'node:http'
import { createSite } from '../../../examples/website/server/application.ts'
import { sender } from '../../../examples/website/server/http.ts'
import { recordTerms } from '../../../plugins/publications/index.ts'
import { composeMounts } from '../../../src/http/mounts.ts'
import { seedDemo } from '../../../src/seed/index.ts'
import { serveSystem } from '../../http/server.ts'
import { freePort } from '../../support/freePort.ts'
import { type Portal, startPortal } from '../../support/portal.ts'

export interface Website {
  portal: Portal
  /** Origin of the CMS. */
  cms: string
  /** Origin of the website. */
  site: string
  /** What the website logged. */
  faults: string[]
  /** Moves the clock on, so that nothing that is kept counts as fresh. */
  later(ms?: number): void
  /** Stops the public side of the CMS, as a fall would. */
  stopCms(): Promise<void>
  stop(): Promise<void>
}

const ended = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

/** The real CMS with the content of the demonstration, and the website that reads it over HTTP. */
export const openWebsite = async (): Promise<Website> => {
  const [cmsPort, sitePort] = [await freePort(), await freePort()]
  const [cms, site] = [`http://127.0.0.1:${cmsPort}`, `http://127.0.0.1:${sitePort}`]
  const portal = await startPortal({ environment: { port: cmsPort, publicUrl: cms, siteUrl: site } })
  await seedDemo(portal)
  // What the worker does every few seconds.
  await recordTerms(portal)
  const served = await composeMounts(portal)
  const siteToken = 'a token of the tests, long enough to be one'
  const { environment } = portal
  const server = await serveSystem(
    { ...portal, stop: async () => {} },
    { ...served, environment, siteToken, port: cmsPort },
  )
  let isUp = true
  const stopCms = async () => {
    if (!isUp) return
    isUp = false
    await served.close()
    await server.stop()
  }

  const faults: string[] = []
  const send = sender({ apiUrl: cms, publicUrl: cms, token: siteToken })
  const application = createSite({
    settings: { publicUrl: cms, siteUrl: site, trustProxy: 0 },
    send,
    clock: portal.clock,
    log: { error: ({ msg, err }) => void faults.push(`${msg}: ${err}`) },
  })
  const listening = createServer(application)
  await new Promise<void>((resolve) => listening.listen(sitePort, '127.0.0.1', () => resolve()))
  return {
    portal,
    cms,
    site,
    faults,
    later: (ms = 10_000) => portal.clock.set(new Date(portal.clock.now().getTime() + ms)),
    stopCms,
    stop: async () => {
      await ended(listening)
      send.close()
      await stopCms()
      await portal.stop()
    },
  }
}
