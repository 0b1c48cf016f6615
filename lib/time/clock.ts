/**
 * The only source of "now" in the system. Everything that needs the time takes a `Clock`, so that tests can stand
 * at a boundary (midnight, a lease's end, Tết) instead of waiting for it.
 */
export interface Clock {
  now(): Date
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still until told otherwise; for tests and for `--at` on the command line. */
export const fixedClock = (instant: string | Date): Clock & { set(instant: string | Date): void } => {
  let current = new Date(instant)
  return {
    now: () => new Date(current),
    set: (next) => {
      current = new Date(next)
    },
  }
}
