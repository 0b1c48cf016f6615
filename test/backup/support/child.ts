import { fixedClock } from '../../../lib/time/clock.ts'
import { BackupFault, type RestoreStep, restoreBackup, type Step, takeBackup } from '../../../src/backup/index.ts'
import type { Environment } from '../../../src/config/environment.ts'
import { bootOn } from '../../../src/process/boot.ts'

/** The order to a process that makes or restores a backup, passed as JSON on its command line. */
export interface BackupOrder {
  task: 'backup' | 'restore'
  environment: Environment
  folder: string
  /** Instant of the backup. */
  at: string
  /** Kills the process at this point, or at this row. */
  dieAt?: { step: Step | RestoreStep } | { row: number }
}

const order = JSON.parse(process.argv[2]!) as BackupOrder
const { task, environment, folder, dieAt } = order
const die = () => process.kill(process.pid, 'SIGKILL')
const onStep = (step: string) => {
  if (dieAt && 'step' in dieAt && dieAt.step === step) die()
}
const onRow = (done: number) => {
  if (dieAt && 'row' in dieAt && done >= dieAt.row) die()
}
const say = (fact: object) => process.stdout.write(`${JSON.stringify(fact)}\n`)

const clock = fixedClock(order.at)
try {
  const report =
    task === 'backup'
      ? await takeBackup({
          environment,
          env: {},
          open: { database: () => bootOn(environment), copy: bootOn },
          clock,
          folder,
          withSecret: false,
          onRow,
          onStep,
        })
      : await restoreBackup({ environment, open: () => bootOn(environment), folder, onRow, onStep })
  say(report)
  process.exit(0)
} catch (error) {
  if (!(error instanceof BackupFault)) throw error
  say({ fault: error.message })
  process.exit(1)
}
