import { Worker } from 'node:worker_threads'
import type { BuildOrder } from '../../plugins/delivery/index.ts'
import type { LogAddress } from '../../plugins/publications/index.ts'

/** Data passed to a worker thread. */
export interface CatalogueWork {
  order: BuildOrder
  address: LogAddress
  /** Absolute path of the thread program that prepares batches for this one. */
  preparing: string
  /** Shared flag: 1 when the catalogue is no longer needed. */
  stop: Int32Array<SharedArrayBuffer>
}

/**
 * Starts a worker thread for building a catalogue.
 *
 * @param entry absolute path of its program
 */
export const startThread = (entry: string, work: CatalogueWork): Worker =>
  new Worker(entry, {
    workerData: work,
    execArgv: ['--conditions=production'],
    // Documents are short-lived objects in large numbers; a larger young generation keeps them out of the old one.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  })
