import type { Config } from 'payload'
import pretty from 'pino-pretty'

const STDERR = 2
const ERROR = 50

/** What the client could mend itself: its code and status, or nothing when `logged` tells of something else. */
const clientsFault = (logged: unknown): { msg: string; code: string; status: number } | undefined => {
  const { err } = (logged ?? {}) as { err?: { status?: unknown; isPublic?: unknown; data?: { code?: unknown } | null } }
  if (!err?.isPublic || typeof err.status !== 'number' || err.status < 400 || err.status >= 500) return undefined
  return { msg: 'refused', code: typeof err.data?.code === 'string' ? err.data.code : 'CLIENT', status: err.status }
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
        const refused = level >= ERROR ? clientsFault(args[0]) : undefined
        if (refused) this.info(refused)
        else method.apply(this, args)
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
