import { mkdirSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import 'lexical'
import type { Client } from '@libsql/client'
import { getPayload } from 'payload'
import { fixedClock } from '../lib/time/clock.ts'
import { tick } from '../plugins/digest/index.ts'
import { readEnvironment } from '../src/config/environment.ts'
import { inOwnFolder } from './ownFolder.ts'
import { prepareReaders, publishNotices, readers } from './readers.ts'

/**
 * What a round of the outbox costs on its first day and after many days of mails to many readers, in one process: the
 * steps of an idle round, and a round that makes and sends a digest to a hundred readers with a correction in it.
 */

const SUBSCRIBERS = Number(process.env.BENCH_SUBSCRIBERS ?? 50_000)
const DAYS = Number(process.env.BENCH_DAYS ?? 60)
const READING = 100
const DAY_MS = 86_400_000
const START = Date.parse('2026-11-22T03:00:00.000Z')

const [, script = '', phase] = process.argv
if (!phase) process.exit(inOwnFolder(script, ['measure']))

const clock = fixedClock(new Date(START).toISOString())
// The configuration reads its environment when it is loaded.
const { congbo } = await import('../payload.config.ts')
const payload = await getPayload({ config: await congbo(readEnvironment(process.env), { clock }) })
payload.logger.level = 'error'
const { client } = payload.db as unknown as { client: Client }

/** Milliseconds of the processor. */
const cpuOf = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
const middle = (list: number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!

const idle = async () => {
  const costs: number[] = []
  for (let round = 0; round < 41; round += 1) costs.push(await cpuOf(() => tick({ payload, clock })))
  return middle(costs)
}
/** The next morning's round: a digest for everybody who reads. */
const morning = async () => {
  const next = new Date(Math.floor(clock.now().getTime() / DAY_MS) * DAY_MS + DAY_MS + 30 * 60_000)
  clock.set(next.toISOString())
  return cpuOf(() => tick({ payload, clock }))
}

/** Rows as many mornings would leave them, written past everything: making them is not what is measured. */
const fill = async () => {
  for (let day = 0; day < DAYS; day += 1) {
    const at = new Date(START - (DAYS - day) * DAY_MS).toISOString()
    const name = at.slice(0, 10)
    await client.execute({
      sql: `INSERT INTO deliveries (id, "key", kind, lane, run, subscriber, state, created_on, token, lease_until, attempts,
          not_before, expires_at, items, carried_from, carry, carried_by, message_id, mime, mime_sha256, mime_size, reply, reason, settled_at)
        SELECT lower(hex(randomblob(12))), 'daily:' || ? || ':' || ref, 'digest', 'daily', 'daily:' || ?, ref, 'accepted', ?, 'x', '', 1,
          ?, ?, '[{"seq":1,"document":"notices:old","kind":"new","subscriptions":["' || ref || ':all"]}]', '[]', 0, '',
          lower(hex(randomblob(16))) || '@localhost', '', '', 7500, '250 2.0.0 queued', '', ? FROM subscribers`,
      args: [name, name, at, at, at, at],
    })
    await client.execute({
      sql: `INSERT INTO digest_runs (id, "key", cadence, starts_at, ends_at, due_at, state, from_seq, to_seq, "cursor", rows, accepted, rejected, unknown, skipped, reason)
        VALUES (lower(hex(randomblob(12))), 'daily:' || ?, 'daily', ?, ?, ?, 'complete', 0, 0, '', ?, ?, 0, 0, 0, '')`,
      args: [name, at, at, at, SUBSCRIBERS, SUBSCRIBERS],
    })
    if (day % 10 === 9) process.stdout.write(`${day + 1} days\n`)
  }
}

// A hundred people read; the others make the table large, and have ended.
const refs = readers(SUBSCRIBERS)
await prepareReaders({ payload, refs, documents: 5, at: new Date(START).toISOString() })
await client.execute({
  sql: `UPDATE subscriptions SET state = 'ended' WHERE subscriber NOT IN (${refs
    .slice(0, READING)
    .map(() => '?')
    .join(', ')})`,
  args: refs.slice(0, READING),
})
await morning()
/** Five new notices, and a correction of one that everybody got; the first of two mornings warms what later ones share. */
const measured = async (from: number, corrected: number) => {
  let costs = 0
  for (const warm of [false, true]) {
    const more = warm ? 5 : 0
    const at = clock.now().toISOString()
    await publishNotices({ payload, from: from + more, count: 5, at, corrected: corrected + (warm ? 1 : 0) })
    costs = await morning()
  }
  return { morning: costs, idle: await idle() }
}
const first = await measured(5, 0)
await fill()
// What was filled in stands in the file, as after some days, and not in a log of a gigabyte.
await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
const { rows } = await client.execute('SELECT count(*) AS n FROM deliveries')
const later = await measured(15, 2)
const got = await client.execute(
  `SELECT count(*) AS n FROM deliveries WHERE items LIKE '%"corrected"%' AND state = 'accepted'`,
)
if (Number(got.rows[0]!.n) !== 4 * READING) throw new Error(`${got.rows[0]!.n} mails with a correction`)

const result = {
  node: process.version,
  cores: os.cpus().length,
  subscribers: SUBSCRIBERS,
  days: DAYS,
  deliveries: Number(rows[0]!.n),
  idleMsFirst: first.idle,
  idleMsLater: later.idle,
  'idle, later / first': later.idle / first.idle,
  morningMsFirst: first.morning,
  morningMsLater: later.morning,
  'morning, later / first': later.morning / first.morning,
}
for (const [name, value] of Object.entries(result))
  process.stdout.write(`${name.padEnd(22)} ${typeof value === 'number' ? Number(value.toFixed(3)) : value}\n`)
mkdirSync('bench/results', { recursive: true })
writeFileSync('bench/results/growth.json', `${JSON.stringify(result, null, 2)}\n`)
await payload.destroy()
process.exit(0)
