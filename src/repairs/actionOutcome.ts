import { AsyncLocalStorage } from 'node:async_hooks'

/** What became of a server function of the admin. */
export interface ActionOutcome {
  status?: number
  /** The function that was reached; none when Next could not make out what it was given. */
  name?: string
}

/** Next bundles a second copy of this module, so what both must see hangs on the process. */
const KEY = Symbol.for('congbo.actionOutcome')
const shared = globalThis as { [KEY]?: AsyncLocalStorage<ActionOutcome> }

shared[KEY] ??= new AsyncLocalStorage()

/**
 * `next` 16.4.5 answers a server function with 200 when it returns and with 500 when it throws, whoever is at fault.
 * Here a function leaves what became of the request that is being answered, and the wall before the admin gives the
 * answer that status.
 */
export const actionOutcome: AsyncLocalStorage<ActionOutcome> = shared[KEY]

/** What code throws that was given something it does not take, and drivers and networks never. */
const BARE = new Set(['Error', 'TypeError', 'RangeError', 'SyntaxError'])

/**
 * The status of a failure within a server function of the admin. Payload's functions answer what they were given and
 * cannot take with bare errors, after the database has answered; those are the caller's.
 */
export const statusOfFailure = (error: unknown): number => {
  const { status, name } = (error ?? {}) as { status?: unknown; name?: unknown }
  if (typeof status === 'number') return status
  return BARE.has(String(name)) ? 400 : 500
}
