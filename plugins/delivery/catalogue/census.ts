import type { Sql } from './sql.ts'

/** A sitemap entry. */
export interface ListedUrl {
  /** Id of the live row. */
  id: number
  url: string
  updatedAt: string
  /** Languages it is written in, its first one first, separated by spaces. */
  locales: string
}

/** Counts over live documents. */
export interface Census {
  documents(collection: string, now: string): number
  /** The most recently inserted document with a value; it may have expired. */
  example(collection: string, name: string, value: string): number | undefined
  /** Time of the latest edition, ISO 8601. */
  lastPublication(): string | undefined
  /** URLs of live documents, earliest published first, so that listed URLs keep their position. */
  urls(request: { collection: string; now: string; offset: number; limit: number }): ListedUrl[]
}

export const takeCensus = (sql: () => Sql): Census => {
  const documents = (collection: string, now: string) =>
    sql().get<{ count: number }>(
      'SELECT count(*) AS count FROM live WHERE collection = ? AND (expires IS NULL OR expires > ?)',
      collection,
      now,
    )!.count

  return {
    documents,
    example: (collection, name, value) =>
      sql().get<{ live: number }>(
        'SELECT live FROM facets WHERE collection = ? AND name = ? AND value = ? ORDER BY live DESC LIMIT 1',
        collection,
        name,
        value,
      )?.live,
    lastPublication: () =>
      sql().get<{ at: string }>("SELECT at FROM log WHERE kind IN ('published', 'corrected') ORDER BY seq DESC LIMIT 1")
        ?.at,
    urls: ({ collection, now, offset, limit }) =>
      sql().all<ListedUrl>(
        `SELECT id, url, updated_at AS updatedAt, locales FROM live WHERE collection = ? AND (expires IS NULL OR expires > ?)
         ORDER BY published_at, document DESC LIMIT ? OFFSET ?`,
        collection,
        now,
        limit,
        offset,
      ),
  }
}
