import os from 'node:os'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { BOUNDS } from '../../src/portal/uploads.ts'
import type { ReadOrder } from './finding.ts'
import { inspect } from './inspect.ts'

const GLANCE_MS = 50

/** The worker thread reads, because parsing may block its thread for ever. */
const read = async () => {
  for await (const finding of inspect(workerData as ReadOrder)) parentPort!.postMessage(finding)
}

/** The main thread is the watchdog: decoded images and inflated streams lie outside the heap that Node can limit. */
const watch = () => {
  // Requests have priority over inspection.
  os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL)
  const end = () => process.kill(process.pid, 'SIGKILL')
  const worker = new Worker(new URL(import.meta.url), {
    workerData: JSON.parse(process.argv[2]!) as ReadOrder,
    resourceLimits: { maxOldGenerationSizeMb: BOUNDS.heapMb },
  })
  setInterval(() => {
    if (process.memoryUsage.rss() > BOUNDS.memory) end()
  }, GLANCE_MS)
  // The parent process has exited when its end of the pipe closes.
  process.stdin.on('end', end).resume()
  worker.on('message', (finding) => process.stdout.write(`${JSON.stringify(finding)}\n`))
  worker.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') end()
    process.stderr.write(`${error.stack}\n`)
    process.exitCode = 1
  })
  worker.on('exit', () => {
    process.stdout.end(() => process.exit())
  })
}

if (isMainThread) watch()
else await read()
