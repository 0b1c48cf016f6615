/**
 * The only source of the current time in the system. Code that needs the time takes a `Clock`, so that tests can set it
 * to a boundary (midnight, the end of a lease, Tết) instead of waiting for it.
 */
export interface Clock {
  now(): Date
}

/** The system clock. */
export const systemClock: Clock = { now: () => new Date() }

/** A clock that only moves when set; for tests and for `--at` on the command line. */
export const fixedClock = (instant: string | Date): Clock & { set(instant: string | Date): void } => {
  let current = new Date(instant)
  return {
    now: () => new Date(current),
    set: (next) => {
      current = new Date(next)
    },
  }
}
