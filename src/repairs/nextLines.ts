import { isNativeError } from 'node:util/types'
import { actionOutcome } from './actionOutcome.ts'

/** The part of a logger that is used. */
interface Log {
  warn(line: { msg: string; err?: unknown }): void
  error(line: { msg: string; err?: unknown }): void
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are written with one
const COLOURS = /\u001b\[[\d;]*m/g

/**
 * `next` 16.4.5 prints failures over many coloured lines with `console`, and accepts no logger. This turns each of them
 * into one line of the log. A call that reached no server function is omitted: its request has a log line, and a stack
 * of Next's internals would hide faults of the server.
 *
 * @param printer the console that Next prints with
 */
export const nextLines = (log: Log, printer: Pick<Console, 'error' | 'warn'> = console): void => {
  const logAt =
    (level: 'error' | 'warn') =>
    (...printed: unknown[]) => {
      const outcome = actionOutcome.getStore()
      if (outcome && outcome.name === undefined) return
      const err = printed.find(isNativeError)
      const words = printed.filter((one) => typeof one === 'string').map((one) => one.replace(COLOURS, ''))
      if (err) log[level]({ msg: 'the admin failed', err })
      else if (words.length) log[level]({ msg: words.join(' ') })
    }
  printer.error = logAt('error')
  printer.warn = logAt('warn')
}
