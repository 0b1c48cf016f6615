import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'

/** The parts of a mail that matter for a report. */
export interface ReportMail {
  /** Text of the `message/delivery-status` part (RFC 3464, RFC 6533); `undefined` without one. */
  status: string | undefined
  /** Text of the `message/feedback-report` part (RFC 5965); `undefined` without one. */
  feedback: string | undefined
  /** What a mail server wrote for people; `undefined` when a person or an automatic reply wrote the mail. */
  letter: string | undefined
  /** Ids that it may be about, the most certain first: of the address it was sent to, then of mails that it quotes. */
  ids: string[]
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
  const header = (name) => mail.headerLines.filter(({ key }) => key === name).map(({ line }) => line).join('\\n')
  const partOf = (type) => mail.attachments.find(({ contentType }) => type.test(contentType))
  const part = partOf(/^message\\/(?:global-)?delivery-status$/)
  const feedback = partOf(/^message\\/feedback-report$/)
  const from = header('from')
  const isFromServer =
    /mailer-daemon|postmaster|mail delivery|microsoftexchange/i.test(from) ||
    /^return-path:\\s*<>/im.test(header('return-path')) ||
    /multipart\\/report/i.test(header('content-type'))
  const envelope = ['to', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'].map(header).join('\\n')
  const idsIn = (text, id) => [...text.matchAll(id)].map((found) => found[1].toLowerCase())
  const raw = Buffer.from(bytes).toString('latin1')
  // What is quoted may be encoded.
  const quoted = mail.attachments.map(({ content }) => content.toString('latin1', 0, 65536))
  const ids = [
    ...idsIn(envelope, /\\+([0-9a-f]{32})@/gi),
    ...[raw, ...quoted].flatMap((text) => idsIn(text, /<(?:[^\\s<>@+]{1,64}\\+)?([0-9a-f]{32})@/gi)),
  ]
  parentPort.postMessage({
    status: part && part.content.toString('utf8'),
    feedback: feedback && feedback.content.toString('utf8'),
    letter: isFromServer ? (mail.text || '').slice(0, 65536) : undefined,
    ids: [...new Set(ids)].slice(0, 5),
  })
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
    const ends = ['error', 'exit'] as const
    // Taken off again, because one thread reads hundreds of mails.
    const done = (mail?: ReportMail) => {
      clearTimeout(timer)
      thread.off('message', done)
      for (const end of ends) thread.off(end, fail)
      resolve(mail)
    }
    const fail = () => done()
    const timer = setTimeout(fail, MOST_MS)
    thread.once('message', done)
    for (const end of ends) thread.once(end, fail)
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
