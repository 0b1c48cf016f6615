import { createHash, timingSafeEqual } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import express, { type Request, type Router } from 'express'
import type { Measure } from '../../lib/measure.ts'
import type { Checks } from './checks.ts'
import { FAULTS, sendFault } from './errors.ts'

const LOOPBACK = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/

const digest = (text: string) => createHash('sha256').update(text).digest()

/**
 * Whether a request came directly from this machine. A request forwarded by a local proxy did not, regardless of the
 * configured number of proxies.
 */
const isLocal = (req: Request): boolean =>
  LOOPBACK.test(req.socket.remoteAddress ?? '') &&
  !['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) => req.headers[name] !== undefined)

const bears = (req: Request, token: string): boolean => {
  const [, given] = /^Bearer (.+)$/i.exec(req.headers.authorization ?? '') ?? []
  return given !== undefined && timingSafeEqual(digest(given), digest(token))
}

const escaped = (text: string) => text.replace(/[\\"\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))

/** Formats metrics in the Prometheus text format, version 0.0.4. */
export const prometheusText = (measures: readonly Measure[]): string =>
  measures
    .flatMap(({ name, help, type, values }) => [
      `# HELP ${name} ${help.replace(/\\/g, '\\\\').replace(/\n/g, '\\n')}`,
      `# TYPE ${name} ${type}`,
      ...values.map(({ labels = {}, value }) => {
        const named = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`)
        return `${name}${named.length ? `{${named.join(',')}}` : ''} ${value}`
      }),
    ])
    .map((line) => `${line}\n`)
    .join('')

/**
 * `GET /metrics` for Prometheus. Allowed from this machine and with the token; denied otherwise.
 *
 * @param args.token at least 32 characters; without one only this machine is allowed
 * @param args.checks what `/readyz` tells
 * @param args.measures metrics of the plugins
 */
export const metrics = (args: {
  token?: string
  checks: () => Promise<Checks>
  measures: () => Promise<Measure[]>
}): Router => {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  const gauge = (name: string, help: string, value: number): Measure => ({
    name,
    help,
    type: 'gauge',
    values: [{ value }],
  })
  const ofProcess = (): Measure[] => {
    const { rss, heapUsed } = process.memoryUsage()
    const late = delay.percentile(99) / 1e9
    delay.reset()
    return [
      gauge('process_resident_memory_bytes', 'Memory of the process.', rss),
      gauge('nodejs_heap_size_used_bytes', 'Memory in use by JavaScript.', heapUsed),
      gauge('nodejs_eventloop_lag_p99_seconds', 'How late work began, since the last time this was read.', late || 0),
      gauge('process_uptime_seconds', 'Time since the start.', process.uptime()),
    ]
  }
  const ofChecks = async (): Promise<Measure> => ({
    name: 'congbo_check_ok',
    help: 'Whether a check of /readyz succeeds.',
    type: 'gauge',
    values: Object.entries(await args.checks()).map(([check, found]) => ({
      labels: { check },
      value: found === 'ok' ? 1 : 0,
    })),
  })
  const router = express.Router()
  router.get('/metrics', async (req, res) => {
    if (!isLocal(req) && !(args.token && bears(req, args.token))) {
      sendFault(req, res, FAULTS.forbidden)
      return
    }
    res.set({ 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' })
    const [checks, measures] = await Promise.all([ofChecks(), args.measures()])
    res.send(prometheusText([...ofProcess(), checks, ...measures]))
  })
  return router
}
