import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type BlockList, isIPv6 } from 'node:net'
import type { Request, RequestHandler, Response } from 'express'
import { ipKeyGenerator, MemoryStore, rateLimit, type Store } from 'express-rate-limit'
import proxyAddress from 'proxy-addr'
import { PER_MINUTE, WAYS_IN } from '../portal/limits.ts'
import { FAULTS, sendFault } from './errors.ts'

const MINUTE = 60_000

/** The network a request comes from: an IPv4 address, or the /56 of an IPv6 one. */
const network = (req: Request): string => ipKeyGenerator(req.ip ?? 'unknown')

/** Accounts are kept as hashes: a dump of memory must not be a list of who tried to log in. */
const account = (res: Response): string =>
  createHash('sha256')
    .update(String(res.locals.account ?? ''))
    .digest('base64url')

const limit = (args: {
  minutes: number
  most: number
  by: (req: Request, res: Response) => string
  /** Count only what was refused. */
  failuresOnly?: boolean
  succeeded?: (res: Response) => boolean
  /** Lets a request through without counting it. */
  skip?: (req: Request) => boolean
  store?: Store
}): RequestHandler =>
  rateLimit({
    ...(args.store ? { store: args.store } : {}),
    windowMs: args.minutes * MINUTE,
    limit: args.most,
    keyGenerator: args.by,
    skip: args.skip ?? (() => false),
    skipSuccessfulRequests: args.failuresOnly ?? false,
    requestWasSuccessful: (_req, res) => args.succeeded?.(res) ?? res.statusCode < 400,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // The number of trusted proxies comes from TRUST_PROXY; a stray header of a client is no reason for a warning.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler: (req, res) => sendFault(req, res, FAULTS.tooMany),
  })

/** What asks for a login or for a way back to one. The names are those of Payload's routes. */
export type Credential = 'login' | 'forgot-password' | 'reset-password' | 'refresh-token' | 'logout' | 'me'

/**
 * Limits on logging in and on asking for a new password, by account and by network. `res.locals.account` must hold the
 * address that was typed, in small letters.
 *
 * A wrong password counts against the pair of account and network: whoever guesses shuts out nobody but those in their
 * own network, so nobody can lock the head of the board out. Mails about a password are counted by account alone too,
 * because they reach the account whoever asked for them. Counters live in this process.
 */
export const credentialLimits = (): Record<Credential, RequestHandler[]> => {
  const pair = (req: Request, res: Response) => `${network(req)} ${account(res)}`
  const gentle = [limit({ minutes: 1, most: PER_MINUTE.sessions, by: network })]
  const { failedLogins, askedForPassword, newPasswords } = WAYS_IN
  const failed = {
    minutes: failedLogins.minutes,
    failuresOnly: true,
    succeeded: (res: Response) => res.statusCode < 400 && res.locals.credentialRefused !== true,
  }
  return {
    login: [
      limit({ ...failed, most: failedLogins.ofNetwork, by: network }),
      limit({ ...failed, most: failedLogins.ofPair, by: pair }),
    ],
    'forgot-password': [
      limit({ minutes: askedForPassword.minutes, most: askedForPassword.ofNetwork, by: network }),
      limit({ minutes: askedForPassword.minutes, most: askedForPassword.ofAccount, by: (_req, res) => account(res) }),
      limit({ minutes: askedForPassword.minutes, most: askedForPassword.ofPair, by: pair }),
    ],
    'reset-password': [limit({ minutes: newPasswords.minutes, most: newPasswords.ofNetwork, by: network })],
    'refresh-token': gentle,
    logout: gentle,
    me: gentle,
  }
}

/**
 * Limits on the admin: on its pages by network, where a whole office may sit behind one address; on the calls of its
 * functions by person, who is `res.locals.caller`, each pause in typing being one; on calls of nobody by network.
 */
export const adminLimits = (): { pages: RequestHandler; calls: RequestHandler; strangers: RequestHandler } => ({
  pages: limit({ minutes: 1, most: PER_MINUTE.adminPages, by: network }),
  calls: limit({ minutes: 1, most: PER_MINUTE.adminCalls, by: (_req, res) => String(res.locals.caller) }),
  strangers: limit({ minutes: 1, most: PER_MINUTE.strangers, by: network }),
})

/** Limits by network for what anybody may ask; both ways of asking the usual one count together. */
export interface PublicLimits {
  /** As an Express handler. */
  handler(perMinute: number): RequestHandler
  /** For a request that does not go through Express: counts it, and says whether it may be answered. */
  admits(req: IncomingMessage): Promise<boolean>
}

/**
 * @param args.trustProxy number of proxies in front whose word about the client's address is taken
 * @param args.siteAddresses where the website's own servers ask from, for all their readers: they are not counted
 */
export const publicLimits = (args: { trustProxy: number; siteAddresses?: BlockList }): PublicLimits => {
  const { trustProxy, siteAddresses } = args
  const isSite = (address: string | undefined): boolean =>
    address !== undefined && siteAddresses?.check(address, isIPv6(address) ? 'ipv6' : 'ipv4') === true
  const store = new MemoryStore()
  const handlers = new Map<number, RequestHandler>()
  const handler = (perMinute: number) => {
    const known = handlers.get(perMinute)
    if (known) return known
    const shared = perMinute === PER_MINUTE.public ? { store } : {}
    const made = limit({ minutes: 1, most: perMinute, by: network, skip: (req) => isSite(req.ip), ...shared })
    handlers.set(perMinute, made)
    return made
  }
  // Makes the store ready, which is done by the handler that owns it.
  handler(PER_MINUTE.public)
  return {
    handler,
    admits: async (req) => {
      const address = proxyAddress(req, (_, hop) => hop < trustProxy)
      if (isSite(address)) return true
      const { totalHits } = await store.increment(ipKeyGenerator(address || 'unknown'))
      return totalHits <= PER_MINUTE.public
    },
  }
}

/** Runs handlers one after another, as Express does, and says whether all let the request pass. */
export const passes = async (handlers: RequestHandler[], req: Request, res: Response): Promise<boolean> => {
  for (const handler of handlers) {
    const passed = await new Promise<boolean>((resolve, reject) => {
      res.once('finish', () => resolve(false))
      Promise.resolve(handler(req, res, (error?: unknown) => (error ? reject(error) : resolve(true)))).catch(reject)
    })
    if (!passed) return false
  }
  return true
}
