import { LRUCache } from 'lru-cache'

/** A store that forgets what was used longest ago as soon as it holds more bytes than it may. */
export interface BoundedCache<Value> {
  get(key: string): Value | undefined
  /** @param bytes what the entry takes, roughly; one larger than an eighth of the whole is not kept */
  set(key: string, value: Value, bytes: number): void
  clear(): void
  /** Bytes held now. */
  readonly bytes: number
}

/** What an entry costs beside its own bytes. */
const OVERHEAD = 200

export const boundedCache = <Value extends NonNullable<unknown>>(mostBytes: number): BoundedCache<Value> => {
  const entries = new LRUCache<string, Value>({ maxSize: mostBytes, maxEntrySize: Math.floor(mostBytes / 8) })
  return {
    get: (key) => entries.get(key),
    set: (key, value, bytes) => void entries.set(key, value, { size: Math.ceil(bytes) + key.length * 2 + OVERHEAD }),
    clear: () => entries.clear(),
    get bytes() {
      return entries.calculatedSize
    },
  }
}
