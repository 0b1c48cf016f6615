import { runOrExit } from './process/run.ts'

await runOrExit({ role: 'worker' })
