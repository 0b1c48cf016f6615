import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import 'lexical'
import autocannon from 'autocannon'
import { getPayload } from 'payload'
import { fixedClock } from '../lib/time/clock.ts'
import { settingsOf } from '../plugins/digest/options.ts'
import { fenceOf } from '../plugins/digest/outbox/fence.ts'
import { makeDueRuns, sendGroup } from '../plugins/digest/outbox/tick.ts'
import { readEnvironment } from '../src/config/environment.ts'
import { portOf } from '../src/http/httpServer.ts'
import { readersFirst } from '../src/process/readersFirst.ts'
import { inOwnFolder } from './ownFolder.ts'
import { servePublicSide } from './publicSide.ts'
import { prepareReaders, readers } from './readers.ts'

/**
 * The public API beside a digest that the same process makes and sends: answers a second without and with it, from
 * memory and with the cache off, and mails a second without and with readers. Turn and turn about, in one run.
 */

const MAILS = Number(process.env.BENCH_MAILS ?? 20_000)
const SECONDS = 6
const ROUNDS = 3
const CONNECTIONS = 10
const DAY = '2026-11-23T03:00:00.000Z'
const MORNING = '2026-11-24T00:30:00.000Z'
const LIST = '{ notices(limit: 10) { totalDocs docs { id title slug url publishedAt } } }'

const [, script = '', phase] = process.argv

const answer = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve) => child.once('message', (message) => resolve(message as T)))

/** The measured process: answers readers, and sends while it is told to. */
const serve = async () => {
  const clock = fixedClock(DAY)
  const environment = readEnvironment(process.env)
  const { congbo } = await import('../payload.config.ts')
  const payload = await getPayload({ config: await congbo(environment, { clock }) })
  payload.logger.level = 'error'
  await prepareReaders({ payload, refs: readers(MAILS), documents: 40, at: DAY })
  clock.set(MORNING)
  const opened = async (name: string, cache: boolean) =>
    (await servePublicSide({ payload, environment, clock, name, cache })).server
  const servers = [await opened('kept', true), await opened('asked', false)]
  const rests = servers.map((server) => readersFirst({ server }))
  let sent = 0
  const work = {
    payload,
    clock,
    settings: settingsOf(payload.config),
    rest: async (workedMs: number) => void (await Promise.all(rests.map((rest) => rest(workedMs)))),
  }
  let stop = new AbortController()
  let sending: Promise<unknown> = Promise.resolve()
  const send = async () => {
    stop = new AbortController()
    const onStep = (step: string) => {
      if (step === 'delivery settled') sent += 1
    }
    const now = { ...work, stopping: stop.signal, onStep }
    await makeDueRuns(now, fenceOf(now), ['daily'])
    await sendGroup(now, fenceOf(now), 'periodic')
  }
  process.on('message', (told: 'send' | 'stop') => {
    if (told === 'send') {
      sent = 0
      sending = send()
      process.send?.({})
      return
    }
    stop.abort()
    void sending.then(() => process.send?.({ sent }))
  })
  const [cached, uncached] = servers.map(portOf)
  process.send?.({ cached, uncached })
}

const measure = async (server: ChildProcess) => {
  const { cached, uncached } = await answer<{ cached: number; uncached: number }>(server)
  const told = async <T>(what: 'send' | 'stop'): Promise<T> => {
    server.send(what)
    return answer<T>(server)
  }
  const rate = async (request: autocannon.Options): Promise<number> => {
    await autocannon({ ...request, connections: CONNECTIONS, duration: 1 })
    const result = await autocannon({ ...request, connections: CONNECTIONS, duration: SECONDS })
    if (result.non2xx || result.errors) throw new Error(`${result.non2xx} refusals, ${result.errors} errors`)
    return result.requests.average
  }
  const kinds: Record<string, autocannon.Options> = {
    'from memory': { url: `http://127.0.0.1:${cached}/graphql?query=${encodeURIComponent(LIST)}` },
    'cache off': {
      url: `http://127.0.0.1:${uncached}/graphql`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: LIST }),
    },
  }
  const rows: Record<string, number>[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const row: Record<string, number> = {}
    await told('send')
    await new Promise((resolve) => setTimeout(resolve, SECONDS * 1_000))
    row['mails a second, no readers'] = (await told<{ sent: number }>('stop')).sent / SECONDS
    for (const [name, request] of Object.entries(kinds)) {
      row[`${name}, alone`] = await rate(request)
      await told('send')
      row[`${name}, beside sending`] = await rate(request)
      row[`mails a second, ${name}`] = (await told<{ sent: number }>('stop')).sent / (SECONDS + 1)
    }
    rows.push(row)
  }
  const middle = (name: string) => rows.map((row) => row[name]!).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!
  const result: Record<string, number | string> = { node: process.version, cores: os.cpus().length, readers: MAILS }
  for (const name of Object.keys(rows[0]!)) result[name] = middle(name)
  for (const name of Object.keys(kinds))
    result[`${name}, beside / alone`] = middle(`${name}, beside sending`) / middle(`${name}, alone`)
  for (const [name, value] of Object.entries(result))
    process.stdout.write(`${name.padEnd(34)} ${typeof value === 'number' ? Number(value.toFixed(3)) : value}\n`)
  mkdirSync('bench/results', { recursive: true })
  writeFileSync('bench/results/beside.json', `${JSON.stringify(result, null, 2)}\n`)
}

if (phase === 'sink') await import('./smtpSink.ts')
else if (phase === 'serve') await serve()
else if (phase === 'measure') {
  const server = fork(script, ['serve'], { execArgv: process.execArgv })
  await measure(server)
  server.kill('SIGKILL')
  process.exit(0)
} else {
  const sink = fork(script, ['sink'])
  const { port } = await answer<{ port: number }>(sink)
  const code = inOwnFolder(script, ['measure'], () => ({ SMTP_URL: `smtp://127.0.0.1:${port}` }))
  sink.disconnect()
  process.exit(code)
}
