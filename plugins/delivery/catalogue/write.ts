import type { FrozenContent, Publication } from '../../publications/index.ts'
import { type DocumentState, evolve, makesEdition } from './evolve.ts'
import { type LiveRows, type ProjectionRules, project } from './project.ts'
import type { Sql } from './sql.ts'

/** How far the catalogue has read the log, and the hash of the last row it read. */
export interface Position {
  seq: number
  hash: string
}

export const positionOf = (sql: Sql): Position => {
  const found = sql.get<{ value: string }>("SELECT value FROM meta WHERE name = 'position'")
  return found ? (JSON.parse(found.value) as Position) : { seq: 0, hash: '' }
}

const stateOf = (sql: Sql, collection: string, document: string): DocumentState | undefined => {
  const found = sql.get<{ state: string }>(
    'SELECT state FROM documents WHERE collection = ? AND document = ?',
    collection,
    document,
  )
  return found && (JSON.parse(found.state) as DocumentState)
}

/** The states of all documents after these rows, the rows of collections that are not served left out. */
const statesAfter = (sql: Sql, rows: readonly Publication[], served: (collection: string) => boolean) => {
  const states = new Map<string, DocumentState>()
  for (const row of rows) {
    if (!served(row.collection)) continue
    const key = `${row.collection}:${row.document}`
    states.set(key, evolve(states.get(key) ?? stateOf(sql, row.collection, row.document), row))
  }
  return [...states.values()]
}

/** Hashes of the contents that must be read before these rows can be written: of what is live after the last of them. */
export const contentsNeeded = (
  sql: Sql,
  rows: readonly Publication[],
  served: (collection: string) => boolean,
): string[] => [
  ...new Set(
    statesAfter(sql, rows, served)
      .filter((state) => state.live)
      .map((state) => state.contentHash),
  ),
]

const removeLive = (sql: Sql, state: DocumentState) => {
  const { collection, document } = state
  const found = sql.get<{ id: number }>(
    'SELECT id FROM live WHERE collection = ? AND document = ?',
    collection,
    document,
  )
  if (!found) return
  sql.run('DELETE FROM live WHERE id = ?', found.id)
  sql.run('DELETE FROM whole WHERE live = ?', found.id)
  sql.run('DELETE FROM light WHERE live = ?', found.id)
  sql.run('DELETE FROM facets WHERE live = ?', found.id)
  sql.run('DELETE FROM links WHERE live = ?', found.id)
  sql.run('DELETE FROM files WHERE live = ?', found.id)
  sql.run('DELETE FROM search WHERE rowid = ?', found.id)
}

const insertLive = (sql: Sql, state: DocumentState, rows: LiveRows) => {
  sql.run(
    `INSERT INTO live (collection, document, state, locales, published_at, date, title_key, expires)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    state.collection,
    state.document,
    JSON.stringify(state),
    rows.locales.join(' '),
    state.publishedAt,
    rows.date,
    rows.titleKey,
    rows.expires,
  )
  const { id } = sql.get<{ id: number }>('SELECT last_insert_rowid() AS id')!
  sql.run('INSERT INTO whole (live, fields) VALUES (?, ?)', id, JSON.stringify(rows.fields))
  for (const [locale, fields] of Object.entries(rows.light))
    sql.run('INSERT INTO light (live, locale, fields) VALUES (?, ?, ?)', id, locale, JSON.stringify(fields))
  for (const { name, value } of rows.facets)
    sql.run('INSERT INTO facets (collection, name, value, live) VALUES (?, ?, ?, ?)', state.collection, name, value, id)
  for (const { type, collection, key } of rows.links)
    sql.run(
      'INSERT OR IGNORE INTO links (target_collection, target, type, live) VALUES (?, ?, ?, ?)',
      collection,
      key,
      type,
      id,
    )
  for (const { sha256, filename, mimeType, size } of rows.files)
    sql.run(
      'INSERT OR IGNORE INTO files (sha256, filename, live, mime, size) VALUES (?, ?, ?, ?, ?)',
      sha256,
      filename,
      id,
      mimeType,
      size,
    )
  const { title, number, body } = rows.search
  sql.run('INSERT INTO search (rowid, title, number, body) VALUES (?, ?, ?, ?)', id, title, number, body)
}

/**
 * Writes the next rows of the log into the catalogue, all or none, and moves its position to the last of them. A live
 * edition whose content is missing (it was purged) is not shown.
 *
 * @param args.rows in ascending `seq`, beginning right after the position
 * @param args.contents by hash, at least those of `contentsNeeded`
 * @returns hashes of live contents that were not there
 */
export const writeRows = (args: {
  sql: Sql
  rows: readonly Publication[]
  contents: ReadonlyMap<string, FrozenContent>
  rules: Readonly<Record<string, ProjectionRules>>
}): string[] => {
  const { sql, rows, contents, rules } = args
  const last = rows.at(-1)
  if (!last) return []
  const missing: string[] = []
  const served = (collection: string) => Object.hasOwn(rules, collection)
  sql.atomically(() => {
    const states = statesAfter(sql, rows, served)
    for (const row of rows) {
      const { seq, kind, collection, document, url, slug, edition, contentHash, at, changeNote } = row
      sql.run(
        `INSERT INTO log (seq, kind, collection, document, url, edition, hash, at, note)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        seq,
        kind,
        collection,
        document,
        url ?? '',
        edition ?? 0,
        contentHash ?? '',
        at,
        changeNote ?? null,
      )
      if (!served(collection)) continue
      if (url)
        sql.run(
          'INSERT OR REPLACE INTO addresses (url, collection, slug, document) VALUES (?, ?, ?, ?)',
          url,
          collection,
          slug,
          document,
        )
      if (makesEdition(row))
        sql.run(
          'INSERT OR REPLACE INTO editions (collection, document, edition, at, hash, note) VALUES (?, ?, ?, ?, ?, ?)',
          collection,
          document,
          edition,
          at,
          contentHash,
          changeNote ?? null,
        )
    }
    for (const state of states) {
      sql.run(
        'INSERT OR REPLACE INTO documents (collection, document, state) VALUES (?, ?, ?)',
        state.collection,
        state.document,
        JSON.stringify(state),
      )
      removeLive(sql, state)
      if (!state.live) continue
      const content = contents.get(state.contentHash)
      if (content)
        insertLive(sql, state, project({ content, publishedAt: state.publishedAt, rules: rules[state.collection]! }))
      else missing.push(state.contentHash)
    }
    const position: Position = { seq: last.seq, hash: last.hash }
    sql.run("INSERT OR REPLACE INTO meta (name, value) VALUES ('position', ?)", JSON.stringify(position))
  })
  return missing
}
