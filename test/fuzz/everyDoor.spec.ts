import { configToSchema } from '@payloadcms/graphql'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { prose } from '../../lib/text/prose.ts'
import { composeMounts, type Served } from '../../src/http/mounts.ts'
import { codeOf, type HttpServer, serveSystem } from '../http/server.ts'
import { type Login, PASSWORD, type Portal, startPortal } from '../support/portal.ts'
import { type Fault, judge } from './support/judge.ts'
import { anyRequest } from './support/requests.ts'
import type { Sent, World } from './support/sent.ts'

/** `CONGBO_FUZZ_SEED` repeats a run; `CONGBO_FUZZ_SECONDS` makes it longer. */
const SEED = Number(process.env.CONGBO_FUZZ_SEED || Date.now() % 1_000_000_000)
const SECONDS = Number(process.env.CONGBO_FUZZ_SECONDS || 35)
const MOST_SHOWN = 15

let portal: Portal
let served: Served
let server: HttpServer
let world: World
/** Messages of the errors that the server logged during a request. */
let logged: string[] = []

const note = (line: unknown) => {
  const { err, msg } = (line ?? {}) as { err?: { message?: string; stack?: string }; msg?: string }
  logged.push(String(err?.stack ?? err?.message ?? msg ?? line).slice(0, 700))
}

beforeAll(async () => {
  portal = await startPortal()
  Object.assign(portal.payload.logger, { error: note, warn: () => {}, info: () => {} })
  served = await composeMounts(portal)
  server = await serveSystem(portal, {
    ...served,
    admin: async (_req, res) => void res.end('<!doctype html><title>admin</title>'),
    // Each request comes from a network of its own, so that no rate limit hides what is behind it.
    environment: { publicUrl: 'http://127.0.0.1:3000', demo: true, mode: 'demo', trustProxy: 1 },
  })
  const by = async (login: Login, path: string, body: object) => {
    const { json } = await server.ask(path, { method: 'POST', body, token: await portal.as(login) })
    return String((json.doc as { id: string } | undefined)?.id)
  }
  for (const collection of ['notices', 'bulletins', 'videos', 'directives'])
    for (const login of ['author', 'head'] as const)
      await by(login, `/api/${collection}`, { title: 'Thử', summary: 'Tóm tắt', body: prose('Nội dung.') })
  const ids: World['ids'] = {}
  for (const { slug } of portal.config.collections) {
    const { docs } = await portal.payload.db.find<{ id: string }>({ collection: slug, limit: 5, pagination: false })
    ids[slug] = slug === 'users' ? ['0'.repeat(24)] : [...docs.map(({ id }) => String(id)), '0'.repeat(24)]
  }
  world = {
    config: portal.config,
    mounts: served.mounts,
    office: configToSchema(portal.config).schema,
    ids,
    links: ['/u/x', '/subscriptions/manage/x', '/m/x'],
  }
})
afterAll(async () => {
  await served?.close()
  await server?.stop()
})

/** Sessions of people, begun anew where a request ended them. */
const sessions = new Map<Login, string>()
const sessionOf = async (login: Login): Promise<string> => {
  const known = sessions.get(login)
  if (known) return known
  const email = `${login}@demo.local`
  const token = await portal.login(email, PASSWORD).catch(async () => {
    const data = { password: PASSWORD, lockUntil: null, loginAttempts: 0 }
    await portal.payload.update({ collection: 'users', where: { email: { equals: email } }, data })
    return portal.login(email, PASSWORD)
  })
  sessions.set(login, token)
  return token
}

let sentSoFar = 0
const send = async ({ as, method, path, headers, body }: Sent) => {
  sentSoFar += 1
  const network = `198.${18 + (sentSoFar % 2)}.${(sentSoFar >> 8) % 256}.${sentSoFar % 256}`
  const token = as === 'nobody' ? undefined : await sessionOf(as)
  logged = []
  const answer = await server.ask(path, { method, body, token, headers: { 'x-forwarded-for': network, ...headers } })
  if (as !== 'nobody' && codeOf(answer) === 'LOGIN_REQUIRED') sessions.delete(as)
  return answer
}

it(
  'no request at any door ends in a fault of the server, takes long, or keeps others waiting',
  async () => {
    console.info(`fuzz: CONGBO_FUZZ_SEED=${SEED} CONGBO_FUZZ_SECONDS=${SECONDS}`)
    const faults = new Map<string, Fault>()
    const statuses = new Map<number, number>()
    const property = fc.asyncProperty(anyRequest(world), async (sent) => {
      const { fault, status } = await judge({
        sent,
        send: () => send(sent),
        ordinary: async () => server.ask('/api/notices?limit=1', { token: await sessionOf('author') }),
        probe: () => server.ask('/healthz'),
        codeOf,
        logged: () => logged,
      })
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (fault && !faults.has(fault.kind)) faults.set(fault.kind, fault)
      return faults.size < MOST_SHOWN
    })
    const asked = await fc.check(property, {
      seed: SEED,
      numRuns: 1_000_000,
      interruptAfterTimeLimit: SECONDS * 1_000,
      endOnFailure: true,
    })
    const counts = [...statuses].sort(([one], [other]) => one - other).map(([status, count]) => `${status}: ${count}`)
    console.info(`fuzz: ${asked.numRuns} requests, ${counts.join(', ')}`)
    expect([...faults.values()], `repeat with CONGBO_FUZZ_SEED=${SEED}`).toEqual([])
  },
  (SECONDS + 120) * 1_000,
)
