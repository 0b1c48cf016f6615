import type { Config } from 'payload'
import pretty from 'pino-pretty'
import { actionOutcome, statusOfFailure } from '../repairs/actionOutcome.ts'

const STDERR = 2
const ERROR = 50

/** What the client could mend itself: its code and status, or nothing when `logged` tells of something else. */
const clientsFault = (logged: unknown): { msg: string; code: string; status: number } | undefined => {
  const { err } = (logged ?? {}) as { err?: { status?: unknown; isPublic?: unknown; data?: { code?: unknown } | null } }
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

/** Characters that steer a terminal, or begin a line that nobody wrote, as they are written. */
const escaped = (text: string): string =>
  text.replace(/\p{Cc}/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

const withEscapedWords = (given: unknown): unknown => {
  if (typeof given === 'string') return escaped(given)
  const { msg } = (given ?? {}) as { msg?: unknown }
  return typeof msg === 'string' ? { ...(given as object), msg: escaped(msg) } : given
}

/**
 * One line an event, on standard error, so that what a command answers stands alone on standard output: JSON in
 * production, a line for people in demo mode. What a client did wrong is one line without a stack, which would hide
 * faults of the server, and without the sentence, which may hold what a person typed.
 */
export const logger = (mode: 'demo' | 'production'): NonNullable<Config['logger']> => ({
  options: {
    level: 'info',
    hooks: {
      logMethod(args, method, level) {
        const callers = level >= ERROR ? callersFault(args[0]) : undefined
        const refused = level >= ERROR ? (clientsFault(args[0]) ?? callers) : undefined
        if (refused) this.info(refused)
        else method.apply(this, args.map(withEscapedWords) as typeof args)
      },
    },
  },
  destination:
    mode === 'production'
      ? process.stderr
      : pretty({
          colorize: process.stderr.isTTY,
          destination: STDERR,
          ignore: 'pid,hostname,name',
          singleLine: true,
          sync: true,
          translateTime: 'SYS:HH:MM:ss',
        }),
})
