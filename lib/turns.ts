/** Bounded queue with limited concurrency and fair scheduling, so that nobody blocks everybody else. */
export interface Turns {
  /**
   * Reserves a place for a person, and releases it when the work is done.
   *
   * @returns the work's result; `full` at once when all places are taken, `share` when the person has used up their
   * share
   */
  place<T>(person: string, work: () => Promise<T>): Promise<{ done: T } | { refused: 'full' | 'share' }>
  /**
   * Waits for a turn among those who hold a place. The person whose last turn is longest ago goes first, then first
   * come, first served.
   */
  turn<T>(person: string, work: () => Promise<T>): Promise<T>
}

/**
 * @param args.places maximum number of running and waiting items
 * @param args.share how many of them one person may hold
 * @param args.atOnce how many have a turn at the same time
 */
export const turns = (args: { places: number; share: number; atOnce: number }): Turns => {
  const { places, share, atOnce } = args
  const held = new Map<string, number>()
  /** Sequence number of each person's last turn, while they hold a place. */
  const lastTurn = new Map<string, number>()
  const waiting: { person: string; begin: () => void }[] = []
  let taken = 0
  let running = 0
  let begun = 0

  const holdOf = (person: string) => held.get(person) ?? 0
  const next = () => {
    const since = waiting.map(({ person }) => lastTurn.get(person) ?? 0)
    return waiting.splice(since.indexOf(Math.min(...since)), 1)[0]
  }
  const begins = (person: string) => {
    begun += 1
    lastTurn.set(person, begun)
  }
  return {
    place: async (person, work) => {
      // Check the person's own share first, because that tells them what to wait for.
      if (holdOf(person) === share) return { refused: 'share' }
      if (taken === places) return { refused: 'full' }
      taken += 1
      held.set(person, holdOf(person) + 1)
      try {
        return { done: await work() }
      } finally {
        taken -= 1
        held.set(person, holdOf(person) - 1)
        if (!holdOf(person)) for (const known of [held, lastTurn]) known.delete(person)
      }
    },
    turn: async (person, work) => {
      if (running === atOnce) await new Promise<void>((begin) => waiting.push({ person, begin }))
      else {
        running += 1
        begins(person)
      }
      try {
        return await work()
      } finally {
        // Pass this turn directly to the next in line, so that a newcomer cannot take it.
        const following = next()
        if (following) {
          begins(following.person)
          following.begin()
        } else running -= 1
      }
    },
  }
}
