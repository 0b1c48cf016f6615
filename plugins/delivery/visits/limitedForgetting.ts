/**
 * Makes answers forget a number that changes often, while somebody asks for it: at once as long as it changes now and
 * then, no more than once in `ms` when it changes all the time.
 *
 * @param args.burst how often at once
 */
export const limitedForgetting = (args: { ms: number; burst: number; forget: () => void }) => {
  let isShown = false
  let hasChanged = false
  let left = args.burst
  let refill: NodeJS.Timeout | undefined
  const changed = () => {
    hasChanged = true
    if (!isShown || left === 0) return
    left -= 1
    isShown = false
    hasChanged = false
    args.forget()
    again()
  }
  const again = () => {
    if (refill || left === args.burst) return
    refill = setTimeout(() => {
      refill = undefined
      left += 1
      if (hasChanged) changed()
      again()
    }, args.ms)
    refill.unref()
  }
  return {
    /** Somebody is shown the number as it is now. */
    shown: () => {
      isShown = true
    },
    changed,
    stop: () => clearTimeout(refill),
  }
}
