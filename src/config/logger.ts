import type { Config } from 'payload'
import pretty, { type PrettyOptions } from 'pino-pretty'
import { FAULTS } from '../portal/faults.ts'
import { actionOutcome, statusOfFailure } from '../repairs/actionOutcome.ts'
import { isClientError } from '../repairs/clientErrors.ts'
import { escaped, loggedError } from './loggedError.ts'

const STDERR = 2
const ERROR = 50

/** What the client could mend itself: its code and status, or nothing when `logged` tells of something else. */
const clientsFault = (logged: unknown): { msg: string; code: string; status: number } | undefined => {
  const { err, msg } = (logged ?? {}) as {
    err?: { status?: unknown; isPublic?: unknown; data?: { code?: unknown } | null }
    msg?: unknown
  }
  // No database could answer what was asked, and the client is told so. Payload logs the errors of requests without
  // words; whatever else fails in this way is a fault of ours.
  if (err && msg === undefined && isClientError(err, undefined)) {
    const { code, status } = FAULTS.unusableValue
    return { msg: 'refused', code, status }
  }
  if (!err?.isPublic || typeof err.status !== 'number' || err.status < 400 || err.status >= 500) return undefined
  return { msg: 'refused', code: typeof err.data?.code === 'string' ? err.data.code : 'CLIENT', status: err.status }
}

/** The same for what a server function of the admin was given, which then is the status of its answer. */
const callersFault = (logged: unknown): { msg: string; function?: string; status: number } | undefined => {
  const outcome = actionOutcome.getStore()
  const { err } = (logged ?? {}) as { err?: unknown }
  if (!outcome || !err) return undefined
  const status = statusOfFailure(err)
  outcome.status ??= status
  return status < 500 ? { msg: 'refused', function: outcome.name, status } : undefined
}

const isErrorLike = (given: unknown): boolean => given instanceof Error || given instanceof DOMException

/** What is logged, with escaped words, and of errors only what may be kept. */
const safe = (given: unknown): unknown => {
  if (typeof given === 'string') return escaped(given)
  if (isErrorLike(given)) return safe({ err: given })
  if (given === null || typeof given !== 'object') return given
  const { err, msg, ...rest } = given as { err?: unknown; msg?: unknown }
  const error = err === undefined ? undefined : loggedError(err)
  const words = typeof msg === 'string' ? escaped(msg) : error?.message
  return { ...rest, ...(error ? { err: error } : {}), ...(words === undefined ? {} : { msg: words }) }
}

/** How a line is printed for people. */
export const FOR_PEOPLE: PrettyOptions = {
  errorLikeObjectKeys: [],
  ignore: 'pid,hostname,name',
  singleLine: true,
  translateTime: 'SYS:HH:MM:ss',
}

/**
 * One line an event, on standard error, so that what a command answers stands alone on standard output: JSON in
 * production, a line for people in demo mode. What a client did wrong is one line without a stack, which would hide
 * faults of the server, and without the sentence, which may hold what a person typed. Faults of the server keep their
 * stack, without the values that a driver repeats in its messages.
 */
export const logger = (mode: 'demo' | 'production'): NonNullable<Config['logger']> => ({
  options: {
    level: 'info',
    // `safe` has made them plain; pino would take them for errors again.
    // The lines for people print an error under this key over many lines; `safe` leaves none there.
    errorKey: 'thrown',
    serializers: { err: (error: unknown) => error },
    hooks: {
      logMethod(args, method, level) {
        const callers = level >= ERROR ? callersFault(args[0]) : undefined
        const refused = level >= ERROR ? (clientsFault(args[0]) ?? callers) : undefined
        if (refused) this.info(refused)
        else method.apply(this, args.map(safe) as typeof args)
      },
    },
  },
  destination:
    mode === 'production'
      ? process.stderr
      : pretty({ ...FOR_PEOPLE, colorize: process.stderr.isTTY, destination: STDERR, sync: true }),
})
