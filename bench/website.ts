import { fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import autocannon from 'autocannon'

/**
 * The website on a real start with the content of the demonstration: how large its first page is, and how many warm pages
 * it sends a second.
 *
 * `npm run bench:website`
 */

const SECONDS = 8
const CONNECTIONS = 50
const [PORT, SITE_PORT] = [21_791, 21_792]
const START_MS = 180_000
const SITE = `http://127.0.0.1:${SITE_PORT}`
const PAGES = [
  '/',
  '/van-ban',
  '/van-ban/84-kh-ubnd-2024-phat-huy-vai-tro-cua-hoi-luat-gia',
  '/tim-kiem?q=hoa+giai',
  '/km',
]

const folder = mkdtempSync(path.join(os.tmpdir(), 'congbo-bench-'))
const server = fork(path.resolve('dist/server.js'), [], {
  execArgv: ['--conditions=production'],
  env: {
    ...process.env,
    CONGBO_MODE: 'demo',
    PORT: String(PORT),
    SITE_PORT: String(SITE_PORT),
    DATA_DIR: path.join(folder, 'data'),
    MEDIA_DIR: path.join(folder, 'media'),
    DATABASE_URI: `file:${path.join(folder, 'congbo.db')}`,
    PAYLOAD_LOG_LEVEL: 'error',
  },
  stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
})
process.once('exit', () => server.kill())
process.stdout.write('Đang nạp nội dung thử / loading demo content…\n')

const text = async (url: string): Promise<string> => {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  return answer.text()
}

const until = Date.now() + START_MS
for (;;) {
  const ready = await text(SITE).then(
    (page) => page.includes('84/KH-UBND'),
    () => false,
  )
  if (ready) break
  if (Date.now() > until) throw new Error('The website was not ready in time')
  await new Promise((resolve) => setTimeout(resolve, 500))
}

const first = await text(SITE)
const sheet = await text(SITE + /href="(\/look\/site\.[^"]+)"/.exec(first)![1]!)
const size = {
  html: Buffer.byteLength(first),
  css: Buffer.byteLength(sheet),
  compressed: gzipSync(first).length + gzipSync(sheet).length,
}

const rows = []
for (const page of PAGES) {
  const options = { url: SITE + page, connections: CONNECTIONS }
  await autocannon({ ...options, duration: 2 })
  const result = await autocannon({ ...options, duration: SECONDS })
  if (result.non2xx || result.errors) throw new Error(`${page}: ${result.non2xx} refusals, ${result.errors} errors`)
  rows.push({
    page,
    pagesPerSecond: Math.round(result.requests.average),
    p50: result.latency.p50,
    p99: result.latency.p99,
  })
}
console.table(rows)
process.stdout.write(`First page: ${size.html} + ${size.css} bytes of HTML and CSS, ${size.compressed} compressed\n`)
mkdirSync('bench/results', { recursive: true })
writeFileSync('bench/results/website.json', `${JSON.stringify({ size, rows }, null, 2)}\n`)
const ended = new Promise((resolve) => server.once('exit', resolve))
server.kill('SIGTERM')
await ended
rmSync(folder, { recursive: true, force: true })
