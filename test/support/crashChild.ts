import 'lexical'
import path from 'node:path'
import { getPayload } from 'payload'
import { fixedClock } from '../../lib/time/clock.ts'
import type { WorkflowSettings } from '../../plugins/workflow/index.ts'
import { act, actorOf, runDue } from '../../plugins/workflow/index.ts'
import { database } from '../../src/config/database.ts'
import { spineConfig } from './spine.ts'

/** The order to a process that will be killed, passed as JSON on its command line. */
export interface CrashOrder {
  dir: string
  databaseUri: string
  id: string
  /** Runs what is due at this instant, instead of taking a document through its approvals. */
  dueAt?: string
  /** Dies before its n-th write to the database. */
  dieBefore: number
}

const order = JSON.parse(process.argv[2]!) as CrashOrder
const clock = fixedClock(order.dueAt ?? '2026-11-23T03:00:00.000Z')
const config = await spineConfig({
  dir: order.dir,
  databaseUri: order.databaseUri,
  db: database({ uri: order.databaseUri, migrationDir: path.join(order.dir, 'migrations') }),
  clock,
})
const payload = await getPayload({ config })
let writes = 0
for (const name of ['create', 'updateOne', 'updateMany', 'deleteOne'] as const) {
  const before = payload.db[name]
  const counted = (...args: unknown[]) => {
    writes += 1
    if (writes === order.dieBefore) process.kill(process.pid, 'SIGKILL')
    return Reflect.apply(before, payload.db, args)
  }
  Object.assign(payload.db, { [name]: counted })
}
if (order.dueAt) {
  await runDue({ payload })
  process.exit(0)
}
const options = config.custom?.workflow as WorkflowSettings
const people = await payload.find({ collection: 'users', pagination: false, showHiddenFields: true })
const person = (name: string) => people.docs.find((user) => (user as unknown as { name: string }).name === name)!
for (const [expected, name, action] of [
  [0, 'an', 'submit'],
  [1, 'binh', 'approve'],
  [2, 'chi', 'approve'],
  [3, 'dung', 'approve'],
] as const) {
  const outcome = await act({
    payload,
    options,
    collection: 'letters',
    id: order.id,
    action,
    actor: actorOf(person(name), options),
    mayEdit: true,
    expected,
  })
  if ('refusal' in outcome) throw new Error(JSON.stringify(outcome.refusal))
}
process.exit(0)
