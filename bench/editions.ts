import 'lexical'
import { getPayload } from 'payload'
import { systemClock } from '../lib/time/clock.ts'
import { congbo } from '../payload.config.ts'
import { readEnvironment } from '../src/config/environment.ts'
import { DEMO_PASSWORD, seedReferences, seedUsers } from '../src/seed/index.ts'
import { fillEditions } from './made/fill.ts'

/**
 * Fills the SQLite file that DATABASE_URI names with published documents.
 *
 * `node scripts/run.mjs bench-editions [HOW MANY]`, 100,000 when nothing is said.
 */

const COUNT = Number(process.argv[2] ?? 100_000)
const TOLD_EVERY = 10_000

const environment = readEnvironment(process.env)
const payload = await getPayload({ config: await congbo(environment, { clock: systemClock }) })
payload.logger.level = 'error'
await seedReferences({ payload })
await seedUsers({ payload, password: DEMO_PASSWORD })

const started = performance.now()
const onBatch = (done: number) => {
  if (done % TOLD_EVERY === 0)
    process.stdout.write(`${done} / ${COUNT}, ${Math.round((performance.now() - started) / 1000)} s\n`)
}
const seq = await fillEditions({ payload, count: COUNT, onBatch })
process.stdout.write(`${COUNT} văn bản / documents, ${seq} lần công bố / publications\n`)
await payload.destroy()
process.exit(0)
