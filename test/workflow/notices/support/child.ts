import 'lexical'
import path from 'node:path'
import { getPayload } from 'payload'
import { fixedClock } from '../../../../lib/time/clock.ts'
import { sendAwaited } from '../../../../plugins/digest/index.ts'
import { database } from '../../../../src/config/database.ts'
import { dueRound } from '../../../../src/process/rounds.ts'
import { environmentOf } from '../../../support/portal.ts'

/** The order to a worker process that will be killed, passed as JSON on its command line. */
export interface Order {
  dir: string
  databaseUri: string
  smtpUrl: string
  /** The time of its one round, ISO 8601. */
  at: string
  /** Dies before its n-th write to the database. */
  dieBefore: number
}

const order = JSON.parse(process.argv[2]!) as Order
process.env.PAYLOAD_SECRET ??= 'a secret of the tests, long enough to be one'
const { congbo } = await import('../../../../payload.config.ts')
const clock = fixedClock(order.at)
const config = await congbo(
  { ...environmentOf(order.dir, order.databaseUri), smtpUrl: order.smtpUrl },
  { clock, db: database({ uri: order.databaseUri, migrationDir: path.join(order.dir, 'migrations') }) },
)
const payload = await getPayload({ config })
let writes = 0
for (const name of ['create', 'updateOne', 'updateMany', 'deleteOne', 'upsert'] as const) {
  const before = payload.db[name]
  const counted = (...args: unknown[]) => {
    writes += 1
    if (writes === order.dieBefore) process.kill(process.pid, 'SIGKILL')
    return Reflect.apply(before, payload.db, args)
  }
  Object.assign(payload.db, { [name]: counted })
}
await dueRound({ payload, clock })()
await sendAwaited({ payload, clock })
process.exit(0)
