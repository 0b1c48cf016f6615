import { parentPort, workerData } from 'node:worker_threads'
import { prepareStretch } from '../../plugins/delivery/index.ts'
import { directSource } from '../../plugins/publications/index.ts'
import type { Asked } from './preparers.ts'
import { yieldToReaders } from './priority.ts'
import type { CatalogueWork } from './startThread.ts'

const { order, address } = workerData as CatalogueWork
const port = parentPort!
yieldToReaders()

const source = await directSource(address)
port.on('message', async ({ number, stretch }: Asked) => {
  const prepared = await prepareStretch({ source, stretch, rules: order.rules })
  const given = [...prepared.editions.values()].flatMap((rows) =>
    rows ? [rows.whole, ...Object.values(rows.light)].map(({ buffer }) => buffer) : [],
  )
  port.postMessage({ number, prepared }, given)
})
