import http from 'node:http'
import type { AddressInfo } from 'node:net'
import 'lexical'
import express from 'express'
import { getPayload } from 'payload'
import { prose } from '../lib/text/prose.ts'
import { systemClock } from '../lib/time/clock.ts'
import { congbo } from '../payload.config.ts'
import { freezeWorkingCopy, keepContent, readWorkingCopy, record, urlOf } from '../plugins/publications/index.ts'
import { readEnvironment } from '../src/config/environment.ts'
import { portOf } from '../src/http/httpServer.ts'
import { DEMO_PASSWORD, seedReferences, seedUsers } from '../src/seed/index.ts'
import { fillEditions } from './made/fill.ts'
import { hitRate } from './mix.ts'
import { servePublicSide } from './publicSide.ts'

/**
 * Every contender in one process, each on a port of its own, over the same documents: some hundred notices of which
 * there are working copies too, for Payload's own GraphQL, and as many editions as BENCH_EDITIONS says.
 */

const DOCUMENTS = 500
const EDITIONS = Number(process.env.BENCH_EDITIONS ?? 0)
const LIST = '{ notices(limit: 10) { totalDocs docs { id title slug url publishedAt } } }'

const environment = readEnvironment(process.env)
const payload = await getPayload({ config: await congbo(environment, { clock: systemClock }) })
// A line for every request of Payload's own GraphQL would be measured with it.
payload.logger.level = 'error'
await seedReferences({ payload })
await seedUsers({ payload, password: DEMO_PASSWORD })

await fillEditions({ payload, count: EDITIONS })
const paragraphs = Array.from(
  { length: 8 },
  (_, n) => `${n + 1}. ${'Nội dung của thông báo gửi người dân. '.repeat(12)}`,
)

/** Publishes a notice without its approval, as the log records it. */
const publish = async (index: number): Promise<string> => {
  const { id } = (await payload.create({
    collection: 'notices',
    data: {
      title: `Thông báo số ${index}`,
      slug: `thong-bao-${index}`,
      summary: 'Nội dung của thông báo. '.repeat(8),
      body: prose(...paragraphs),
    },
  })) as { id: string }
  const row = (await readWorkingCopy({ payload, collection: 'notices', id }))!
  const frozen = freezeWorkingCopy({ payload, collection: 'notices', row })
  await keepContent({ payload, frozen })
  await record({
    payload,
    entry: {
      key: `bench#${index}`,
      kind: 'published',
      collection: 'notices',
      document: row.key,
      url: urlOf(payload, 'notices', String(row.slug)),
      slug: String(row.slug),
      edition: 1,
      contentHash: frozen.hash,
      major: true,
      changeNote: null,
      capacities: '[]',
      eventsHead: '',
      at: systemClock.now().toISOString(),
    },
  })
  return id
}
let firstId = ''
for (let index = 0; index < DOCUMENTS; index += 1) {
  const id = await publish(index)
  firstId ||= id
  await new Promise(setImmediate)
}

const serve = (name: string, cache: boolean) =>
  servePublicSide({ payload, environment, clock: systemClock, name, cache })

const { delivery: keeping, server: fromMemory } = await serve('cached', true)
const cached = portOf(fromMemory)
const uncached = portOf((await serve('uncached', false)).server)
const sample = await (await fetch(`http://127.0.0.1:${cached}/graphql?query=${encodeURIComponent(LIST)}`)).text()
const constant = http.createServer((_, res) => res.writeHead(200, { 'content-type': 'application/json' }).end(sample))
const plain = express()
plain.get('/', (_, res) => {
  res.type('json').send(sample)
})
const started = (server: http.Server) =>
  new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)))
const ports = { cached, uncached, nodeHttp: await started(constant), express: await started(http.createServer(plain)) }
const { token } = (await payload.login({
  collection: 'users',
  data: { email: 'editor@demo.local', password: DEMO_PASSWORD },
})) as { token: string }
process.send?.({ ports, token, password: DEMO_PASSWORD, bytes: sample.length, id: firstId, slug: 'thong-bao-0' })
let published = DOCUMENTS
process.on('message', (asked) => {
  if (asked === 'memory') process.send?.({ rss: process.memoryUsage().rss })
  if (asked === 'hits')
    void hitRate({
      origin: `http://127.0.0.1:${cached}`,
      documents: DOCUMENTS,
      kept: () => keeping.answers().kept,
      publish: async () => {
        await publish(published)
        published += 1
        await keeping.tail()
      },
    }).then((rate) => process.send?.(rate))
})
