import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '../support/freePort.ts'
import { dropOwnDatabase, ownDatabase } from '../support/ownDatabase.ts'

export interface Started {
  child: ChildProcess
  /** Everything printed so far, on both streams. */
  printed: () => string
  /** Resolves to the exit code, or to the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>
}

/** A folder for one test, with an environment that keeps all files inside it. */
export interface Place {
  dir: string
  env: Record<string, string>
  remove: () => Promise<void>
}

/** Creates a folder and an environment that is isolated from the developer's. */
export const place = async (more: Record<string, string> = {}): Promise<Place> => {
  const dir = mkdtempSync(path.join(tmpdir(), 'congbo-process-'))
  const database = ownDatabase(dir)
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: dir,
    NODE_ENV: 'production',
    CONGBO_MODE: 'demo',
    __NEXT_PROCESSED_ENV: 'true',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(await freePort()),
    SITE_PORT: 'off',
    DATA_DIR: path.join(dir, 'data'),
    MEDIA_DIR: path.join(dir, 'media'),
    DATABASE_URI: database,
    ...more,
  }
  const remove = async () => {
    // The test may have set another database, which must not be dropped.
    await dropOwnDatabase(database)
    rmSync(dir, { recursive: true, force: true })
  }
  return { dir, env, remove }
}

/** Additional variables for production. */
export const production = { CONGBO_MODE: 'production', PAYLOAD_SECRET: randomBytes(32).toString('hex') }

/**
 * Starts a built entry (`server`, `worker`, `cli`).
 *
 * @throws Error when nothing is built
 */
export const start = (
  entry: string,
  args: { env: Record<string, string>; args?: string[]; input?: string },
): Started => {
  const file = path.resolve('dist', `${entry}.js`)
  if (!existsSync(file)) throw new Error('Nothing is built: run `npm run build` first')
  const child = spawn(process.execPath, ['--conditions=production', file, ...(args.args ?? [])], {
    env: args.env as NodeJS.ProcessEnv,
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  child.stdin.end(args.input ?? '')
  return { child, printed: () => text, ended: once(child, 'close').then(([code, signal]) => code ?? signal) }
}

export const runToEnd = async (
  entry: string,
  args: Parameters<typeof start>[1],
): Promise<{ code: number | NodeJS.Signals; printed: string }> => {
  const { ended, printed } = start(entry, args)
  return { code: await ended, printed: printed() }
}
