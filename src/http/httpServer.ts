import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Express } from 'express'
import { watchBody } from './slowBodies.ts'

/** Callbacks for a request that a fast path accepted. */
export interface Taken {
  /** Counts the request against the rate limit of its network; without this call it is not counted. */
  admits: () => Promise<boolean>
  /** Passes the request on to Express after all, with the body already read. */
  pass: (body: Buffer) => void
}

/** Accepts a request before Express and returns true, or leaves it untouched and returns false. */
export type FastPath = (req: IncomingMessage, res: ServerResponse, taken: Taken) => boolean

const bodies = new WeakMap<IncomingMessage, Buffer>()

/** The body that a fast path read before it passed the request on. */
export const bodyRead = (req: IncomingMessage): Buffer | undefined => bodies.get(req)

const SECOND = 1_000
/** Long enough for a large upload over a slow connection. */
const REQUEST_TIMEOUT = 15 * 60 * SECOND
const HEADERS_TIMEOUT = 20 * SECOND
/** Longer than a proxy keeps its connections open, so that it never reuses one that is closing. */
const KEEP_ALIVE = 65 * SECOND

/**
 * A listening server.
 *
 * @param args.fastPaths tried in order before Express, for requests with an allowed Host
 * @param args.isKnownHost the same test as in Express
 * @throws the error of `listen`, such as EADDRINUSE
 */
export const listen = async (args: {
  application: Express
  fastPaths: FastPath[]
  /** The same rate limit as in Express. */
  admits: (req: IncomingMessage) => Promise<boolean>
  isKnownHost: (host: string | undefined) => boolean
  port: number
  host: string
}): Promise<Server> => {
  const { application, fastPaths, isKnownHost } = args
  const server = createServer(
    { requestTimeout: REQUEST_TIMEOUT, headersTimeout: HEADERS_TIMEOUT, keepAliveTimeout: KEEP_ALIVE },
    (req, res) => {
      watchBody(req, res)
      const taken: Taken = {
        admits: () => args.admits(req),
        pass: (body) => {
          bodies.set(req, body)
          application(req, res)
        },
      }
      if (fastPaths.length && isKnownHost(req.headers.host) && fastPaths.some((take) => take(req, res, taken))) return
      application(req, res)
    },
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(args.port, args.host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  return server
}

/** The actual port of a server; differs from the requested one if that was 0. */
export const portOf = (server: Server): number => (server.address() as AddressInfo).port

/** Stops accepting requests, waits up to `graceMs` for those in flight, then closes the remaining connections. */
export const close = async (server: Server, graceMs: number): Promise<void> => {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const patience = new AbortController()
  await Promise.race([
    closed,
    wait(graceMs, undefined, { signal: patience.signal }).then(
      () => server.closeAllConnections(),
      () => {},
    ),
  ])
  patience.abort()
  await closed
}
