import { parentPort, workerData } from 'node:worker_threads'
import { fileFinder } from '../../plugins/delivery/index.ts'
import type { FinderMessage, FinderReply, FinderWork } from './finderThread.ts'
import { yieldToReaders } from './priority.ts'

const { numberFilters, nice } = workerData as FinderWork
const port = parentPort!
yieldToReaders(nice)

const finder = fileFinder(numberFilters)
port.on('message', (message: FinderMessage) => {
  // The native library ends the whole process when a thread is terminated within a query, so this one ends by itself.
  if (message === 'close') {
    finder.close()
    port.close()
    return
  }
  const { number, footing, question } = message
  let reply: FinderReply
  try {
    if (footing) finder.follow(footing)
    reply = { number, answer: finder.answer(question) }
  } catch (error) {
    reply = { number, failure: error instanceof Error ? error.message : String(error) }
  }
  port.postMessage(reply)
})
