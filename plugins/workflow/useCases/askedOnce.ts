import type { Payload } from 'payload'

/** Share of a process's time that reading one thing may take, however many people ask. */
const SHARE = 0.05

interface Kept {
  value: Promise<unknown>
  /** By `performance.now()`; everybody who asks until then gets the same. */
  until: number
}
/** Stored on the Payload instance, because Next bundles a second copy of this module into the same process. */
const KEPT = Symbol.for('congbo.workflow.askedOnce')

/** What is read for the list of texts under an old workflow. */
export const OUTDATED = 'outdated'

type Holder = Payload & { [KEPT]?: Map<string, Kept> }

/** Lets the next who ask read anew, because somebody changed what was read. */
export const askAnew = (payload: Payload, name: string): void => {
  ;(payload as Holder)[KEPT]?.delete(name)
}

/**
 * Reads something that is the same for everybody. All who ask while it is read, and for some twenty times as long
 * afterwards, get the same: a small office sees what was done a moment ago, and a large one does not wait for its own
 * home page.
 *
 * @param name of what is read, with all that it depends on
 */
export const askedOnce = <T>(payload: Payload, name: string, read: () => Promise<T>): Promise<T> => {
  const holder = payload as Holder
  holder[KEPT] ??= new Map()
  const all = holder[KEPT]
  const began = performance.now()
  const before = all.get(name)
  if (before && before.until > began) return before.value as Promise<T>
  const value = read()
  const kept: Kept = { value, until: Number.POSITIVE_INFINITY }
  all.set(name, kept)
  const settle = (share: number) => {
    const ended = performance.now()
    kept.until = ended + (ended - began) * share
  }
  value.then(
    () => settle(1 / SHARE - 1),
    () => settle(0),
  )
  return value
}
