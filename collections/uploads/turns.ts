/** Runs work for whose place there is, and a few at once; nobody's work keeps out everybody else's. */
export interface Turns {
  /**
   * Takes a place for a person; gives it back when the work is done.
   *
   * @returns the work's result; `full` at once when all places are taken, `share` when the person has theirs
   */
  place<T>(person: string, work: () => Promise<T>): Promise<{ done: T } | { refused: 'full' | 'share' }>
  /** Waits for its turn among those who hold a place: whose last turn lies longest back goes first, then who came first. */
  turn<T>(person: string, work: () => Promise<T>): Promise<T>
}

/**
 * @param args.places how many may be under way or wait
 * @param args.share how many of them one person may hold
 * @param args.atOnce how many have their turn at the same time
 */
export const turns = (args: { places: number; share: number; atOnce: number }): Turns => {
  const { places, share, atOnce } = args
  const held = new Map<string, number>()
  /** Number of each person's last turn, as long as they hold a place. */
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
      // The person's own share first: who is told of it knows what to wait for.
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
        // Who is next takes over this turn, so that nobody who comes now can take it first.
        const following = next()
        if (following) {
          begins(following.person)
          following.begin()
        } else running -= 1
      }
    },
  }
}
