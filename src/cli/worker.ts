import { run } from '../process/run.ts'
import type { Command } from './command.ts'

export const worker: Command = {
  summary: 'Chạy tiến trình nền / run a worker: digests, reconciling, anchors',
  usage: `congbo worker

Runs a worker without a web server until it is stopped. Any number may run beside each other.`,
  options: {},
  run: async () => {
    await run({ role: 'worker' })
    return undefined
  },
}
