import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Environment } from '../config/environment.ts'
import { reachable } from '../http/hosts.ts'
import type { Log } from '../http/logs.ts'

/** Milliseconds before the first and the longest wait for another start. */
const PAUSES = { first: 1_000, longest: 60_000 }
/** Milliseconds after which a website counts as well, so that the next fall is a first one again. */
const WELL_MS = 60_000
/** Milliseconds that it gets to end of itself. */
const PATIENCE_MS = 4_000
/** Its exit code for what starting again does not mend: a wrong value, a port that is taken. */
const WRONG = 2

/** The website beside this server. */
export interface Website {
  /** Resolves once it answers, or has failed for the first time. */
  ready: Promise<void>
  stop: () => Promise<void>
}

/** What the website is told: addresses and its token, nothing else of this process's environment. */
const environmentFor = (environment: Environment, server: Server, token: string): NodeJS.ProcessEnv => {
  const { host, sitePort, publicUrl, siteUrl, trustProxy } = environment
  const { port } = server.address() as AddressInfo
  return {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    HOST: host,
    SITE_PORT: String(sitePort),
    SITE_URL: siteUrl,
    PUBLIC_URL: publicUrl,
    API_URL: `http://${reachable(host)}:${port}`,
    TRUST_PROXY: String(trustProxy),
    SITE_TOKEN: token,
  }
}

/**
 * Runs the website (`examples/website`) as a process of its own, so that nothing of it can disturb this server. When it
 * falls it is started again, after longer and longer pauses; a wrong value or a taken port is told once.
 *
 * @returns `undefined` when no website is wanted or none is built
 */
export const startWebsite = (args: {
  environment: Environment
  token: string
  server: Server
  log: Log
}): Website | undefined => {
  const { environment, token, server, log } = args
  const folder = path.dirname(process.argv[1] ?? '')
  const entry = path.join(folder, 'website.js')
  if (!environment.sitePort || !existsSync(entry)) return undefined
  const env = environmentFor(environment, server, token)
  let child: ChildProcess | undefined
  let waiting: NodeJS.Timeout | undefined
  let stopping = false
  let pause = PAUSES.first
  let isReady = () => {}
  const ready = new Promise<void>((resolve) => {
    isReady = resolve
  })

  const start = () => {
    const startedAt = performance.now()
    child = fork(entry, [], {
      cwd: path.dirname(folder),
      env,
      execArgv: ['--enable-source-maps'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    child.once('message', isReady)
    child.once('error', (err) => log.error({ msg: 'the website could not be started', err }))
    child.once('exit', (code, signal) => {
      child = undefined
      isReady()
      if (stopping) return
      if (code === WRONG) return log.error({ msg: 'there is no website until the next start', port: env.SITE_PORT })
      if (performance.now() - startedAt > WELL_MS) pause = PAUSES.first
      log.error({ msg: 'the website ended and is started again', code, signal, afterMs: pause })
      waiting = setTimeout(start, pause).unref()
      pause = Math.min(pause * 2, PAUSES.longest)
    })
  }
  start()

  return {
    ready,
    stop: async () => {
      stopping = true
      clearTimeout(waiting)
      const running = child
      if (!running) return
      const ended = once(running, 'exit')
      running.kill('SIGTERM')
      const killing = setTimeout(() => running.kill('SIGKILL'), PATIENCE_MS)
      await ended
      clearTimeout(killing)
    },
  }
}
