import { type DocumentState, type JsonObject, localise } from '../../publications/index.ts'
import { type BoundedCache, boundedCache } from '../boundedCache.ts'
import { isLong, type ProjectionRules } from './project.ts'
import type { Sql } from './sql.ts'

/** A document with its live edition. */
export interface LiveDocument {
  id: number
  state: DocumentState
  /** Locales it is written in, its first one first. */
  locales: string[]
}

interface StoredRow {
  id: number
  state: string
  locales: string
}

/** Live documents and their fields, kept in memory within bounds. */
export interface Documents {
  byId(id: number): LiveDocument | undefined
  byKey(collection: string, document: string, now: string): LiveDocument | undefined
  /** Fields that lists show, in one of the document's locales. */
  light(document: LiveDocument, locale: string): JsonObject
  /** Long fields, in one of the document's locales. */
  long(document: LiveDocument, locale: string): JsonObject
  /** All public fields in all locales. */
  whole(document: LiveDocument): JsonObject
  /** Clears what is kept, because the file was replaced. */
  forget(): void
}

/** Estimated memory of parsed JSON, relative to its text. */
const PARSED = 3
const ROW_CACHE_BYTES = 48 * 1024 * 1024

/**
 * Reads live documents from the catalogue.
 *
 * @param sql returns the current file, because a rebuild replaces it
 */
export const readDocuments = (sql: () => Sql, rules: Readonly<Record<string, ProjectionRules>>): Documents => {
  // Ids are never reused within a file and a new edition is a new row, so cached rows never become stale.
  const rows: BoundedCache<LiveDocument> = boundedCache(ROW_CACHE_BYTES / 8)
  const parsed: BoundedCache<JsonObject> = boundedCache(ROW_CACHE_BYTES)

  const keep = (row: StoredRow): LiveDocument => {
    const document = {
      id: row.id,
      state: JSON.parse(row.state) as DocumentState,
      locales: row.locales ? row.locales.split(' ') : [],
    }
    rows.set(String(row.id), document, row.state.length * PARSED)
    return document
  }
  const byId = (id: number) => {
    const cached = rows.get(String(id))
    if (cached) return cached
    const row = sql().get<StoredRow>('SELECT id, state, locales FROM live WHERE id = ?', id)
    return row && keep(row)
  }
  const byKey = (collection: string, document: string, now: string) => {
    const found = sql().get<{ id: number }>(
      'SELECT id FROM live WHERE collection = ? AND document = ? AND (expires IS NULL OR expires > ?)',
      collection,
      document,
      now,
    )
    return found && byId(found.id)
  }
  const whole = (document: LiveDocument): JsonObject => {
    const key = `${document.id}/whole`
    const cached = parsed.get(key)
    if (cached) return cached
    const text = sql().get<{ fields: string }>('SELECT fields FROM whole WHERE live = ?', document.id)?.fields ?? '{}'
    const fields = JSON.parse(text) as JsonObject
    parsed.set(key, fields, text.length * PARSED)
    return fields
  }
  const light = (document: LiveDocument, locale: string): JsonObject => {
    const key = `${document.id}/${locale}`
    const cached = parsed.get(key)
    if (cached) return cached
    const text =
      sql().get<{ fields: string }>('SELECT fields FROM light WHERE live = ? AND locale = ?', document.id, locale)
        ?.fields ?? '{}'
    const fields = JSON.parse(text) as JsonObject
    parsed.set(key, fields, text.length * PARSED)
    return fields
  }
  const long = (document: LiveDocument, locale: string): JsonObject => {
    const key = `${document.id}/${locale}/long`
    const cached = parsed.get(key)
    if (cached) return cached
    const shape = rules[document.state.collection]?.shape ?? {}
    const all = whole(document)
    const long = Object.fromEntries(Object.entries(all).filter(([name]) => shape[name] && isLong(shape[name])))
    const fields = (localise(long, locale, document.locales[0] ?? locale) ?? {}) as JsonObject
    parsed.set(key, fields, JSON.stringify(fields).length * PARSED)
    return fields
  }

  return {
    byId,
    byKey,
    light,
    long,
    whole,
    forget: () => {
      rows.clear()
      parsed.clear()
    },
  }
}
