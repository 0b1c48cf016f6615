import { boundedCache } from '../boundedCache.ts'
import type { Sql, SqlValue } from '../catalogue/sql.ts'
import { type DocSet, emptySet, put, withRoom } from './docSet.ts'

const CACHE_BYTES = 32 * 1024 * 1024
const COMMA = 44
const ZERO = 48

/** Puts the ids of a list such as `3,17,40` into a set that has room for them. */
const putListed = (set: DocSet, listed: string): void => {
  if (!listed) return
  let id = 0
  for (let at = 0; at < listed.length; at += 1) {
    const code = listed.charCodeAt(at)
    if (code === COMMA) {
      put(set, id)
      id = 0
    } else id = id * 10 + code - ZERO
  }
  put(set, id)
}

/** `2024-05-08` as 20240508. */
const dayNumber = (day: string): number => Number(day.replaceAll('-', ''))

/** What holds for some documents: a condition that a live edition meets from its first day to its last. */
const CONDITIONS = {
  match: 'SELECT group_concat(rowid) AS ids FROM search WHERE search MATCH ? AND rowid > CAST(? AS INTEGER)',
  collection: 'SELECT group_concat(id) AS ids FROM live WHERE collection = ? AND id > ?',
  facet: 'SELECT group_concat(live) AS ids FROM facets WHERE collection = ? AND name = ? AND value = ? AND live > ?',
} as const
export type Condition = keyof typeof CONDITIONS

/** The documents that meet conditions, kept from one question to the next. */
export interface DocSets {
  /** Every live document. */
  live(): DocSet
  /** Documents that meet a condition; may hold such as are no longer live. Not to be changed. */
  meeting(condition: Condition, ...values: string[]): DocSet
  /** Documents whose date lies within inclusive bounds, `YYYY-MM-DD`; may hold such as are no longer live. */
  dated(from: string | undefined, to: string | undefined): DocSet
  /** Documents that have expired by an instant, ISO 8601. */
  expiredBy(now: string): DocSet
  /** @param what `counts` when documents came and went, `everything` when the file was replaced */
  forget(what: 'counts' | 'everything'): void
}

/**
 * Rows of live editions are written and deleted, never changed, and their ids only grow. So a set that was read once is
 * brought up to date by what is newer.
 */
export const docSets = (sql: () => Sql): DocSets => {
  const known = boundedCache<{ set: DocSet; upTo: number }>(CACHE_BYTES)
  /** Highest id so far; read again after a change. */
  let highest: number | undefined
  let live: DocSet | undefined
  const highestId = (): number => {
    highest ??= sql().get<{ id: number | null }>("SELECT seq AS id FROM sqlite_sequence WHERE name = 'live'")?.id ?? 0
    return highest
  }
  const listed = (text: string, ...values: SqlValue[]) => sql().get<{ ids: string | null }>(text, ...values)?.ids ?? ''

  /** Date by id, as a number; 0 without one. */
  let days = new Int32Array(0)
  const readDays = () => {
    if (days.length > highestId()) return
    const [before, upTo] = [days, highestId()]
    days = new Int32Array(upTo + 1)
    days.set(before)
    const rows = listed("SELECT group_concat(id || ' ' || date) AS ids FROM live WHERE id > ?", before.length - 1)
    for (const row of rows.split(',')) {
      const space = row.indexOf(' ')
      if (space > 0) days[Number(row.slice(0, space))] = dayNumber(row.slice(space + 1))
    }
  }

  return {
    live: () => {
      if (live) return live
      const set = emptySet(highestId())
      putListed(set, listed('SELECT group_concat(id) AS ids FROM live'))
      live = set
      return set
    },
    dated: (from, to) => {
      readDays()
      const [least, most] = [from ? dayNumber(from) : 0, to ? dayNumber(to) : Number.POSITIVE_INFINITY]
      const set = emptySet(days.length)
      for (let id = 0; id < days.length; id += 1) if (days[id]! >= least && days[id]! <= most) put(set, id)
      return set
    },
    expiredBy: (now) => {
      const set = emptySet(highestId())
      putListed(set, listed('SELECT group_concat(id) AS ids FROM live WHERE expires <= ?', now))
      return set
    },
    meeting: (condition, ...values) => {
      const key = [condition, ...values].join('\n')
      const upTo = highestId()
      const before = known.get(key)
      if (before && before.upTo >= upTo) return before.set
      const set = before ? withRoom(before.set, upTo) : emptySet(upTo)
      putListed(set, listed(CONDITIONS[condition], ...values, before?.upTo ?? 0))
      known.set(key, { set, upTo }, set.byteLength)
      return set
    },
    forget: (what) => {
      highest = undefined
      live = undefined
      if (what !== 'everything') return
      known.clear()
      days = new Int32Array(0)
    },
  }
}
