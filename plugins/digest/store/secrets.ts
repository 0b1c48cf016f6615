import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Payload } from 'payload'

/** Derived keys, by system: deriving one takes longer than using it. */
const derived = new WeakMap<Payload, Map<string, Buffer>>()

/** A key of the system's own secret, for one purpose. */
export const keyFor = (payload: Payload, purpose: string): Buffer => {
  const keys = derived.get(payload) ?? new Map<string, Buffer>()
  derived.set(payload, keys)
  const key = keys.get(purpose) ?? Buffer.from(hkdfSync('sha256', payload.secret, '', `congbo digest ${purpose}`, 32))
  keys.set(purpose, key)
  return key
}

const keyed = (payload: Payload, purpose: string, value: string): string =>
  createHmac('sha256', keyFor(payload, purpose)).update(value).digest('hex')

/** Replaces an address where it must not be stored; not reversible without the system's secret. */
export const addressHmac = (payload: Payload, emailKey: string): string => keyed(payload, 'address', emailKey)

/** Public identifier of a delivery (Message-ID, envelope): the same for every attempt, and opaque. */
export const deliveryId = (payload: Payload, key: string): string => keyed(payload, 'delivery', key).slice(0, 32)

/** 128 random bits, 32 hexadecimal digits. */
export const randomRef = (): string => randomBytes(16).toString('hex')

/** A secret token for a link: 160 random bits, safe in a path. */
export const newToken = (): string => randomBytes(20).toString('hex')

/** Stored form of a token. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')
