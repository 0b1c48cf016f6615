import path from 'node:path'
import 'lexical'
import { getPayload } from 'payload'
import { fixedClock } from '../../../lib/time/clock.ts'
import { deliverWebhooks, type Step } from '../../../plugins/webhooks/index.ts'
import { database } from '../../../src/config/database.ts'
import { webhooksConfig } from './portal.ts'

/** The order to a worker process, passed as JSON on its command line. */
export interface WorkerOrder {
  dir: string
  databaseUri: string
  hosts: string[]
  at: string
  /** Kills the process when it passes this step for the n-th time; never if none is named. */
  dieAt?: { step: Step; passes: number }
}

const order = JSON.parse(process.argv[2]!) as WorkerOrder
const clock = fixedClock(order.at)
const config = await webhooksConfig({ hosts: order.hosts })({
  dir: order.dir,
  databaseUri: order.databaseUri,
  db: database({ uri: order.databaseUri, migrationDir: path.join(order.dir, 'migrations') }),
  clock,
})
const payload = await getPayload({ config })
let passes = 0
await deliverWebhooks({
  payload,
  onStep: (step) => {
    if (step !== order.dieAt?.step) return
    passes += 1
    if (passes === order.dieAt.passes) process.kill(process.pid, 'SIGKILL')
  },
})
process.exit(0)
