import { parentPort, workerData } from 'node:worker_threads'
import { fileFinder } from '../../plugins/delivery/index.ts'
import type { FinderGreeting, FinderMessage, FinderReply, FinderWork } from './finderThread.ts'
import { packed } from './packed.ts'
import { idleThread, yieldToReaders } from './priority.ts'

const { numberFilters } = workerData as FinderWork
const port = parentPort!
const thread = idleThread()
// Who may work only when idle comes back to this one when starved.
yieldToReaders(thread ? 5 : undefined)
port.postMessage({ thread } satisfies FinderGreeting)

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
    const answer = finder.answer(question)
    reply = { number, ...('ranked' in answer ? packed(answer) : { answer }) }
  } catch (error) {
    reply = { number, failure: error instanceof Error ? error.message : String(error) }
  }
  port.postMessage(reply)
})
