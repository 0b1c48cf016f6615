/**
 * Rate-limits cache invalidation for a number that changes often, and invalidates only if the number was shown.
 * Occasional changes invalidate at once; constant changes at most once in `ms`.
 *
 * @param args.burst number of immediate invalidations
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
    /** Records that a response shows the current number. */
    shown: () => {
      isShown = true
    },
    changed,
    stop: () => clearTimeout(refill),
  }
}
