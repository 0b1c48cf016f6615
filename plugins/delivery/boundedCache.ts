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

export const boundedCache = <Value>(mostBytes: number): BoundedCache<Value> => {
  const entries = new Map<string, { value: Value; bytes: number }>()
  let held = 0
  const drop = (key: string) => {
    held -= entries.get(key)?.bytes ?? 0
    entries.delete(key)
  }
  return {
    get: (key) => {
      const entry = entries.get(key)
      if (!entry) return undefined
      // A map keeps the order of insertion: what was used last goes to the end.
      entries.delete(key)
      entries.set(key, entry)
      return entry.value
    },
    set: (key, value, bytes) => {
      drop(key)
      const cost = bytes + key.length * 2 + OVERHEAD
      if (cost > mostBytes / 8) return
      entries.set(key, { value, bytes: cost })
      held += cost
      for (const oldest of entries.keys()) {
        if (held <= mostBytes) break
        drop(oldest)
      }
    },
    clear: () => {
      entries.clear()
      held = 0
    },
    get bytes() {
      return held
    },
  }
}
