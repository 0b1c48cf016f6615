import { type LookupAddress, lookup as resolveName } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isPublicAddress } from '../core/address.ts'

/** Finds all addresses of a name, as `dns.lookup` does. */
export type Resolve = (
  name: string,
  found: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/** Asks the operating system. */
export const systemResolve: Resolve = (name, found) => resolveName(name, { all: true, verbatim: true }, found)

/** Code of the error with which a name is refused that leads inside. */
export const LEADS_INSIDE = 'LEADS_INSIDE'

/**
 * Resolves a name for one connection, and refuses it when any of its addresses is not on the public internet. The
 * connection takes these addresses and asks no second time, so that a name cannot change in between (DNS rebinding).
 */
export const guardedLookup =
  (resolve: Resolve): LookupFunction =>
  (name, options, done) => {
    resolve(name, (error, addresses) => {
      if (error) return done(error, '')
      const [first] = addresses
      const isPublic = addresses.every(({ address }) => isPublicAddress(address))
      if (!first || !isPublic) return done(Object.assign(new Error(LEADS_INSIDE), { code: LEADS_INSIDE }), '')
      return options.all ? done(null, addresses) : done(null, first.address, first.family)
    })
  }
