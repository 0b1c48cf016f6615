import { run } from '../process/run.ts'
import type { Command } from './command.ts'

export const start: Command = {
  summary: 'Chạy máy chủ / run the server (ROLE: all, web or worker)',
  usage: `congbo start

Runs this process until it is stopped. What it is follows ROLE: all (default), web or worker.`,
  options: {},
  run: async () => {
    await run()
    return undefined
  },
}
