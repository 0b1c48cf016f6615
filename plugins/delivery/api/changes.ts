/** More tags than this are not told apart: what was read before is then taken as touched. */
const MOST_TAGS = 100_000

/** Remembers which tags were touched when, so that an answer can be asked for whether it still holds. */
export interface Changes {
  /** Number of the last change. */
  now(): number
  touch(tags: Iterable<string>): void
  /** Touches every tag there is. */
  touchAll(): void
  /** Whether none of these tags was touched after a change of that number. */
  hold(reads: readonly string[], since: number): boolean
}

/**
 * The cost of a change does not depend on the number of answers: each is asked when somebody wants it again.
 *
 * @param most tags that are remembered
 * @default a hundred thousand, some ten megabytes
 */
export const changes = (most = MOST_TAGS): Changes => {
  let last = 0
  /** Number of the last change that touched everything, or that nothing is known about any more. */
  let whole = 0
  const touched = new Map<string, number>()
  const touchAll = () => {
    last += 1
    whole = last
    touched.clear()
  }
  return {
    now: () => last,
    touchAll,
    touch: (tags) => {
      last += 1
      for (const tag of tags) touched.set(tag, last)
      if (touched.size > most) touchAll()
    },
    hold: (reads, since) =>
      since === last || (since >= whole && reads.every((tag) => (touched.get(tag) ?? 0) <= since)),
  }
}
