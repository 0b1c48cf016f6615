import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type BlockList, isIPv6 } from 'node:net'
import type { Request, RequestHandler, Response } from 'express'
import { ipKeyGenerator, MemoryStore, rateLimit, type Store } from 'express-rate-limit'
import proxyAddress from 'proxy-addr'
import { PER_MINUTE, WAYS_IN } from '../portal/limits.ts'
import { FAULTS, sendFault } from './errors.ts'

const MINUTE = 60_000

/** Network of a request: an IPv4 address, or the /56 prefix of an IPv6 address. */
const network = (req: Request): string => ipKeyGenerator(req.ip ?? 'unknown')

/** Accounts are stored as hashes, so that a memory dump does not list who tried to log in. */
const account = (res: Response): string =>
  createHash('sha256')
    .update(String(res.locals.account ?? ''))
    .digest('base64url')

const limit = (args: {
  minutes: number
  most: number
  by: (req: Request, res: Response) => string
  /** Counts only rejected requests. */
  failuresOnly?: boolean
  succeeded?: (res: Response) => boolean
  /** Requests to let through without counting. */
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
    // TRUST_PROXY sets the number of trusted proxies; a client's own forwarding header is no reason for a warning.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler: (req, res) => sendFault(req, res, FAULTS.tooMany),
  })

/** Endpoints for logging in and for password recovery, by the names of Payload's routes. */
export type Credential = 'login' | 'forgot-password' | 'reset-password' | 'refresh-token' | 'logout' | 'me'

/**
 * Rate limits for logins and password resets, by account and by network. `res.locals.account` must contain the typed
 * e-mail address in lower case.
 *
 * A wrong password counts against the pair of account and network. An attacker locks out only users in their own
 * network, so nobody can lock out the head of the board. Password mails are also counted by account alone, because they
 * reach the account whoever asked for them. Counters are kept in this process.
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
 * Rate limits for the admin: pages by network, where a whole office may share one address; server actions by person
 * (`res.locals.caller`), each pause in typing being one call; actions without a login by network.
 */
export const adminLimits = (): { pages: RequestHandler; calls: RequestHandler; strangers: RequestHandler } => ({
  pages: limit({ minutes: 1, most: PER_MINUTE.adminPages, by: network }),
  calls: limit({ minutes: 1, most: PER_MINUTE.adminCalls, by: (_req, res) => String(res.locals.caller) }),
  strangers: limit({ minutes: 1, most: PER_MINUTE.strangers, by: network }),
})

/** Rate limits by network for public requests. Express and the fast path share the counter of the standard limit. */
export interface PublicLimits {
  /** For use as an Express handler. */
  handler(perMinute: number): RequestHandler
  /** For requests that bypass Express: counts the request, and says whether it is within the limit. */
  admits(req: IncomingMessage): Promise<boolean>
}

/** Header in which the website that this server started says so. */
const SITE_TOKEN = 'x-site-token'

const digestOf = (text: string) => createHash('sha256').update(text).digest()

/**
 * @param args.trustProxy number of trusted proxies in front
 * @param args.siteToken what the website that this server started sends with its requests
 * @param args.siteAddresses addresses of the website's own servers, which ask for all their readers and are not counted
 */
export const publicLimits = (args: {
  trustProxy: number
  siteAddresses?: BlockList
  siteToken?: string
}): PublicLimits => {
  const { trustProxy, siteAddresses } = args
  const token = args.siteToken ? digestOf(args.siteToken) : undefined
  const showsToken = ({ headers }: IncomingMessage): boolean => {
    const shown = headers[SITE_TOKEN]
    // Digests are of one length, whatever was sent.
    return token !== undefined && typeof shown === 'string' && timingSafeEqual(digestOf(shown), token)
  }
  const isSite = (req: IncomingMessage, address: string | undefined): boolean =>
    showsToken(req) ||
    (address !== undefined && siteAddresses?.check(address, isIPv6(address) ? 'ipv6' : 'ipv4') === true)
  const store = new MemoryStore()
  const handlers = new Map<number, RequestHandler>()
  const handler = (perMinute: number) => {
    const known = handlers.get(perMinute)
    if (known) return known
    const shared = perMinute === PER_MINUTE.public ? { store } : {}
    const made = limit({ minutes: 1, most: perMinute, by: network, skip: (req) => isSite(req, req.ip), ...shared })
    handlers.set(perMinute, made)
    return made
  }
  // Creating the handler initialises its store.
  handler(PER_MINUTE.public)
  return {
    handler,
    admits: async (req) => {
      const address = proxyAddress(req, (_, hop) => hop < trustProxy)
      if (isSite(req, address)) return true
      const { totalHits } = await store.increment(ipKeyGenerator(address || 'unknown'))
      return totalHits <= PER_MINUTE.public
    },
  }
}

/** Runs handlers in sequence, as Express does, and returns whether all let the request pass. */
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
