import type { Config } from 'payload'
import pretty from 'pino-pretty'

const STDERR = 2

/**
 * One line an event, on standard error, so that what a command answers stands alone on standard output: JSON in
 * production, a line for people in demo mode.
 */
export const logger = (mode: 'demo' | 'production'): NonNullable<Config['logger']> => ({
  options: { level: 'info' },
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
