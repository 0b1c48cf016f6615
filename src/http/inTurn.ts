/** Does what is asked for one key in the order it came, one at a time; different keys do not wait for each other. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>

/**
 * A queue for each key, as long as somebody stands in it. What fails is told to who asked and holds nobody up.
 *
 * Payload keeps the sessions of a person in a list in their row, which each login and logout reads, changes and writes
 * back whole: of two at once the later would wipe out the session of the other. Holds within one process.
 */
export const inTurn = (): InTurn => {
  const last = new Map<string, Promise<unknown>>()
  return async (key, work) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work)
    const ended = mine.then(
      () => undefined,
      () => undefined,
    )
    last.set(key, ended)
    try {
      return await mine
    } finally {
      if (last.get(key) === ended) last.delete(key)
    }
  }
}
