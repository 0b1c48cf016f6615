import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { questions } from './made/questions.ts'

/**
 * What readers wait for who search, on a real start over the database that DATABASE_URI names: 20 at once, every question
 * another; lists with facets the same; and what that leaves to readers of plain lists.
 *
 * `node scripts/run.mjs bench-search`, after `bench-editions` filled the database
 */

const SECONDS = 10
const READERS = 20
const LIST_READERS = 10
const START_MS = 300_000
const PORT = 21_789

const server = spawn(process.execPath, ['--conditions=production', 'dist/server.js'], {
  env: {
    ...process.env,
    PORT: String(PORT),
    SITE_PORT: 'off',
    SITE_ADDRESSES: '127.0.0.1',
    PAYLOAD_LOG_LEVEL: 'error',
  },
  stdio: ['ignore', 'ignore', 'inherit'],
})
process.once('exit', () => server.kill())
const agent = new http.Agent({ keepAlive: true, maxSockets: 200 })
const get = (path: string): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    http
      .get({ port: PORT, path, agent }, (res) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk))
        res.on('end', () => resolve({ status: res.statusCode ?? 0, body: Buffer.concat(chunks).toString() }))
      })
      .on('error', reject)
  })
const ended = once(server, 'exit').then(([code]) => {
  throw new Error(`The server ended with ${code}`)
})
const ready = async () => {
  const until = performance.now() + START_MS
  for (;;) {
    const answer = await get('/readyz').catch(() => undefined)
    if (answer?.body.includes('"ok"') && answer.status === 200) return
    if (performance.now() > until) throw new Error('The server was not ready in time')
    await pause(500)
  }
}
await Promise.race([ready(), ended])

const next = questions(Date.now() % 2 ** 31)
/** The twenty years of the documents. */
const FIRST_DAY = Date.UTC(2006, 0, 2) / 86_400_000
const DAYS = 20 * 365
const dayOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)
let asked = 0
const graphql = (query: string, variables: object) =>
  `/graphql?query=${encodeURIComponent(query)}&variables=${encodeURIComponent(JSON.stringify(variables))}`
const SEARCH = 'query($q: String!) { search(q: $q, limit: 10) { totalDocs docs { title url } } }'
const FACETS =
  'query($from: String!, $to: String!) { directives(filter: { from: $from, to: $to }, limit: 10) { totalDocs docs { title url } } facets(collection: "directives", filter: { from: $from, to: $to }) { name values { value label count } } }'
const LIST =
  'query($page: Int!, $limit: Int!) { directives(limit: $limit, page: $page) { totalDocs docs { title url } } }'
const PATHS = {
  search: () => graphql(SEARCH, { q: next() }),
  facets: () => {
    const from = FIRST_DAY + randomInt(DAYS)
    const to = from + randomInt(DAYS)
    return graphql(FACETS, { from: dayOf(from), to: dayOf(to) })
  },
  list: () => {
    asked += 1
    return graphql(LIST, { page: 1 + (asked % 90), limit: 10 + (Math.floor(asked / 90) % 20) })
  },
}

interface Measured {
  rate: number
  p50: number
  p99: number
  /** Requests that were told to come again. */
  busy: number
}
const measure = async (readers: number, path: () => string, seconds = SECONDS): Promise<Measured> => {
  const times: number[] = []
  let busy = 0
  const from = performance.now()
  const read = async () => {
    while (performance.now() - from < seconds * 1000) {
      const start = performance.now()
      const { status, body } = await get(path())
      if (status === 503) busy += 1
      else if (status === 200) times.push(performance.now() - start)
      else throw new Error(`${status}: ${body.slice(0, 300)}`)
    }
  }
  await Promise.all(Array.from({ length: readers }, read))
  times.sort((one, other) => one - other)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  return { rate: times.length / ((performance.now() - from) / 1000), p50: at(0.5), p99: at(0.99), busy }
}
const shown = ({ rate, p50, p99, busy }: Measured) =>
  `${rate.toFixed(0).padStart(6)}/s   p50 ${p50.toFixed(1).padStart(7)} ms   p99 ${p99.toFixed(1).padStart(7)} ms${busy ? `   told to wait ${busy}` : ''}`

await measure(LIST_READERS, PATHS.list, 3)
await measure(2, PATHS.search, 2)
const results = {
  'search, one reader': await measure(1, PATHS.search),
  [`search, ${READERS} readers`]: await measure(READERS, PATHS.search),
  'list with facets, one reader': await measure(1, PATHS.facets),
  [`list with facets, ${READERS} readers`]: await measure(READERS, PATHS.facets),
  [`plain list, ${LIST_READERS} readers`]: await measure(LIST_READERS, PATHS.list),
}
const [beside, searchesBeside] = await Promise.all([measure(LIST_READERS, PATHS.list), measure(READERS, PATHS.search)])
const plain = results[`plain list, ${LIST_READERS} readers`]!
const table = [
  ...Object.entries(results).map(([name, one]) => `${name.padEnd(34)} ${shown(one)}`),
  `${'the same beside searches'.padEnd(34)} ${shown(beside)}`,
  `${'those searches'.padEnd(34)} ${shown(searchesBeside)}`,
  '',
  `lists beside searches / alone: rate ${(beside.rate / plain.rate).toFixed(2)}, p99 ${(beside.p99 / plain.p99).toFixed(1)}`,
]
process.stdout.write(`${table.join('\n')}\n`)
mkdirSync('bench/results', { recursive: true })
writeFileSync(
  'bench/results/search.json',
  `${JSON.stringify({ node: process.version, cores: os.cpus().length, ...results, beside, searchesBeside }, null, 2)}\n`,
)
server.kill()
await ended.catch(() => undefined)
process.exit(0)
