import type { Credential } from './rateLimits.ts'

/** What `/api` answers without a login, as Payload routes it. */
const OPEN: { method: 'GET' | 'POST'; credential: Credential }[] = [
  { method: 'POST', credential: 'login' },
  { method: 'POST', credential: 'logout' },
  { method: 'POST', credential: 'forgot-password' },
  { method: 'POST', credential: 'reset-password' },
  { method: 'POST', credential: 'refresh-token' },
  { method: 'GET', credential: 'me' },
]

const OVERRIDES = ['x-http-method-override', 'x-payload-http-method-override']

/** Whether a request asks to be taken for one of another method; its body is then an address, and no longer than one. */
export const asksForAnotherMethod = (headers: Record<string, unknown>): boolean =>
  OVERRIDES.some((name) => headers[name] !== undefined)

/**
 * Says which of the few open doors of `/api` a request stands before, if any. Everything is closed that is not spelled
 * exactly as listed; a request that asks to be taken for another method is never open.
 *
 * @param args.path path as it was sent, with `/api`
 * @param args.users slug of the collection of people
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

/** Payload would let anybody become the first administrator of an empty database here; it stays shut, for everyone. */
export const isFirstRegister = (path: string, users: string): boolean => {
  let plain = path
  try {
    plain = decodeURIComponent(path)
  } catch {
    // A path that cannot be decoded matches nothing, here and in Payload.
  }
  return plain.toLowerCase().replace(/\/+/g, '/').startsWith(`/api/${users}/first-register`)
}
