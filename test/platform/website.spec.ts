import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { freePort } from '../support/freePort.ts'
import { type Place, place, production, type Started, start } from './process.ts'

const used: Place[] = []
const running: Started[] = []
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGKILL')
    await ended
  }
  for (const each of used.splice(0)) await each.remove()
})

const statusOf = (url: string): Promise<number> =>
  fetch(url).then(
    ({ status }) => status,
    () => 0,
  )

const begun = async (sitePort: number): Promise<{ server: Started; cms: string; site: string }> => {
  const site = `http://127.0.0.1:${sitePort}`
  const here = await place({ ...production, SITE_PORT: String(sitePort), SITE_URL: site })
  used.push(here)
  const cms = `http://127.0.0.1:${here.env.PORT}`
  const server = start('server', { env: { ...here.env, PUBLIC_URL: cms } })
  running.push(server)
  await expect.poll(() => statusOf(`${cms}/readyz`), { timeout: 60_000 }).toBe(200)
  return { server, cms, site }
}

/** The processes that a process started. */
const childrenOf = (pid: number): number[] =>
  execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    .split('\n')
    .filter(Boolean)
    .map(Number)

describe('the website beside the server', () => {
  it('is served, is started again when it falls, never takes the server along, and ends with it', async () => {
    const { server, cms, site } = await begun(await freePort())
    try {
      await expect.poll(() => statusOf(site), { timeout: 20_000 }).toBe(200)
      expect(server.printed()).toMatch(new RegExp(`/ website +${site}`))
      const answer = await fetch(`${cms}/graphql?query=${encodeURIComponent('{ site { url } }')}`)
      expect(await answer.json()).toEqual({ data: { site: { url: site } } })

      const [child] = childrenOf(server.child.pid!)
      process.kill(child!, 'SIGKILL')
      expect(await statusOf(`${cms}/readyz`)).toBe(200)
      await expect.poll(() => statusOf(site), { timeout: 20_000 }).toBe(200)
      expect(childrenOf(server.child.pid!)).not.toContain(child)
    } finally {
      server.child.kill('SIGTERM')
      expect(await server.ended, server.printed()).toBe(0)
    }
    expect(await statusOf(site)).toBe(0)
  }, 120_000)

  it('ends with a server that is killed', async () => {
    const { server, site } = await begun(await freePort())
    await expect.poll(() => statusOf(site), { timeout: 20_000 }).toBe(200)
    server.child.kill('SIGKILL')
    await server.ended
    await expect.poll(() => statusOf(site), { timeout: 10_000 }).toBe(0)
  }, 120_000)

  it('is missing, and said to be, where its port is taken; the server runs', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { server, cms } = await begun((taken.address() as { port: number }).port)
    try {
      await expect.poll(server.printed).toMatch(/SITE_PORT: \d+ is in use/)
      expect(await statusOf(`${cms}/readyz`)).toBe(200)
    } finally {
      taken.close()
      server.child.kill('SIGTERM')
      expect(await server.ended, server.printed()).toBe(0)
    }
  }, 120_000)
})
