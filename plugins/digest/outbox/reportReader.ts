import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'

/** The parts of a mail that matter for a report. */
export interface ReportMail {
  /** Text of the `message/delivery-status` part; `undefined` without one. */
  status: string | undefined
  /** Addresses it was sent to. */
  to: string[]
}

/** Reading a report takes a few milliseconds, mostly for starting the thread. */
const MOST_MS = 5_000
const MOST_MEGABYTES = 96

const { resolve: placeOf } = createRequire(import.meta.url)

/** Source of the worker thread, as text: it needs no separate build, and shares nothing with the process. */
const THREAD = `
const { parentPort, workerData } = require('node:worker_threads')
const { simpleParser } = require(workerData)
parentPort.on('message', async (bytes) => {
  const mail = await simpleParser(Buffer.from(bytes), { keepDeliveryStatus: true })
  const part = mail.attachments.find(({ contentType }) => contentType === 'message/delivery-status')
  const to = [mail.to].flat().flatMap((one) => one ? one.value.map(({ address }) => address || '') : [])
  parentPort.postMessage({ status: part && part.content.toString('utf8'), to })
})
`

const startThread = (): Worker => {
  const thread = new Worker(THREAD, {
    eval: true,
    workerData: placeOf('mailparser'),
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES, maxYoungGenerationSizeMb: 16 },
    stderr: true,
  })
  // The thread must not keep a finished process alive.
  thread.unref()
  return thread
}

const answerOf = (thread: Worker, bytes: Uint8Array): Promise<ReportMail | undefined> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), MOST_MS)
    const done = (mail?: ReportMail) => {
      clearTimeout(timer)
      resolve(mail)
    }
    thread.once('message', done)
    thread.once('error', () => done())
    thread.once('exit', () => done())
    thread.postMessage(bytes)
  })

/**
 * Parses untrusted mails in a worker thread with time and memory limits, so that a malicious mail blocks nothing else.
 */
export const reportReader = (): {
  /** @returns `undefined` when it could not be read within the limits */
  read: (bytes: Uint8Array) => Promise<ReportMail | undefined>
  close: () => Promise<void>
} => {
  let thread: Worker | undefined
  const close = async () => {
    const ended = thread
    thread = undefined
    await ended?.terminate()
  }
  return {
    read: async (bytes) => {
      thread ??= startThread()
      const mail = await answerOf(thread, bytes)
      // Stop the thread, because a late result would be taken for that of the next mail.
      if (!mail) await close()
      return mail
    },
    close,
  }
}
