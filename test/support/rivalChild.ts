import 'lexical'
import path from 'node:path'
import { getPayload } from 'payload'
import { fixedClock } from '../../lib/time/clock.ts'
import { database } from '../../src/config/database.ts'
import { spineConfig } from './spine.ts'
import { restOf } from './system.ts'

/** A request that a second process on the same database makes, as a message to it. */
export interface RivalRequest {
  at: string
  method: string
  url: string
  token: string
  body: Record<string, unknown>
  /** How many times at once. */
  times: number
}

const [dir, databaseUri] = process.argv.slice(2) as [string, string]
const clock = fixedClock('2026-11-23T03:00:00.000Z')
const db = database({ uri: databaseUri, migrationDir: path.join(dir, 'migrations') })
const config = await spineConfig({ dir, databaseUri, db, clock })
await getPayload({ config })
const rest = restOf(config)

process.on('message', async ({ at, method, url, token, body, times }: RivalRequest) => {
  clock.set(at)
  const answers = await Promise.all(Array.from({ length: times }, () => rest(method, url, { token, body })))
  process.send!(answers)
})
process.send!('ready')
