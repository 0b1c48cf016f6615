/**
 * Makes answers forget a number that changes often: at once, then no sooner than `ms` later, and only while somebody
 * asks for it.
 */
export const watched = (args: { ms: number; forget: () => void }) => {
  let isAsked = false
  let hasChanged = false
  let pause: NodeJS.Timeout | undefined
  const changed = () => {
    hasChanged = true
    if (pause || !isAsked) return
    isAsked = false
    hasChanged = false
    args.forget()
    pause = setTimeout(() => {
      pause = undefined
      if (hasChanged) changed()
    }, args.ms)
    pause.unref()
  }
  return {
    /** Somebody is shown the number as it is now. */
    asked: () => {
      isAsked = true
    },
    changed,
    stop: () => clearTimeout(pause),
  }
}
