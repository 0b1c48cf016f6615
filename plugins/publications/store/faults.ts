import type { Payload } from 'payload'
import type { Fault } from '../core/trust.ts'

const MOST = 1_000

/** Held on the Payload instance: Next bundles a second copy of this module into the same process. */
const FAULTS = Symbol.for('congbo.publications.faults')
const faultsOf = (payload: Payload): Map<string, Fault> => {
  const holder = payload as Payload & { [FAULTS]?: Map<string, Fault> }
  holder[FAULTS] ??= new Map()
  return holder[FAULTS]
}

const nameOf = ({ store, place }: Fault) => `${store} ${place}`

/** Tells people of faults that a reader met: each is logged once and known until the process ends or it is mended. */
export const noteFaults = (payload: Payload, faults: readonly Fault[]): void => {
  const known = faultsOf(payload)
  for (const fault of faults) {
    if (known.has(nameOf(fault)) || known.size >= MOST) continue
    known.set(nameOf(fault), fault)
    payload.logger.error({ msg: 'something that is public is not as it was written; it is set aside', ...fault })
  }
}

/** What readers in this process found not to be as it was written, the earliest first. */
export const knownFaults = (payload: Payload): Fault[] => [...faultsOf(payload).values()]

/** Takes faults back that were mended since. */
export const forgetFaults = (payload: Payload, mended: readonly Fault[]): void => {
  for (const fault of mended) faultsOf(payload).delete(nameOf(fault))
}
