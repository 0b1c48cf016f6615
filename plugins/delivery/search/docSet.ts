/**
 * A set of documents, one bit for each id of a live edition: those of 100,000 documents take 13 kB, and what two sets
 * share is found in microseconds.
 */
export type DocSet = Uint32Array

/** An empty set with room for ids up to one. */
export const emptySet = (highest: number): DocSet => new Uint32Array((highest >>> 5) + 1)

export const has = (set: DocSet, id: number): boolean => ((set[id >>> 5] ?? 0) & (1 << (id & 31))) !== 0

/** Puts an id into a set that has room for it. */
export const put = (set: DocSet, id: number): void => {
  set[id >>> 5]! |= 1 << (id & 31)
}

/** A copy with room for ids up to one. */
export const withRoom = (set: DocSet, highest: number): DocSet => {
  const wider = emptySet(highest)
  wider.set(set)
  return wider
}

/** The ids that stand in both. */
export const both = (one: DocSet, other: DocSet): DocSet => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  const shared = new Uint32Array(short.length)
  for (let at = 0; at < short.length; at += 1) shared[at] = short[at]! & long[at]!
  return shared
}

/** The ids that stand in at least one. */
export const either = (one: DocSet, other: DocSet): DocSet => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  const all = long.slice()
  for (let at = 0; at < short.length; at += 1) all[at]! |= short[at]!
  return all
}

/** The ids of one that do not stand in the other. */
export const without = (one: DocSet, other: DocSet): DocSet => {
  const rest = one.slice()
  const shared = Math.min(one.length, other.length)
  for (let at = 0; at < shared; at += 1) rest[at]! &= ~other[at]!
  return rest
}

/** Number of bits in a word of 32. */
const bitsIn = (word: number): number => {
  let bits = word - ((word >>> 1) & 0x55_55_55_55)
  bits = (bits & 0x33_33_33_33) + ((bits >>> 2) & 0x33_33_33_33)
  return Math.imul((bits + (bits >>> 4)) & 0x0f_0f_0f_0f, 0x01_01_01_01) >>> 24
}

/** How many ids stand in a set. */
export const sizeOf = (set: DocSet): number => {
  let size = 0
  for (let at = 0; at < set.length; at += 1) size += bitsIn(set[at]!)
  return size
}

/** How many ids stand in both. */
export const sizeOfBoth = (one: DocSet, other: DocSet): number => {
  const length = Math.min(one.length, other.length)
  let size = 0
  for (let at = 0; at < length; at += 1) size += bitsIn(one[at]! & other[at]!)
  return size
}

/** Calls back with each id, the highest first, which is that of the newest edition. */
export const visit = (set: DocSet, see: (id: number) => void): void => {
  for (let at = set.length - 1; at >= 0; at -= 1)
    for (let word = set[at]!; word !== 0; ) {
      const bit = 31 - Math.clz32(word)
      see(at * 32 + bit)
      word &= ~(1 << bit)
    }
}

/** The highest ids, which are those of the newest editions, highest first. */
export const newest = (set: DocSet, most = Number.POSITIVE_INFINITY): number[] => {
  const ids: number[] = []
  for (let at = set.length - 1; at >= 0; at -= 1)
    for (let word = set[at]!; word !== 0 && ids.length < most; ) {
      const bit = 31 - Math.clz32(word)
      ids.push(at * 32 + bit)
      word &= ~(1 << bit)
    }
  return ids
}
