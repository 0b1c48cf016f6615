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
import type { Work } from '../plugins/digest/outbox/work.ts'
import { readEnvironment } from '../src/config/environment.ts'
import { portOf } from '../src/http/httpServer.ts'
import { readersFirst } from '../src/process/readersFirst.ts'
import { workBesideReaders } from '../src/threads/priority.ts'
import { inOwnFolder } from './ownFolder.ts'
import { servePublicSide } from './publicSide.ts'
import { prepareReaders, readers } from './readers.ts'

/**
 * The public API beside a digest that is made and sent by the same process, and by a worker apart: answers a second without
 * and with it, from memory and with the cache off, and mails a second without and with readers. Turn and turn about, in one
 * run.
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

const open = async (at: string) => {
  const clock = fixedClock(at)
  const environment = readEnvironment(process.env)
  const { congbo } = await import('../payload.config.ts')
  const payload = await getPayload({ config: await congbo(environment, { clock }) })
  payload.logger.level = 'error'
  return { clock, environment, payload }
}

/** Makes and sends the digest of the morning while the measuring process says so. */
const sendWhenTold = (args: Omit<Work, 'settings'>) => {
  let sent = 0
  const work = { ...args, settings: settingsOf(args.payload.config) }
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
}

/** The process that answers readers, and sends while it is told to. */
const serve = async () => {
  const { clock, environment, payload } = await open(DAY)
  await prepareReaders({ payload, refs: readers(MAILS), documents: 40, at: DAY })
  clock.set(MORNING)
  const opened = async (name: string, cache: boolean) =>
    (await servePublicSide({ payload, environment, clock, name, cache })).server
  const servers = [await opened('kept', true), await opened('asked', false)]
  const rests = servers.map((server) => readersFirst({ server }))
  const rest = async (workedMs: number) => void (await Promise.all(rests.map((one) => one(workedMs))))
  sendWhenTold({ payload, clock, rest })
  const [cached, uncached] = servers.map(portOf)
  process.send?.({ cached, uncached })
}

/** A process that sends only, as with `ROLE=worker`. */
const work = async () => {
  const { clock, payload } = await open(MORNING)
  workBesideReaders()
  sendWhenTold({ payload, clock })
  process.send?.({})
}

const measure = async (server: ChildProcess) => {
  const { cached, uncached } = await answer<{ cached: number; uncached: number }>(server)
  const worker = fork(script, ['work'], { execArgv: process.execArgv })
  await answer(worker)
  const told = async <T>(who: ChildProcess, what: 'send' | 'stop'): Promise<T> => {
    who.send(what)
    return answer<T>(who)
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
    await told(server, 'send')
    await new Promise((resolve) => setTimeout(resolve, SECONDS * 1_000))
    row['mails a second, no readers'] = (await told<{ sent: number }>(server, 'stop')).sent / SECONDS
    for (const [name, request] of Object.entries(kinds)) {
      row[`${name}, alone`] = await rate(request)
      for (const [where, sender] of Object.entries({ 'beside sending': server, 'worker apart': worker })) {
        await told(sender, 'send')
        row[`${name}, ${where}`] = await rate(request)
        row[`mails a second, ${name}, ${where}`] = (await told<{ sent: number }>(sender, 'stop')).sent / (SECONDS + 1)
      }
    }
    rows.push(row)
  }
  const middle = (name: string) => rows.map((row) => row[name]!).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!
  const result: Record<string, number | string> = { node: process.version, cores: os.cpus().length, readers: MAILS }
  for (const name of Object.keys(rows[0]!)) result[name] = middle(name)
  for (const name of Object.keys(kinds))
    for (const where of ['beside sending', 'worker apart'])
      result[`${name}, ${where} / alone`] = middle(`${name}, ${where}`) / middle(`${name}, alone`)
  for (const [name, value] of Object.entries(result))
    process.stdout.write(`${name.padEnd(44)} ${typeof value === 'number' ? Number(value.toFixed(3)) : value}\n`)
  mkdirSync('bench/results', { recursive: true })
  writeFileSync('bench/results/beside.json', `${JSON.stringify(result, null, 2)}\n`)
  worker.kill('SIGKILL')
}

if (phase === 'sink') await import('./smtpSink.ts')
else if (phase === 'serve') await serve()
else if (phase === 'work') await work()
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
