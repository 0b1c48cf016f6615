import type { Credential } from './rateLimits.ts'

/** Routes of `/api` that are open without a login, as Payload routes them. */
const OPEN: { method: 'GET' | 'POST'; credential: Credential }[] = [
  { method: 'POST', credential: 'login' },
  { method: 'POST', credential: 'logout' },
  { method: 'POST', credential: 'forgot-password' },
  { method: 'POST', credential: 'reset-password' },
  { method: 'POST', credential: 'refresh-token' },
  { method: 'GET', credential: 'me' },
]

const OVERRIDES = ['x-http-method-override', 'x-payload-http-method-override']

/**
 * Whether a request overrides its method; Payload then reads the body as a query string, so it may be no longer than
 * one.
 */
export const asksForAnotherMethod = (headers: Record<string, unknown>): boolean =>
  OVERRIDES.some((name) => headers[name] !== undefined)

/**
 * Finds the open endpoint of `/api` that a request addresses, if any. Deny by default: the path must be spelled exactly
 * as listed, and a request that overrides its method is never open.
 *
 * @param args.path raw path, including `/api`
 * @param args.users slug of the collection of users
 */
export const openDoor = (args: {
  method: string
  path: string
  headers: Record<string, unknown>
  users: string
}): Credential | undefined => {
  if (asksForAnotherMethod(args.headers)) return undefined
  const method = args.method === 'HEAD' ? 'GET' : args.method
  return OPEN.find((door) => door.method === method && args.path === `/api/${args.users}/${door.credential}`)
    ?.credential
}

/** Payload would let anybody become the first administrator of an empty database here; denied for everyone. */
export const isFirstRegister = (path: string, users: string): boolean => {
  let plain = path
  try {
    plain = decodeURIComponent(path)
  } catch {
    // An undecodable path matches no route, here and in Payload.
  }
  return plain.toLowerCase().replace(/\/+/g, '/').startsWith(`/api/${users}/first-register`)
}
