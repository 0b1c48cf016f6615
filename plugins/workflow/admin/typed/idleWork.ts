/** The part of `window` that schedules idle work. */
type Idle = Pick<Window, 'requestIdleCallback' | 'cancelIdleCallback'>

/** Work that waits for the browser to be idle but may run earlier. */
export interface IdleWork {
  /** Whether any work is waiting. */
  waits(): boolean
  /** Runs all waiting work now, in the order of its requests. */
  hurry(): void
}

/**
 * Tracks work requested through `requestIdleCallback`, so that it can run earlier. Payload's rich text editor passes
 * typed text to the form that way. On a busy machine, the last words are not in the form yet when a button is pressed.
 *
 * @param page its two functions are replaced by wrappers that call the originals
 */
export const watchIdleWork = (page: Idle): IdleWork => {
  const waiting = new Map<number, IdleRequestCallback>()
  const ask = page.requestIdleCallback.bind(page)
  const cancel = page.cancelIdleCallback.bind(page)
  page.requestIdleCallback = (work, options) => {
    const handle = ask((deadline) => {
      waiting.delete(handle)
      work(deadline)
    }, options)
    waiting.set(handle, work)
    return handle
  }
  page.cancelIdleCallback = (handle) => {
    waiting.delete(handle)
    cancel(handle)
  }
  return {
    waits: () => waiting.size > 0,
    hurry: () => {
      for (const [handle, work] of [...waiting]) {
        waiting.delete(handle)
        cancel(handle)
        work({ didTimeout: true, timeRemaining: () => 0 })
      }
    },
  }
}
