import type { Payload } from 'payload'
import type { Fault } from '../core/trust.ts'

const MOST = 1_000

/** Stored on the Payload instance, because Next bundles a second copy of this module into the same process. */
const FAULTS = Symbol.for('congbo.publications.faults')
const faultsOf = (payload: Payload): Map<string, Fault> => {
  const holder = payload as Payload & { [FAULTS]?: Map<string, Fault> }
  holder[FAULTS] ??= new Map()
  return holder[FAULTS]
}

const nameOf = ({ store, place }: Fault) => `${store} ${place}`

/** Reports faults that a reader found. Each is logged once and kept until it is repaired or the process ends. */
export const noteFaults = (payload: Payload, faults: readonly Fault[]): void => {
  const known = faultsOf(payload)
  for (const fault of faults) {
    if (known.has(nameOf(fault)) || known.size >= MOST) continue
    known.set(nameOf(fault), fault)
    payload.logger.error({ msg: 'something that is public is not as it was written; it is set aside', ...fault })
  }
}

/** Faults found by readers in this process, earliest first. */
export const knownFaults = (payload: Payload): Fault[] => [...faultsOf(payload).values()]

/** Removes faults that have been repaired. */
export const forgetFaults = (payload: Payload, mended: readonly Fault[]): void => {
  for (const fault of mended) faultsOf(payload).delete(nameOf(fault))
}
