import { parentPort, workerData } from 'node:worker_threads'
import { buildCatalogue, preparedLog } from '../../plugins/delivery/index.ts'
import { directSource } from '../../plugins/publications/index.ts'
import { openPreparers } from './preparers.ts'
import { yieldToReaders } from './priority.ts'
import type { CatalogueWork } from './startThread.ts'

/** Rows per batch: few enough that their objects die in the young generation. */
const SLICE = 100
/** Batches in flight, so that no thread waits for another; more would only use memory. */
const AHEAD = 8

const work = workerData as CatalogueWork
const { order, address, stop } = work
const stopped = () => Atomics.load(stop, 0) === 1
yieldToReaders()

const source = await directSource(address)
const preparers = openPreparers(work)
try {
  const log = preparedLog({ source, rules: order.rules, slice: SLICE, prepare: preparers.prepare, ahead: AHEAD })
  parentPort?.postMessage(await buildCatalogue({ ...order, log, stopped }))
} finally {
  await preparers.close()
  await source.close()
}
