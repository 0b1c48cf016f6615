import { runOrExit } from './process/runOrExit.ts'

await runOrExit()
