import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Express } from 'express'

/** What a fast path may do with a request it took. */
export interface Taken {
  /** Counts the request against its network's limit; without it a request costs nothing worth counting. */
  admits: () => Promise<boolean>
  /** Lets Express answer it after all, with its body, which was read whole. */
  pass: (body: Buffer) => void
}

/** Takes a request before Express sees it and returns true, or leaves it alone and returns false. */
export type FastPath = (req: IncomingMessage, res: ServerResponse, taken: Taken) => boolean

const bodies = new WeakMap<IncomingMessage, Buffer>()

/** The body of a request that a fast path has read before it passed the request on. */
export const bodyRead = (req: IncomingMessage): Buffer | undefined => bodies.get(req)

const SECOND = 1_000
/** Time for a large upload over a slow line. */
const REQUEST_TIMEOUT = 15 * 60 * SECOND
const HEADERS_TIMEOUT = 20 * SECOND
/** Longer than a proxy keeps its side open, so that it never writes into a connection that is closing. */
const KEEP_ALIVE = 65 * SECOND

/**
 * A server that listens.
 *
 * @param args.fastPaths tried in order before Express, for requests whose Host is this server's
 * @param args.isKnownHost the test that Express applies too
 * @throws the error of `listen`, such as EADDRINUSE
 */
export const listen = async (args: {
  application: Express
  fastPaths: FastPath[]
  /** The limit that Express applies too. */
  admits: (req: IncomingMessage) => Promise<boolean>
  isKnownHost: (host: string | undefined) => boolean
  port: number
  host: string
}): Promise<Server> => {
  const { application, fastPaths, isKnownHost } = args
  const server = createServer(
    { requestTimeout: REQUEST_TIMEOUT, headersTimeout: HEADERS_TIMEOUT, keepAliveTimeout: KEEP_ALIVE },
    (req, res) => {
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

/** The port a server listens on, which matters when it was asked for any (0). */
export const portOf = (server: Server): number => (server.address() as AddressInfo).port

/** Stops taking requests, lets those under way end for as long as `graceMs`, then cuts the rest. */
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
