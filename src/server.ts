import { runOrExit } from './process/run.ts'

await runOrExit()
