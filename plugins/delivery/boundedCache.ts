import { LRUCache } from 'lru-cache'

/** LRU cache bounded by bytes. */
export interface BoundedCache<Value> {
  get(key: string): Value | undefined
  /** @param bytes approximate size; an entry larger than an eighth of the capacity is not stored */
  set(key: string, value: Value, bytes: number): void
  delete(key: string): void
  clear(): void
}

/** Overhead of an entry in bytes. */
const OVERHEAD = 200

export const boundedCache = <Value extends NonNullable<unknown>>(mostBytes: number): BoundedCache<Value> => {
  const entries = new LRUCache<string, Value>({ maxSize: mostBytes, maxEntrySize: Math.floor(mostBytes / 8) })
  return {
    get: (key) => entries.get(key),
    set: (key, value, bytes) => void entries.set(key, value, { size: Math.ceil(bytes) + key.length * 2 + OVERHEAD }),
    delete: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  }
}
