import { existsSync } from 'node:fs'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { Worker } from 'node:worker_threads'
import {
  type FinderElsewhere,
  type FinderQuestion,
  type Finding,
  type Followed,
  type Footing,
  TooBusy,
} from '../../plugins/delivery/index.ts'

import { type PackedResult, unpacked } from './packed.ts'
import { workOnlyWhenIdle } from './priority.ts'

/** Data passed to the thread. */
export interface FinderWork {
  numberFilters: Followed['numberFilters']
}
/** The first message of the thread: its id within the system, if it may work only when idle. */
export interface FinderGreeting {
  thread: string | undefined
}
/** A question to the thread, with what changed since the last one. */
export type FinderMessage = { number: number; footing?: Footing; question: FinderQuestion } | 'close'
export type FinderReply = { number: number } & ({ answer: unknown } | { packed: PackedResult } | { failure: string })

/** Questions that wait at once; more would wait longer than a reader does. */
const MOST_WAITING = 200
/** How long a question may wait for its answer. */
const PATIENCE_MS = 3_000
/** A question that takes so long shows that the processors leave the thread no time; it then works like others. */
const STARVED_MS = 1_000
/** For how long it does. */
const FED_MS = 10_000
/** Questions within the thread: one that it works on, and one so that it need not wait. */
const MOST_WITHIN = 2
interface Waiting {
  question: FinderQuestion
  resolve(answer: unknown): void
  reject(error: Error): void
  timer: NodeJS.Timeout
  /** When it was sent to the thread, in milliseconds as `performance.now` counts them. */
  sentAt: number
  /** Whether it was sent before. */
  isSecond: boolean
}

/** Asks a finder in a thread of its own, so that no search stops other readers. */
export const askThread = (entry: string, catalogue: Followed): Finding & { close(): Promise<void> } => {
  const queue: Waiting[] = []
  const within = new Map<number, Waiting>()
  let worker: Worker | undefined
  /** The generation that the thread knows. */
  let told: number | undefined
  let asked = 0
  let closed = false
  /** Lets the thread work like others from now on. */
  let release = () => {}

  /** Readers come first, but not so that nobody can search. */
  const priority = (thread: string) => {
    let fedUntil = 0
    workOnlyWhenIdle(thread, true)
    const watch = setInterval(() => {
      const now = performance.now()
      const isStarved = [...within.values()].some(({ sentAt }) => now - sentAt > STARVED_MS)
      if (isStarved && fedUntil < now) workOnlyWhenIdle(thread, false)
      if (isStarved) fedUntil = now + FED_MS
      else if (fedUntil && fedUntil < now) {
        fedUntil = 0
        workOnlyWhenIdle(thread, true)
      }
    }, STARVED_MS / 4)
    watch.unref()
    const unwatch = () => clearInterval(watch)
    release = () => {
      unwatch()
      workOnlyWhenIdle(thread, false)
    }
    return unwatch
  }

  /** What the thread did not answer is asked once more, of the next one. */
  const ended = (error: Error) => {
    worker = undefined
    told = undefined
    for (const waiting of within.values()) again(waiting, error)
    within.clear()
    send()
  }
  const again = (waiting: Waiting, error: Error) => {
    if (!waiting.isSecond && !closed) {
      queue.unshift({ ...waiting, isSecond: true })
      return
    }
    clearTimeout(waiting.timer)
    waiting.reject(error)
  }
  const start = (): Worker => {
    const started = new Worker(entry, {
      workerData: { numberFilters: catalogue.numberFilters } satisfies FinderWork,
      execArgv: ['--conditions=production'],
    })
    let unwatch = () => {}
    started.on('message', (reply: FinderReply | FinderGreeting) => {
      if ('thread' in reply) {
        if (reply.thread) unwatch = priority(reply.thread)
        return
      }
      const waiting = within.get(reply.number)
      within.delete(reply.number)
      if (waiting) {
        if ('failure' in reply) {
          // The file may have been replaced while the question was on its way.
          told = undefined
          again(waiting, new Error(reply.failure))
        } else {
          clearTimeout(waiting.timer)
          waiting.resolve('packed' in reply ? unpacked(reply.packed) : reply.answer)
        }
      }
      send()
    })
    let cause = new Error('The thread that searches ended')
    started.on('error', (error) => {
      if (error instanceof Error) cause = error
    })
    started.on('exit', () => {
      unwatch()
      if (worker === started) ended(cause)
    })
    started.unref()
    return started
  }
  const send = (): void => {
    while (queue.length && within.size < MOST_WITHIN) {
      const next = queue.shift()!
      try {
        const generation = catalogue.generation()
        const footing = told === generation ? {} : { footing: catalogue.footing() }
        worker ??= start()
        asked += 1
        worker.postMessage({ number: asked, ...footing, question: next.question } satisfies FinderMessage)
        within.set(asked, { ...next, sentAt: performance.now() })
        told = generation
      } catch (error) {
        clearTimeout(next.timer)
        next.reject(error instanceof Error ? error : new Error(String(error)))
      }
    }
  }
  const ask = <Answer>(question: FinderQuestion): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (closed || queue.length >= MOST_WAITING) return reject(new TooBusy())
      const waiting: Waiting = {
        question,
        resolve: (answer) => resolve(answer as Answer),
        reject,
        isSecond: false,
        sentAt: 0,
        timer: setTimeout(() => {
          const at = queue.findIndex(({ timer }) => timer === waiting.timer)
          if (at >= 0) queue.splice(at, 1)
          reject(new TooBusy())
        }, PATIENCE_MS),
      }
      queue.push(waiting)
      send()
    })

  return {
    search: (request) => ask({ kind: 'search', request }),
    facets: (request) => ask({ kind: 'facets', request }),
    facetsAmong: (request) => ask({ kind: 'facetsAmong', request }),
    close: async () => {
      closed = true
      for (const { reject, timer } of queue.splice(0)) {
        clearTimeout(timer)
        reject(new TooBusy())
      }
      if (!worker) return
      const ending = worker
      release()
      ending.ref()
      // Not `once`, which fails on an error; whatever happens, it ends.
      await new Promise((resolve) => {
        ending.on('exit', resolve)
        ending.postMessage('close' satisfies FinderMessage)
      })
    },
  }
}

/** @returns `undefined` if the thread is not built, as in tests of the sources; searches then run in this thread */
export const finderThread = (): FinderElsewhere | undefined => {
  const entry = path.join(path.dirname(process.argv[1] ?? ''), 'threads', 'finder.js')
  return existsSync(entry) ? (catalogue) => askThread(entry, catalogue) : undefined
}
