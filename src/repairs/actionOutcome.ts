import { AsyncLocalStorage } from 'node:async_hooks'

/** The outcome of a server function of the admin. */
export interface ActionOutcome {
  status?: number
  /** Name of the function that was reached; not set when Next could not parse the call. */
  name?: string
}

/** Next bundles a second copy of this module, so shared state is attached to the process. */
const KEY = Symbol.for('congbo.actionOutcome')
const shared = globalThis as { [KEY]?: AsyncLocalStorage<ActionOutcome> }

shared[KEY] ??= new AsyncLocalStorage()

/**
 * `next` 16.4.5 answers a server function with 200 when it returns and with 500 when it throws, regardless of the
 * cause. A function records its outcome here, and the wall in front of the admin sets the status of the response
 * accordingly.
 */
export const actionOutcome: AsyncLocalStorage<ActionOutcome> = shared[KEY]

/** Thrown by code on unacceptable input, but never by drivers or the network. */
const BARE = new Set(['Error', 'TypeError', 'RangeError', 'SyntaxError'])

/**
 * The status of a failure in a server function of the admin. Payload's functions reject unacceptable input with bare
 * errors, after the database has answered. Those are faults of the caller.
 */
export const statusOfFailure = (error: unknown): number => {
  const { status, name } = (error ?? {}) as { status?: unknown; name?: unknown }
  if (typeof status === 'number') return status
  return BARE.has(String(name)) ? 400 : 500
}
