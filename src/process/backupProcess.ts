import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setPriority } from 'node:os'
import path from 'node:path'
import { isRecord } from '../../lib/isRecord.ts'
import type { System } from '../system.ts'

/** How a backup ended, in the words of the command that made it. */
export interface MadeBackup {
  outcome: 'made' | 'busy' | 'failed'
  /** For people: what failed, and what to do. */
  message?: string
}

/** Behind everything that answers people. */
const PRIORITY = 15

const reportIn = (text: string): MadeBackup => {
  try {
    const report: unknown = JSON.parse(text.trim().split('\n').at(-1) ?? '')
    if (isRecord(report) && report.ok === false)
      return { outcome: report.code === 'busy' ? 'busy' : 'failed', message: String(report.message) }
  } catch {
    // A process that ended otherwise said so in the log, which is its other stream.
  }
  return { outcome: 'failed' }
}

/**
 * Makes backups in a process of their own, `congbo backup --prune`: what compresses and hashes everything must not slow
 * down a server. It ends when this process stops; what is half then is cleared by the next one.
 */
export const backupProcess =
  ({ payload }: Pick<System, 'payload'>): ((folder: string, stopping: AbortSignal) => Promise<MadeBackup>) =>
  async (folder, stopping) => {
    const entry = path.join(path.dirname(process.argv[1] ?? ''), 'cli.js')
    const child = fork(entry, ['backup', folder, '--prune', '--json'], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
    const stop = () => child.kill('SIGTERM')
    stopping.addEventListener('abort', stop)
    let text = ''
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
    try {
      if (child.pid !== undefined) setPriority(child.pid, PRIORITY)
      const [code] = await once(child, 'close')
      return code === 0 ? { outcome: 'made' } : reportIn(text)
    } catch (err) {
      payload.logger.error({ msg: 'the backup could not be started', err })
      return { outcome: 'failed' }
    } finally {
      stopping.removeEventListener('abort', stop)
    }
  }
