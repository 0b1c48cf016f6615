import type { Role } from '../config/environment.ts'
import { startingEnvironment } from './environment.ts'
import { StartError } from './startError.ts'

/**
 * Runs a process to its end. A start that fails is one line and an exit code, and says so before the system, which
 * takes seconds, is loaded.
 *
 * @param args.role what to be, whatever ROLE says
 */
export const runOrExit = async (args: { role?: Role } = {}): Promise<void> => {
  try {
    await startingEnvironment()
    const { run } = await import('./run.ts')
    await run(args)
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(error.exitCode)
  }
}
