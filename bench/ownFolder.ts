import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/**
 * Runs phases of a bench one after the other, each in a process of its own on one new SQLite database, and removes the
 * folder. The phase is the first argument of the script.
 *
 * @param more variables beside those of the folder
 * @returns the exit code: that of the first phase that failed, else 0
 */
export const inOwnFolder = (
  script: string,
  phases: readonly string[],
  more: (folder: string) => Record<string, string> = () => ({}),
): number => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'congbo-bench-'))
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    CONGBO_MODE: 'demo',
    DATA_DIR: path.join(folder, 'data'),
    MEDIA_DIR: path.join(folder, 'media'),
    DATABASE_URI: `file:${path.join(folder, 'congbo.db')}`,
    ...more(folder),
  }
  try {
    for (const phase of phases) {
      const { status } = spawnSync(process.execPath, [...process.execArgv, script, phase], { env, stdio: 'inherit' })
      if (status !== 0) return status ?? 1
    }
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
