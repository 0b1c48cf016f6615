import type { Prepared } from '../../plugins/delivery/index.ts'
import type { TrustedStretch } from '../../plugins/publications/index.ts'
import { type CatalogueWork, startThread } from './startThread.ts'

/** A request to a preparing thread; the reply has the same number. */
export interface Asked {
  number: number
  stretch: TrustedStretch
}

export type Answered = { number: number } & ({ prepared: Prepared } | { failure: string })

/** Reading, verifying and projecting a document takes twice as long as writing it. */
const THREADS = 2

export interface Preparers {
  /** @throws Error when it could not be prepared, or the thread exited */
  prepare(stretch: TrustedStretch): Promise<Prepared>
  /** Waits for the batches that are being prepared, and for the end of the threads. */
  close(): Promise<void>
}

/** Worker threads that prepare batches of a log for the writing thread, in round-robin order. */
export const openPreparers = (work: CatalogueWork): Preparers => {
  const waiting = new Map<number, { resolve(prepared: Prepared): void; reject(error: unknown): void }>()
  let broken: unknown
  const failed = (error: unknown) => {
    broken ??= error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const workers = Array.from({ length: THREADS }, () => {
    const worker = startThread(work.preparing, work)
    worker.on('message', (reply: Answered) => {
      const asked = waiting.get(reply.number)
      waiting.delete(reply.number)
      if ('failure' in reply) asked?.reject(new Error(reply.failure))
      else asked?.resolve(reply.prepared)
    })
    worker.on('error', failed)
    const ended = new Promise<void>((resolve) => {
      worker.on('exit', (code) => {
        failed(new Error(`A thread that prepares the catalogue ended with ${code}`))
        resolve()
      })
    })
    return { worker, ended }
  })
  let asked = 0
  return {
    prepare: (stretch) =>
      new Promise((resolve, reject) => {
        if (broken) return reject(broken)
        const number = asked
        asked += 1
        waiting.set(number, { resolve, reject })
        workers[number % THREADS]!.worker.postMessage({ number, stretch } satisfies Asked)
      }),
    close: async () => {
      for (const { worker } of workers) worker.postMessage('close')
      await Promise.all(workers.map(({ ended }) => ended))
    },
  }
}
