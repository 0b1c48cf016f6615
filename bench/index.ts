import { fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import autocannon from 'autocannon'
import { bundle } from '../scripts/lib/bundle.mjs'
import { measureRelevance } from './relevance/measure.ts'
import { scoresOnly, scoreTable } from './relevance/report.ts'
import { approvalToVisible } from './visible.ts'

/**
 * Speed as ratios, side by side in one run: the public list of 10 and one document with its body, from memory and with the
 * cache off, against Payload's own GraphQL for editors on the same Express, an Express constant and a bare node:http
 * constant of the same size; with few and many editions, with few and many connections. After that, how many answers
 * stay in memory while something is published every second, and what the search finds.
 *
 * `BENCH_SIZES=1000,100000` numbers of editions; a hundred thousand take minutes to make.
 */

const SECONDS = 5
const CONNECTIONS = [2, 50]
const SIZES = (process.env.BENCH_SIZES ?? '1000,100000').split(',').map(Number)
const LIST = '{ notices(limit: 10) { totalDocs docs { id title slug url publishedAt } } }'
const EDITORS = '{ Notices(limit: 10) { totalDocs docs { id title slug updatedAt } } }'

interface Ready {
  ports: Record<'cached' | 'uncached' | 'nodeHttp' | 'express', number>
  token: string
  password: string
  bytes: number
  /** A notice, by its id for officers and its slug for citizens. */
  id: string
  slug: string
}

interface Row {
  name: string
  connections: number
  requestsPerSecond: number
  p50: number
  p99: number
}

const measure = async (name: string, url: string, connections: number, request: Partial<autocannon.Request> = {}) => {
  const options = { url, connections, ...request }
  await autocannon({ ...options, duration: 1 })
  const result = await autocannon({ ...options, duration: SECONDS })
  if (result.non2xx || result.errors) throw new Error(`${name}: ${result.non2xx} refusals, ${result.errors} errors`)
  const { p50, p99 } = result.latency
  return { name, connections, requestsPerSecond: Math.round(result.requests.average), p50, p99 }
}
const post = (query: string, headers: Record<string, string> = {}) => ({
  method: 'POST' as const,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ query }),
})
const at = (port: number) => `http://127.0.0.1:${port}`

/** Everything that is measured with one number of editions, in a process of its own. */
const measureSize = async (editions: number) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'congbo-bench-'))
  const child = fork(path.resolve('.tmp/bench-server/server.js'), [], {
    execArgv: ['--conditions=production'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      CONGBO_MODE: 'demo',
      BENCH_EDITIONS: String(editions),
      DATA_DIR: path.join(folder, 'data'),
      MEDIA_DIR: path.join(folder, 'media'),
      DATABASE_URI: `file:${path.join(folder, 'congbo.db')}`,
      PAYLOAD_LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const said = <Message>() =>
    new Promise<Message>((resolve, reject) => {
      child.once('message', (message) => resolve(message as Message))
      child.once('exit', (code) => reject(new Error(`the measured server stopped with ${code}`)))
    })
  const ask = <Message>(what: 'memory' | 'hits') => {
    child.send(what)
    return said<Message>()
  }
  try {
    process.stdout.write(`Đang chuẩn bị ${editions} văn bản / preparing ${editions} editions…\n`)
    const { ports, token, password, bytes, id, slug } = await said<Ready>()
    const url = (query: string) => `${at(ports.cached)}/graphql?query=${encodeURIComponent(query)}`
    const off = `${at(ports.uncached)}/graphql`
    const officers = (query: string) => post(query, { authorization: `JWT ${token}` })
    const one = `{ notice(slug: "${slug}") { title summary publishedAt body { html } } }`
    const rows: Row[] = []
    for (const connections of CONNECTIONS) {
      const add = async (name: string, address: string, request?: Partial<autocannon.Request>) =>
        rows.push(await measure(name, address, connections, request))
      await add('node:http constant', at(ports.nodeHttp))
      await add('public list, cached (GET)', url(LIST))
      await add('one document, cached (GET)', url(one))
      await add('Express constant', at(ports.express))
      await add('public list, cached (POST)', `${at(ports.cached)}/graphql`, post(LIST))
      await add('public list, cache off (POST)', off, post(LIST))
      await add('one document, cache off (POST)', off, post(one))
      await add('Payload list on Express', `${at(ports.uncached)}/api/graphql`, officers(EDITORS))
      const asked = `{ Notice(id: "${id}") { title summary updatedAt body } }`
      await add('Payload document on Express', `${at(ports.uncached)}/api/graphql`, officers(asked))
    }
    const { rss } = await ask<{ rss: number }>('memory')
    const hits = await ask<{ byTags: number; byDroppingAll: number }>('hits')
    const visible = await approvalToVisible(at(ports.cached), password)
    return { editions, bytes, rows, rss, hits, visible }
  } finally {
    child.removeAllListeners('exit')
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

const ratiosOf = (rows: readonly Row[], connections: number) => {
  const of = (name: string) =>
    rows.find((row) => row.name === name && row.connections === connections)!.requestsPerSecond
  return {
    'list, cached GET / node:http constant': of('public list, cached (GET)') / of('node:http constant'),
    'list, cached POST / Express constant': of('public list, cached (POST)') / of('Express constant'),
    'list, cache off / Payload on Express': of('public list, cache off (POST)') / of('Payload list on Express'),
    'document, cache off / Payload on Express':
      of('one document, cache off (POST)') / of('Payload document on Express'),
  }
}

await bundle({ entries: { server: 'bench/server.ts' }, into: '.tmp/bench-server' })
const sizes = []
for (const editions of SIZES) {
  const measured = await measureSize(editions)
  const ratios = Object.fromEntries(CONNECTIONS.map((one) => [one, ratiosOf(measured.rows, one)]))
  sizes.push({ ...measured, ratios })
  const { rows, rss, hits, visible } = measured
  const share = (part: number) => `${Math.round(part * 100)} %`
  const table = [
    `${editions} editions, ${Math.round(rss / 2 ** 20)} MB in the process of all contenders`,
    ...rows.map(
      ({ name, connections, requestsPerSecond, p50, p99 }) =>
        `${name.padEnd(34)} ${String(connections).padStart(3)} ${String(requestsPerSecond).padStart(7)} req/s  p50 ${p50} ms  p99 ${p99} ms`,
    ),
    ...CONNECTIONS.flatMap((connections) =>
      Object.entries(ratios[connections]!).map(
        ([name, ratio]) => `${name.padEnd(42)} ${String(connections).padStart(3)} ${ratio.toFixed(2)}`,
      ),
    ),
    `answers kept with a publication a second   ${share(hits.byTags)}; if it dropped all: ${share(hits.byDroppingAll)}`,
    `approval sent to notice visible            p50 ${visible.p50} ms  p99 ${visible.p99} ms  (${visible.rounds} notices)`,
    '',
  ]
  process.stdout.write(`${table.join('\n')}\n`)
}
const relevance = await measureRelevance()
process.stdout.write(`${scoreTable(relevance)}\n`)
mkdirSync('bench/results', { recursive: true })
writeFileSync(
  'bench/results/latest.json',
  `${JSON.stringify({ node: process.version, cores: os.cpus().length, sizes, relevance: scoresOnly(relevance) }, null, 2)}\n`,
)
