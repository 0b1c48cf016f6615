import { existsSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Payload } from 'payload'
import type { Builder, BuildOrder } from '../../plugins/delivery/index.ts'
import { addressOfLog } from '../../plugins/publications/index.ts'
import { type CatalogueWork, startThread } from './startThread.ts'

const ASK_EVERY_MS = 200

/**
 * Builds catalogues in worker threads, so that a long log does not block the event loop.
 *
 * @returns `undefined` if the threads are not built, as in tests of the sources, or if only Payload can read the
 * database;
 *   catalogues are then built in this thread
 */
export const catalogueThread = (payload: Payload): Builder | undefined => {
  const threads = path.join(path.dirname(process.argv[1] ?? ''), 'threads')
  const entry = path.join(threads, 'catalogue.js')
  const address = addressOfLog(payload)
  if (!address || !existsSync(entry)) return undefined
  return async ({ stopped, ...order }) => {
    // Functions cannot be sent to a thread, and none of them affects the content of a catalogue.
    const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
    const preparing = path.join(threads, 'prepare.js')
    const work: CatalogueWork = { order: JSON.parse(JSON.stringify(order)) as BuildOrder, address, preparing, stop }
    const worker = startThread(entry, work)
    const ended = new AbortController()
    // Not before the thread has ended: a process that exits while it closes its database is ended by the native library.
    const built = new Promise<Awaited<ReturnType<Builder>>>((resolve, reject) => {
      let finish = (code: number) => reject(new Error(`The catalogue's thread ended with ${code}`))
      worker.once('message', (catalogue) => {
        finish = () => resolve(catalogue)
      })
      worker.once('error', (error) => {
        finish = () => reject(error)
      })
      worker.once('exit', (code) => finish(code))
    }).finally(() => ended.abort())
    const stopping = (async () => {
      while (!ended.signal.aborted) {
        if (stopped()) Atomics.store(stop, 0, 1)
        await pause(ASK_EVERY_MS, undefined, { signal: ended.signal }).catch(() => {})
      }
    })()
    try {
      return await built
    } catch (error) {
      if (stopped()) return undefined
      throw error
    } finally {
      await stopping
    }
  }
}
