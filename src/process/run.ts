import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { uploadsOf } from '../../collections/index.ts'
import { listenForReports, type ReportListener } from '../../plugins/digest/index.ts'
import { openInstance, sendingAllowed } from '../../plugins/instance/index.ts'
import { onAppend } from '../../plugins/publications/index.ts'
import type { Role } from '../config/environment.ts'
import { createApplication } from '../http/application.ts'
import { hostTest } from '../http/hosts.ts'
import { close, listen } from '../http/httpServer.ts'
import { composeMounts, type Served } from '../http/mounts.ts'
import { publicLimits } from '../http/rateLimits.ts'
import { isFirstRun, seedDemo } from '../seed/index.ts'
import type { System } from '../system.ts'
import { hurry, workBesideReaders } from '../threads/priority.ts'
import { adminHandler } from './admin.ts'
import { announcement } from './announce.ts'
import { boot } from './boot.ts'
import { clockSkew, MOST_SKEW_MS } from './clockSkew.ts'
import { composeLoops, runLoops } from './loops.ts'
import { readersFirst } from './readersFirst.ts'
import { REQUEST_GRACE_MS, stopOnSignal } from './shutdown.ts'
import { StartError } from './startError.ts'
import { startWebsite } from './website.ts'

const serve = async (system: System, served: Served, siteToken: string): Promise<Server> => {
  const { payload, config, environment, clock } = system
  const { port, host, publicUrl, mode } = environment
  const limits = publicLimits({ ...environment, siteToken })
  const { mounts, fastPaths, probes, serves, measures } = served
  const log = payload.logger
  const admin = await adminHandler(environment, log)
  const application = createApplication({
    payload,
    config,
    environment,
    clock,
    log,
    mounts,
    probes,
    serves,
    measures,
    admin,
    limits,
  })
  try {
    return await listen({
      application,
      fastPaths,
      admits: limits.admits,
      isKnownHost: hostTest({ publicUrl, demo: mode === 'demo' }),
      port,
      host,
    })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new StartError(
        `PORT: cổng ${port} đang được dùng; hãy đặt PORT khác. / PORT: ${port} is in use; set another PORT.`,
      )
    throw new StartError(
      `HOST, PORT: không mở được ${host}:${port} (${code}). / HOST, PORT: cannot listen on ${host}:${port} (${code}).`,
    )
  }
}

/** Several machines agree on leases and due times by their clocks alone. */
const tellOfSkew = async (system: System): Promise<void> => {
  const skew = await clockSkew(system)
  if (skew === undefined || Math.abs(skew) <= MOST_SKEW_MS) return
  system.payload.logger.error({ msg: 'this clock differs from that of the database server; set it right', ms: skew })
}

/** Takes reports of undelivered mails from the mail server, if it is to hand them over. */
const listenToMailServer = async (system: System): Promise<ReportListener | undefined> => {
  try {
    return await listenForReports(system)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const { bounceListen } = system.environment
    throw new StartError(
      `BOUNCE_LISTEN: không mở được ${bounceListen} (${code}). / BOUNCE_LISTEN: cannot listen on ${bounceListen} (${code}).`,
    )
  }
}

/**
 * Runs this process as server, worker or both, until it is stopped.
 *
 * @param args.role overrides ROLE
 */
export const run = async (args: { role?: Role } = {}): Promise<void> => {
  const system = await boot()
  const { payload, environment } = system
  const role = args.role ?? environment.role
  if (role === 'worker') workBesideReaders()
  await uploadsOf(payload).sweep()
  const users = await payload.db.count({ collection: 'users' })
  await openInstance({ payload, fresh: users.totalDocs === 0 })
  const sending = await sendingAllowed(payload)
  if (!sending.allowed)
    payload.logger.warn({ msg: 'mails and webhooks wait for a confirmation', because: sending.because.en })
  if (environment.demo && (await isFirstRun(payload))) {
    process.stdout.write('Lần chạy đầu: đang nạp nội dung thử… / First run: loading demo content…\n')
    await seedDemo(system)
  }
  let loops: ReturnType<typeof runLoops> | undefined
  const served = role === 'worker' ? undefined : await composeMounts(system, () => loops?.wake('awaited'))
  // Shown by the website alone, and made anew at every start.
  const siteToken = randomBytes(32).toString('hex')
  const server = served && (await serve(system, served, siteToken))
  const reports = role === 'web' ? undefined : await listenToMailServer(system)
  // Start the loops last: a start that fails on its port must not interrupt a mail that a loop is handing over.
  if (role !== 'web') {
    await tellOfSkew(system)
    loops = runLoops(composeLoops(system, server && readersFirst({ server })), payload.logger)
    // What another process published is told within a few seconds, what this one published at once.
    onAppend(payload, () => loops?.wake('webhooks'))
  }
  const website = server && startWebsite({ environment, token: siteToken, server, log: payload.logger })
  stopOnSignal(
    {
      // Concurrently, because a round of work may take as long as the last request.
      requests: () =>
        Promise.all([website?.stop(), server && close(server, REQUEST_GRACE_MS), reports?.close(), loops?.stop()]),
      threads: async () => hurry(),
      delivery: async () => served?.close(),
      database: () => payload.destroy(),
    },
    payload.logger,
  )
  payload.logger.info({ msg: 'started', role, mode: environment.mode, pid: process.pid })
  await website?.ready
  if (server) process.stdout.write(`${announcement({ ...environment, website: website !== undefined })}\n`)
}
