/** The part of a window that runs work when the browser is idle. */
type Idle = Pick<Window, 'requestIdleCallback' | 'cancelIdleCallback'>

/** Work that waits for the browser to be idle, and need not. */
export interface IdleWork {
  /** Whether anything waits. */
  waits(): boolean
  /** Does all of it now, in the order in which it was asked for. */
  hurry(): void
}

/**
 * Takes note of what is asked to run when the browser is idle, so that it can be run earlier. Payload's rich text
 * editor hands what is typed to the form that way: on a busy machine, what was typed last is not in the form yet when
 * somebody presses its button.
 *
 * @param page gets functions of its own in place of the browser's, which they call
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
