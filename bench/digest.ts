import { mkdirSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import 'lexical'
import { getPayload } from 'payload'
import { fixedClock } from '../lib/time/clock.ts'
import { tick } from '../plugins/digest/index.ts'
import { insertDeliveries } from '../plugins/digest/store/insertDeliveries.ts'
import { newDelivery } from '../plugins/digest/store/newDelivery.ts'
import { insertOnce } from '../plugins/publications/index.ts'
import { readEnvironment } from '../src/config/environment.ts'
import { inOwnFolder } from './ownFolder.ts'
import { prepareReaders, readers } from './readers.ts'

/**
 * Putting the mails of one run into the outbox: every subscriber with every entry, on a file of SQLite that waits for
 * the disk. Beside it, in the same run, what one row of the outbox costs alone and in a batch. People and documents are
 * made by a process of their own, so that the memory measured is that of the run.
 */

const SUBSCRIBERS = Number(process.env.BENCH_SUBSCRIBERS ?? 50_000)
const DOCUMENTS = 40
const ROWS = 2_000
const BATCH = 100
const DAY = '2026-11-23T03:00:00.000Z'
const NEXT_MORNING = '2026-11-24T00:30:00.000Z'

const [, script = '', phase] = process.argv
if (!phase) process.exit(inOwnFolder(script, ['prepare', 'measure'], () => ({ MAIL_PAUSED: '1' })))

const clock = fixedClock(DAY)
// The configuration reads its environment when it is loaded.
const { congbo } = await import('../payload.config.ts')
const environment = readEnvironment(process.env)
const payload = await getPayload({ config: await congbo(environment, { clock }) })
payload.logger.level = 'error'

/** Milliseconds that something takes, by the clock and of the processor: on a busy machine the second says more. */
const timed = async (work: () => Promise<unknown>): Promise<{ wall: number; cpu: number }> => {
  const started = performance.now()
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return { wall: performance.now() - started, cpu: (user + system) / 1000 }
}

const refs = readers(SUBSCRIBERS)

const measure = async () => {
  clock.set(NEXT_MORNING)
  const before = process.memoryUsage().rss
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 50)
  const enumerated = await timed(() => tick({ payload, clock }))
  clearInterval(watch)

  const [sample] = (await payload.db.find({ collection: 'deliveries', limit: 1, pagination: false })).docs
  const { items } = sample as unknown as { items: string }
  const rowsOf = (run: string) =>
    refs.slice(0, ROWS).map((subscriber) =>
      newDelivery({
        key: `${run}:${subscriber}`,
        kind: 'digest',
        run,
        subscriber,
        createdOn: NEXT_MORNING,
        expiresAt: NEXT_MORNING,
        items,
      }),
    )
  const alone = await timed(async () => {
    for (const data of rowsOf('alone')) await insertOnce({ payload, collection: 'deliveries', data, unique: ['key'] })
  })
  const batched = await timed(async () => {
    const rows = rowsOf('batched')
    for (let start = 0; start < rows.length; start += BATCH)
      await insertDeliveries(payload, rows.slice(start, start + BATCH))
  })
  const { totalDocs } = await payload.db.count({ collection: 'deliveries', where: { kind: { equals: 'digest' } } })
  if (totalDocs !== SUBSCRIBERS + 2 * Math.min(ROWS, SUBSCRIBERS)) throw new Error(`${totalDocs} rows in the outbox`)

  const result = {
    node: process.version,
    cores: os.cpus().length,
    subscribers: SUBSCRIBERS,
    entriesEach: DOCUMENTS,
    enumerateSeconds: enumerated.wall / 1000,
    enumerateCpuSeconds: enumerated.cpu / 1000,
    msARow: enumerated.wall / SUBSCRIBERS,
    megabytesBefore: before / 1024 / 1024,
    peakMegabytes: peak / 1024 / 1024,
    aloneMsARow: alone.wall / ROWS,
    batchedMsARow: batched.wall / ROWS,
    'alone / batched': alone.wall / batched.wall,
    'alone / batched, cpu': alone.cpu / batched.cpu,
    'alone / enumeration': alone.wall / ROWS / (enumerated.wall / SUBSCRIBERS),
  }
  for (const [name, value] of Object.entries(result))
    process.stdout.write(`${name.padEnd(22)} ${typeof value === 'number' ? Number(value.toFixed(3)) : value}\n`)
  mkdirSync('bench/results', { recursive: true })
  writeFileSync('bench/results/digest.json', `${JSON.stringify(result, null, 2)}\n`)
}

await (phase === 'prepare' ? prepareReaders({ payload, refs, documents: DOCUMENTS, at: DAY }) : measure())
await payload.destroy()
process.exit(0)
