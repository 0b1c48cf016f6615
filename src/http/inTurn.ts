/** Runs work for one key in order, one at a time; different keys do not wait for each other. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>

/**
 * A queue per key, which exists only while it is in use. An error reaches its caller and does not block the queue.
 *
 * Payload keeps a user's sessions in a list in their row, which each login and logout reads, modifies and writes back.
 * Of two concurrent ones, the later would overwrite the session of the other. Works within one process.
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
