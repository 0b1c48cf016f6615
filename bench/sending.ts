import { type ChildProcess, fork } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import 'lexical'
import type { Client } from '@libsql/client'
import { createTransport } from 'nodemailer'
import { getPayload } from 'payload'
import { fixedClock } from '../lib/time/clock.ts'
import { settingsOf } from '../plugins/digest/options.ts'
import { fenceOf } from '../plugins/digest/outbox/fence.ts'
import { makeDueRuns, sendGroup } from '../plugins/digest/outbox/tick.ts'
import { readEnvironment } from '../src/config/environment.ts'
import { inOwnFolder } from './ownFolder.ts'
import { prepareReaders, readers } from './readers.ts'

/**
 * Mails a second: the whole outbox, with its claims, rechecks, rendering, signing and settling on a file of SQLite,
 * against nodemailer alone with as many connections, the same signature and a mail of the same size, to the same sink.
 * Turn and turn about, in one process, so that a busy machine slows both down.
 */

const MAILS = Number(process.env.BENCH_MAILS ?? 4_000)
const ROUNDS = 4
const DOCUMENTS = Number(process.env.BENCH_DOCUMENTS ?? 5)
const DAY = '2026-11-23T03:00:00.000Z'
const MORNING = '2026-11-24T00:30:00.000Z'

const [, script = '', phase] = process.argv

const answer = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve) => child.once('message', (message) => resolve(message as T)))

if (phase === 'sink') await import('./smtpSink.ts')
else if (!phase) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const sink = fork(script, ['sink'])
  const { port } = await answer<{ port: number }>(sink)
  const code = inOwnFolder(script, ['measure'], (folder) => {
    const keyFile = path.join(folder, 'dkim.pem')
    writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }))
    return {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      DKIM_KEY_FILE: keyFile,
      DKIM_SELECTOR: 'congbo',
      DKIM_DOMAIN: 'localhost',
    }
  })
  sink.disconnect()
  process.exit(code)
} else {
  const clock = fixedClock(DAY)
  // The configuration reads its environment when it is loaded.
  const { congbo } = await import('../payload.config.ts')
  const payload = await getPayload({ config: await congbo(readEnvironment(process.env), { clock }) })
  payload.logger.level = 'error'
  const settings = settingsOf(payload.config)
  await prepareReaders({ payload, refs: readers(MAILS), documents: DOCUMENTS, at: DAY })
  clock.set(MORNING)
  const work = { payload, clock, settings }
  await makeDueRuns(work, fenceOf(work), ['daily'])

  const db = payload.db as unknown as { client: Client; drizzle: { session: { client: Client } } }
  const { client } = db
  let writes = 0
  const counting = new Proxy(client, {
    get: (target, name) => {
      const value = Reflect.get(target, name) as unknown
      if (name !== 'execute') return typeof value === 'function' ? value.bind(target) : value
      return (...args: [never]) => {
        const [statement] = args as unknown as [string | { sql: string }]
        if (/^\s*(insert|update|delete)/i.test(typeof statement === 'string' ? statement : statement.sql)) writes += 1
        return target.execute(...args)
      }
    },
  })
  db.client = counting
  db.drizzle.session.client = counting

  /** Mails per second. */
  const rateOf = async (send: () => Promise<number>): Promise<number> => {
    const started = performance.now()
    return ((await send()) * 1_000) / (performance.now() - started)
  }
  const sizeOf = async () => {
    const [row] = (
      await payload.db.find({
        collection: 'deliveries',
        where: { state: { equals: 'accepted' } },
        limit: 1,
        pagination: false,
      })
    ).docs as unknown as { mimeSize: number }[]
    return row?.mimeSize ?? 0
  }
  const part = Math.floor(MAILS / ROUNDS)
  const pipeline = async (): Promise<number> => {
    const stop = new AbortController()
    let accepted = 0
    const counted = {
      ...work,
      stopping: stop.signal,
      onStep: (step: string) => {
        if (step === 'delivery settled') accepted += 1
        if (accepted >= part) stop.abort()
      },
    }
    await sendGroup(counted, fenceOf(work), 'periodic')
    return accepted
  }
  const alone = async (size: number): Promise<number> => {
    const pool = createTransport(
      `${process.env.SMTP_URL}?pool=true&maxConnections=${settings.connections}&maxMessages=1000000`,
    )
    const dkim = {
      domainName: 'localhost',
      keySelector: 'congbo',
      privateKey: readFileSync(process.env.DKIM_KEY_FILE!, 'utf8'),
    }
    const text = 'Nội dung của bản tin. '.repeat(Math.ceil(size / 90))
    const html = `<p>${text}</p>`
    await Promise.all(
      Array.from({ length: part }, (_, index) =>
        pool.sendMail({
          from: settings.mailFrom,
          to: `p${index}@example.vn`,
          subject: 'Bản tin ngày 23/11/2026: 5 nội dung mới',
          dkim,
          text,
          html,
          headers: {
            'List-Unsubscribe': `<https://localhost/u/${index}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          },
        }),
      ),
    )
    pool.close()
    return part
  }

  const rates: { pipeline: number; alone: number }[] = []
  let size = 0
  let writesOfPipeline = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    writes = 0
    const whole = await rateOf(pipeline)
    writesOfPipeline += writes
    size ||= await sizeOf()
    rates.push({ pipeline: whole, alone: await rateOf(() => alone(size)) })
  }
  const middle = (list: number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!
  const result = {
    node: process.version,
    cores: os.cpus().length,
    connections: settings.connections,
    mails: MAILS,
    bytesAMail: size,
    pipelinePerSecond: middle(rates.map(({ pipeline: rate }) => rate)),
    nodemailerPerSecond: middle(rates.map(({ alone: rate }) => rate)),
    'pipeline / nodemailer': middle(rates.map((rate) => rate.pipeline / rate.alone)),
    writesAMail: writesOfPipeline / (part * ROUNDS),
  }
  for (const [name, value] of Object.entries(result))
    process.stdout.write(`${name.padEnd(22)} ${typeof value === 'number' ? Number(value.toFixed(3)) : value}\n`)
  mkdirSync('bench/results', { recursive: true })
  writeFileSync('bench/results/sending.json', `${JSON.stringify(result, null, 2)}\n`)
  await payload.destroy()
  process.exit(0)
}
