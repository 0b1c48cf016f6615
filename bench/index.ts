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
 * Speed as ratios, side by side in one run: the public list of 10, with and without its cache, against Payload's own
 * GraphQL for editors on the same Express, an Express constant and a bare node:http constant of the same size. After
 * that, what the search finds.
 */

const SECONDS = 8
const CONNECTIONS = 50
const LIST = '{ notices(limit: 10) { totalDocs docs { id title slug url publishedAt } } }'
const EDITORS = '{ Notices(limit: 10) { totalDocs docs { id title slug updatedAt } } }'

interface Ready {
  ports: Record<'cached' | 'uncached' | 'nodeHttp' | 'express', number>
  token: string
  password: string
  bytes: number
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'congbo-bench-'))
await bundle({ entries: { server: 'bench/server.ts' }, into: '.tmp/bench-server' })
const child = fork(path.resolve('.tmp/bench-server/server.js'), [], {
  execArgv: ['--conditions=production'],
  env: {
    ...process.env,
    NODE_ENV: 'production',
    CONGBO_MODE: 'demo',
    DATA_DIR: path.join(folder, 'data'),
    MEDIA_DIR: path.join(folder, 'media'),
    DATABASE_URI: `file:${path.join(folder, 'congbo.db')}`,
    PAYLOAD_LOG_LEVEL: 'error',
  },
  stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
})
process.stdout.write('Đang chuẩn bị dữ liệu / preparing documents…\n')
const { ports, token, password, bytes } = await new Promise<Ready>((resolve, reject) => {
  child.once('message', (message) => resolve(message as Ready))
  child.once('exit', (code) => reject(new Error(`the measured server stopped with ${code}`)))
})

const measure = async (name: string, url: string, request: Partial<autocannon.Request> = {}) => {
  const options = { url, connections: CONNECTIONS, ...request }
  await autocannon({ ...options, duration: 2 })
  const result = await autocannon({ ...options, duration: SECONDS })
  if (result.non2xx || result.errors) throw new Error(`${name}: ${result.non2xx} refusals, ${result.errors} errors`)
  return {
    name,
    requestsPerSecond: Math.round(result.requests.average),
    p50: result.latency.p50,
    p99: result.latency.p99,
  }
}
const post = (query: string, headers: Record<string, string> = {}) => ({
  method: 'POST' as const,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ query }),
})
const at = (port: number) => `http://127.0.0.1:${port}`
const listUrl = (port: number) => `${at(port)}/graphql?query=${encodeURIComponent(LIST)}`

const rows = [
  await measure('node:http constant', at(ports.nodeHttp)),
  await measure('Express constant', at(ports.express)),
  await measure('public list, cached (GET)', listUrl(ports.cached)),
  await measure('public list, cached (POST)', `${at(ports.cached)}/graphql`, post(LIST)),
  await measure('public list, cache off (POST)', `${at(ports.uncached)}/graphql`, post(LIST)),
  await measure(
    'Payload GraphQL on Express',
    `${at(ports.uncached)}/api/graphql`,
    post(EDITORS, { authorization: `JWT ${token}` }),
  ),
]
const visible = await approvalToVisible(at(ports.cached), password)
child.removeAllListeners('exit')
child.kill('SIGKILL')
rmSync(folder, { recursive: true, force: true })
const relevance = await measureRelevance()

const of = (name: string) => rows.find((row) => row.name === name)!.requestsPerSecond
const ratios = {
  'cached GET / node:http constant': of('public list, cached (GET)') / of('node:http constant'),
  'cached POST / Express constant': of('public list, cached (POST)') / of('Express constant'),
  'cache off / Payload GraphQL on Express': of('public list, cache off (POST)') / of('Payload GraphQL on Express'),
}
const table = [
  ...rows.map(
    ({ name, requestsPerSecond, p50, p99 }) =>
      `${name.padEnd(34)} ${String(requestsPerSecond).padStart(7)} req/s  p50 ${p50} ms  p99 ${p99} ms`,
  ),
  '',
  `approval sent to notice visible            p50 ${visible.p50} ms  p99 ${visible.p99} ms  (${visible.rounds} notices)`,
  ...Object.entries(ratios).map(([name, ratio]) => `${name.padEnd(42)} ${ratio.toFixed(2)}`),
  '',
  scoreTable(relevance),
]
process.stdout.write(`${table.join('\n')}\n`)
mkdirSync('bench/results', { recursive: true })
writeFileSync(
  'bench/results/latest.json',
  `${JSON.stringify({ node: process.version, cores: os.cpus().length, connections: CONNECTIONS, bytes, rows, ratios, visible, relevance: scoresOnly(relevance) }, null, 2)}\n`,
)
