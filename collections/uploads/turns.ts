/** Runs work for whose place there is, and a few at once. */
export interface Turns {
  /** Takes a place; gives it back when the work is done. @returns `undefined` at once when there is none */
  place<T>(work: () => Promise<T>): Promise<T | undefined>
  /** Waits for its turn among those who hold a place, first come, first served. */
  turn<T>(work: () => Promise<T>): Promise<T>
}

/**
 * @param args.places how many may be under way or wait
 * @param args.atOnce how many have their turn at the same time
 */
export const turns = ({ places, atOnce }: { places: number; atOnce: number }): Turns => {
  let taken = 0
  let running = 0
  const waiting: (() => void)[] = []
  return {
    place: async (work) => {
      if (taken === places) return undefined
      taken += 1
      try {
        return await work()
      } finally {
        taken -= 1
      }
    },
    turn: async (work) => {
      if (running === atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
      else running += 1
      try {
        return await work()
      } finally {
        // Who is next takes over this turn, so that nobody who comes now can take it first.
        const next = waiting.shift()
        if (next) next()
        else running -= 1
      }
    },
  }
}
