import { Worker } from 'node:worker_threads'
import type { BuildOrder } from '../../plugins/delivery/index.ts'
import type { LogAddress } from '../../plugins/publications/index.ts'

/** What a thread is given. */
export interface CatalogueWork {
  order: BuildOrder
  address: LogAddress
  /** Absolute path of the thread that prepares what this one writes. */
  preparing: string
  /** One figure that both threads see: 1 as soon as nobody waits for the catalogue any more. */
  stop: Int32Array<SharedArrayBuffer>
}

/**
 * Starts a thread that takes part in a catalogue.
 *
 * @param entry absolute path of its program
 */
export const startThread = (entry: string, work: CatalogueWork): Worker =>
  new Worker(entry, {
    workerData: work,
    execArgv: ['--conditions=production'],
    // Documents are read, turned and forgotten by the thousand: room for them to die young in.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  })
