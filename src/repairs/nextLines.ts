import { isNativeError } from 'node:util/types'
import { actionOutcome } from './actionOutcome.ts'

/** The part of a logger that is needed. */
interface Log {
  warn(line: { msg: string; err?: unknown }): void
  error(line: { msg: string; err?: unknown }): void
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are written with one
const COLOURS = /\u001b\[[\d;]*m/g

/**
 * Makes one line of the log of each thing that Next prints, which it does over many lines and past every logger. A call
 * that reached no function of ours failed over what it was given: the line of its request tells that, and a stack of
 * Next's own would hide faults of the server.
 *
 * @param printer what Next prints with
 */
export const nextLines = (log: Log, printer: Pick<Console, 'error' | 'warn'> = console): void => {
  const through =
    (level: 'error' | 'warn') =>
    (...said: unknown[]) => {
      const outcome = actionOutcome.getStore()
      if (outcome && outcome.name === undefined) return
      const err = said.find(isNativeError)
      const words = said.filter((one) => typeof one === 'string').map((one) => one.replace(COLOURS, ''))
      if (err) log[level]({ msg: 'the admin failed', err })
      else if (words.length) log[level]({ msg: words.join(' ') })
    }
  printer.error = through('error')
  printer.warn = through('warn')
}
