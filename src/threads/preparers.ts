import type { Prepared } from '../../plugins/delivery/index.ts'
import type { TrustedStretch } from '../../plugins/publications/index.ts'
import { type CatalogueWork, startThread } from './startThread.ts'

/** What a preparing thread is given; it answers with the same number. */
export interface Asked {
  number: number
  stretch: TrustedStretch
}

interface Answered {
  number: number
  prepared: Prepared
}

/** To read, check and project a document takes twice as long as to write it. */
const THREADS = 2

export interface Preparers {
  /** @throws Error when the thread that was asked failed or ended */
  prepare(stretch: TrustedStretch): Promise<Prepared>
  close(): Promise<void>
}

/** Threads that prepare stretches of a log for the one that writes them, each asked in its turn. */
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
    worker.on('message', ({ number, prepared }: Answered) => {
      waiting.get(number)?.resolve(prepared)
      waiting.delete(number)
    })
    worker.on('error', failed)
    worker.on('exit', (code) => failed(new Error(`A thread that prepares the catalogue ended with ${code}`)))
    return worker
  })
  let asked = 0
  return {
    prepare: (stretch) =>
      new Promise((resolve, reject) => {
        if (broken) return reject(broken)
        const number = asked
        asked += 1
        waiting.set(number, { resolve, reject })
        workers[number % THREADS]!.postMessage({ number, stretch } satisfies Asked)
      }),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}
