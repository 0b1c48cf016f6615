import { parentPort, workerData } from 'node:worker_threads'
import { buildCatalogue } from '../../plugins/delivery/index.ts'
import { directSource } from '../../plugins/publications/index.ts'
import type { CatalogueWork } from '../process/catalogueThread.ts'

/** Rows of one transaction: nobody waits for this thread. */
const SLICE = 2_000

const { order, address } = workerData as CatalogueWork
const source = await directSource(address)
try {
  parentPort?.postMessage(await buildCatalogue({ ...order, source, slice: SLICE }))
} finally {
  await source.close()
}
