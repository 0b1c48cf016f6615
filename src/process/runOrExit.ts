import type { Role } from '../config/environment.ts'
import { startingEnvironment } from './environment.ts'
import { StartError } from './startError.ts'

/**
 * Runs the process. A failed start prints one line and sets an exit code, before the system is loaded, which takes
 * seconds.
 *
 * @param args.role overrides ROLE
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
