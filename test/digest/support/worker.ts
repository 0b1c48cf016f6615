import path from 'node:path'
import 'lexical'
import { getPayload } from 'payload'
import { fixedClock } from '../../../lib/time/clock.ts'
import { type Step, tick } from '../../../plugins/digest/index.ts'
import { database } from '../../../src/config/database.ts'
import { digestConfig } from './portal.ts'

/** The order to a worker process, passed as JSON on its command line. */
export interface WorkerOrder {
  dir: string
  databaseUri: string
  smtpUrl: string
  at: string
  /** @default 1 */
  connections?: number
  /** Ends, or with `SIGSTOP` holds, the process when it passes this step for the n-th time; any step if none is named. */
  dieAt: { step?: Step; passes: number; signal?: 'SIGKILL' | 'SIGSTOP' }
}

const order = JSON.parse(process.argv[2]!) as WorkerOrder
const clock = fixedClock(order.at)
const config = await digestConfig({ smtpUrl: order.smtpUrl, connections: order.connections ?? 1 })({
  dir: order.dir,
  databaseUri: order.databaseUri,
  db: database({ uri: order.databaseUri, migrationDir: path.join(order.dir, 'migrations') }),
  clock,
})
const payload = await getPayload({ config })
let passes = 0
await tick({
  payload,
  clock,
  onStep: (step) => {
    if (order.dieAt.step && step !== order.dieAt.step) return
    passes += 1
    if (passes === order.dieAt.passes) process.kill(process.pid, order.dieAt.signal ?? 'SIGKILL')
  },
})
process.exit(0)
