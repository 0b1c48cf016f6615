import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../support/freePort.ts'
import { dropOwnDatabase, ownDatabase } from '../../support/ownDatabase.ts'
import { copyFolder, keepFolder } from '../../support/templates.ts'

/** The built system, served to browsers. */
export interface BuiltServer {
  origin: string
  /** Absolute path of its DATA_DIR. */
  dataDir: string
  /** Everything it has printed since it started. */
  printed(): string
  /** Runs `congbo` beside the server, on its database. */
  congbo(...words: string[]): Promise<void>
  stop(): Promise<void>
}

const READY_WITHIN_MS = 240_000
const ASK_EVERY_MS = 200
/** Longer than the server itself allows its shutdown. */
const ENDS_WITHIN_MS = 20_000

/** Exit code or signal; a program that a signal has ended has no exit code. */
const howItEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode ?? signalCode

/**
 * Waits until the admin answers.
 *
 * @throws Error with the output of the process when it ends or takes too long, whether it listens or not
 */
const answering = async (origin: string, child: ChildProcess, printed: () => string): Promise<void> => {
  const tooLate = AbortSignal.timeout(READY_WITHIN_MS)
  while (!tooLate.aborted) {
    const ended = howItEnded(child)
    if (ended !== null) throw new Error(`The server ended (${ended}): ${printed()}`)
    // Nobody is asked before they listen: on loopback, a port in nobody's hands can connect to itself.
    if (printed().includes(`${origin}/admin`)) {
      const response = await fetch(`${origin}/admin/login`, { signal: tooLate }).catch(() => undefined)
      // Read to the end: an open response would delay the server's shutdown.
      await response?.arrayBuffer().catch(() => undefined)
      if (response?.ok) return
    }
    await pause(ASK_EVERY_MS)
  }
  throw new Error(`The server does not answer within ${READY_WITHIN_MS} ms: ${printed()}`)
}

/**
 * Ends the process as an administrator would.
 *
 * @throws Error with its output when it does not end
 */
const end = async (child: ChildProcess, printed: () => string): Promise<void> => {
  if (howItEnded(child) !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const late = new AbortController()
  const inTime = await Promise.race([
    ended.then(() => true),
    pause(ENDS_WITHIN_MS, false, { signal: late.signal }).catch(() => false),
  ])
  late.abort()
  if (inTime) return
  child.kill('SIGKILL')
  await ended
  throw new Error(`The server does not end within ${ENDS_WITHIN_MS} ms: ${printed()}`)
}

/** Starts the built program with a folder and a database. */
const startOn = async (dir: string, database: string): Promise<BuiltServer> => {
  const entry = path.resolve('dist/server.js')
  if (!existsSync(entry) || !existsSync('.next')) throw new Error('Nothing is built: run `npm run build` first')
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: dir,
    NODE_ENV: 'production',
    CONGBO_MODE: 'demo',
    NEXT_TELEMETRY_DISABLED: '1',
    __NEXT_PROCESSED_ENV: 'true',
    PORT: String(port),
    SITE_PORT: 'off',
    DATA_DIR: path.join(dir, 'data'),
    MEDIA_DIR: path.join(dir, 'media'),
    DATABASE_URI: database,
  }
  const child = spawn(process.execPath, ['--conditions=production', entry], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text) => {
      output = `${output}${text}`
    })
  const congbo = async (...words: string[]) => {
    const args = ['--conditions=production', path.resolve('dist/cli.js'), ...words]
    const command = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    command.stderr.on('data', (text) => {
      said += text
    })
    const [code] = await once(command, 'exit')
    if (code !== 0) throw new Error(`congbo ${words.join(' ')} ended with ${code}: ${said}`)
  }
  const tail = () => output.slice(-4000)
  const stop = () => end(child, tail)
  try {
    await answering(origin, child, () => output)
  } catch (error) {
    await stop()
    throw error
  }
  return { origin, dataDir: path.join(dir, 'data'), printed: () => output, congbo, stop }
}

const TEMPLATE = 'demo-office'

/**
 * Starts the output of `npm run build` like `npm start` in demo mode, with its own database and folders. On SQLite only
 * the very first start creates the demo data; later ones copy it.
 *
 * @throws Error when nothing is built, or the server does not start
 */
export const startBuiltServer = async (): Promise<BuiltServer> => {
  const dir = mkdtempSync(path.join(tmpdir(), 'congbo-admin-'))
  const database = ownDatabase(dir)
  const remove = async () => {
    await dropOwnDatabase(database)
    rmSync(dir, { recursive: true, force: true })
  }
  try {
    if (database.startsWith('file:') && !copyFolder(TEMPLATE, dir)) {
      await (await startOn(dir, database)).stop()
      keepFolder(TEMPLATE, dir)
    }
    const server = await startOn(dir, database)
    return {
      ...server,
      stop: async () => {
        await server.stop()
        await remove()
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}
