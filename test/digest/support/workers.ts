import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll } from 'vitest'
import { bundle } from '../../../scripts/lib/bundle.mjs'
import type { WorkerOrder } from './worker.ts'

const BUNDLE = `.tmp/digest-worker-${process.pid}`

/** Builds the program of worker processes for a suite, and removes it. */
export const withWorkers = (): void => {
  beforeAll(() => bundle({ entries: { worker: 'test/digest/support/worker.ts' }, into: BUNDLE }))
  afterAll(() =>
    rmSync(fileURLToPath(new URL(`../../../${BUNDLE}`, import.meta.url)), { recursive: true, force: true }),
  )
}

/** Starts a process that runs one round. */
export const startWorker = (order: WorkerOrder): ChildProcess =>
  spawn(
    process.execPath,
    [
      '--conditions=production',
      fileURLToPath(new URL(`../../../${BUNDLE}/worker.js`, import.meta.url)),
      JSON.stringify(order),
    ],
    { stdio: 'ignore' },
  )

/** Runs one round in its own process. @returns the signal that ended it */
export const workerEnds = (order: WorkerOrder): Promise<NodeJS.Signals | null> =>
  new Promise((resolve, reject) => {
    const child = startWorker(order)
    child.on('error', reject)
    child.on('exit', (_code, signal) => resolve(signal))
  })
