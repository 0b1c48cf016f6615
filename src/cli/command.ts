import type { ParseArgsConfig } from 'node:util'

/** What a command was called with. */
export interface Call {
  values: Record<string, string | boolean | (string | boolean)[] | undefined>
  positionals: string[]
  /** One fact: with `--json` the data as one line of JSON, else the lines for people. */
  print: (fact: { data: unknown; lines: string[] }) => void
}

/** One command of `congbo`, in a file of its own. */
export interface Command {
  /** One line for the list of commands. */
  summary: string
  /** How it is called and what its options mean. */
  usage: string
  options: NonNullable<ParseArgsConfig['options']>
  /**
   * Whether it takes words beside its options.
   * @default false
   */
  takesWords?: true
  /** 0: done, 1: failed. A command that goes on serving returns nothing. */
  run: (call: Call) => Promise<0 | 1 | undefined>
}

/** The command was called with something it does not take; its message says what it takes. */
export class WrongUse extends Error {
  override name = 'WrongUse'
}
