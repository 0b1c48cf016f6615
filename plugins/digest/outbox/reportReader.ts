import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'

/** What a mail says that may be a report. */
export interface ReportMail {
  /** The text of the part `message/delivery-status`; `undefined` where there is none. */
  status: string | undefined
  /** Addresses it was sent to. */
  to: string[]
}

/** A report takes some milliseconds to read, most of them to start the thread. */
const MOST_MS = 5_000
const MOST_MEGABYTES = 96

const { resolve: placeOf } = createRequire(import.meta.url)

/** The thread, as text: it needs no build of its own, and shares nothing with the process. */
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
  // A process that ends waits for no report.
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
 * Reads mails that anybody can send, in a thread with bounds of time and memory: whatever a mail makes of its reader, it
 * stops nothing else.
 */
export const reportReader = (): {
  /** @returns `undefined` for what could not be read within the bounds */
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
      // Whatever it is still busy with would be taken for the answer about the next mail.
      if (!mail) await close()
      return mail
    },
    close,
  }
}
