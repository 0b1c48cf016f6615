/** CPU time that is acceptable regardless of growth. Load on the machine does not increase it. */
const MOST_MS = 400
/**
 * A tenth of a text takes a tenth of the time if time is linear, a hundredth if it is quadratic. Texts of megabytes leave
 * the caches of a processor, which alone makes linear work up to thirty times as long.
 */
const TENTH = 10
const MOST_GROWTH = 50
const TRIES = 3

const millisecondsOf = (run: () => unknown): number => {
  const before = process.cpuUsage()
  try {
    run()
  } catch (error) {
    if (!(error instanceof RangeError) || /call stack/i.test(error.message)) throw error
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** @param enough stops early when a try takes no longer than this */
const least = (run: () => unknown, enough = 0): number => {
  let best = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < TRIES && best > enough; tries += 1) best = Math.min(best, millisecondsOf(run))
  return best
}

/**
 * Whether reading a text takes long and grows faster than the text.
 *
 * @param of makes a text of this many characters
 * @returns the time in whole milliseconds, if so
 */
export const outgrows = (
  read: (text: string) => unknown,
  of: (length: number) => string,
  length: number,
): number | undefined => {
  const text = of(length)
  const took = least(() => read(text), MOST_MS)
  if (took <= MOST_MS) return undefined
  const shorter = of(Math.ceil(length / TENTH))
  return took > MOST_GROWTH * least(() => read(shorter)) ? Math.round(took) : undefined
}
