import { parentPort, workerData } from 'node:worker_threads'
import { prepareStretch } from '../../plugins/delivery/index.ts'
import { directSource } from '../../plugins/publications/index.ts'
import type { Answered, Asked } from './preparers.ts'
import { yieldToReaders } from './priority.ts'
import type { CatalogueWork } from './startThread.ts'

const { order, address, stop } = workerData as CatalogueWork
const port = parentPort!
yieldToReaders()

const direct = await directSource(address)
const source: typeof direct = {
  ...direct,
  contents: async (hashes) => {
    const found = await direct.contents(hashes)
    // Whoever stops waits for this thread: what has not been begun is left.
    if (Atomics.load(stop, 0) === 1) throw new Error('No longer needed')
    return found
  },
}
const running = new Set<Promise<void>>()

const prepare = async ({ number, stretch }: Asked): Promise<void> => {
  let reply: Answered
  try {
    reply = { number, prepared: await prepareStretch({ source, stretch, rules: order.rules }) }
  } catch (error) {
    reply = { number, failure: error instanceof Error ? error.message : String(error) }
  }
  const editions = 'prepared' in reply ? [...reply.prepared.editions.values()] : []
  const given = editions.flatMap((rows) =>
    rows ? [rows.whole, ...Object.values(rows.light)].map(({ buffer }) => buffer) : [],
  )
  port.postMessage(reply, given)
}

port.on('message', async (message: Asked | 'close') => {
  if (message !== 'close') {
    const work = prepare(message).finally(() => running.delete(work))
    running.add(work)
    return
  }
  // The native library ends the whole process when a thread is terminated within a query, so this one ends by itself.
  await Promise.all(running)
  await source.close()
  port.close()
})
