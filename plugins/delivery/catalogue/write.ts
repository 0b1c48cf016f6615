import { type FrozenContent, isLocalised, type Publication } from '../../publications/index.ts'
import { type DocumentState, evolve, makesEdition } from './evolve.ts'
import { initialsOf } from './initials.ts'
import { addressesIn, legacyAddresses } from './legacy.ts'
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

type Rules = Readonly<Record<string, ProjectionRules>>

const isTerm = (row: Publication) => row.kind === 'term'

/** The states of all documents after these rows, the rows of collections that are not served left out. */
const statesAfter = (sql: Sql, rows: readonly Publication[], rules: Rules) => {
  const states = new Map<string, DocumentState>()
  for (const row of rows) {
    if (isTerm(row) || !Object.hasOwn(rules, row.collection)) continue
    const key = `${row.collection}:${row.document}`
    states.set(key, evolve(states.get(key) ?? stateOf(sql, row.collection, row.document), row))
  }
  return [...states.values()]
}

/** Whether a row's content is looked into though the document may not be live: it may hold addresses of an earlier site. */
const holdsAddresses = (row: Publication, rules: Rules) =>
  makesEdition(row) && rules[row.collection]?.collection.legacyAddresses !== undefined

/**
 * Hashes of the contents that must be read before these rows can be written: of what is live after the last of them, of
 * reference data, and of editions that hold addresses.
 */
export const contentsNeeded = (sql: Sql, rows: readonly Publication[], rules: Rules): string[] => [
  ...new Set([
    ...statesAfter(sql, rows, rules)
      .filter((state) => state.live)
      .map((state) => state.contentHash),
    ...rows.filter((row) => isTerm(row) || holdsAddresses(row, rules)).map((row) => row.contentHash),
  ]),
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
  sql.run('DELETE FROM hits WHERE live = ?', found.id)
  sql.run('DELETE FROM initials WHERE live = ?', found.id)
  sql.run('DELETE FROM search WHERE rowid = ?', found.id)
}

/** Words already written, so that the same ones are not written with every title. */
const spelled = new WeakMap<Sql, Set<string>>()

const insertSearch = (sql: Sql, id: number, rows: LiveRows['search']) => {
  const { title, exact, number, lead, body } = rows
  sql.run(
    'INSERT INTO search (rowid, title, number, lead, body, exact) VALUES (?, ?, ?, ?, ?, ?)',
    ...[id, title, number, lead, body, exact],
  )
  sql.run(
    'INSERT INTO hits (live, title, exact, number, lead) VALUES (?, ?, ?, ?, ?)',
    ...[id, title, exact, number, lead],
  )
  sql.run('INSERT INTO initials (live, letters) VALUES (?, ?)', id, initialsOf(title))
  const known = spelled.get(sql) ?? new Set()
  spelled.set(sql, known)
  for (const word of title.split(/\s+/)) {
    if (!word || known.has(word)) continue
    known.add(word)
    sql.run('INSERT OR IGNORE INTO spellings (word) VALUES (?)', word)
  }
}

const insertLive = (sql: Sql, state: DocumentState, rows: LiveRows) => {
  sql.run(
    `INSERT INTO live (collection, document, state, locales, published_at, updated_at, date, title_key, url, expires,
       pinned)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    state.collection,
    state.document,
    JSON.stringify(state),
    rows.locales.join(' '),
    state.publishedAt,
    state.updatedAt,
    rows.date,
    rows.titleKey,
    state.url,
    rows.expires && state.restoredAt && rows.expires <= state.restoredAt ? null : rows.expires,
    rows.pinned,
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
  insertSearch(sql, id, rows.search)
}

const insertTerm = (sql: Sql, row: Publication, content: FrozenContent) =>
  sql.run(
    'INSERT OR REPLACE INTO terms (collection, key, fields) VALUES (?, ?, ?)',
    row.collection,
    row.document,
    JSON.stringify(content.fields),
  )

/** Addresses once published stay, like those of our own. */
const insertLegacy = (sql: Sql, row: Publication, content: FrozenContent, field: string) => {
  const value = content.fields[field]
  const lists = isLocalised(value) ? Object.values(value) : [value]
  for (const address of lists.flatMap(addressesIn).flatMap(legacyAddresses))
    sql.run(
      'INSERT OR REPLACE INTO legacy (address, collection, document) VALUES (?, ?, ?)',
      address,
      row.collection,
      row.document,
    )
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
  rules: Rules
}): string[] => {
  const { sql, rows, contents, rules } = args
  const last = rows.at(-1)
  if (!last) return []
  const missing: string[] = []
  sql.atomically(() => {
    const states = statesAfter(sql, rows, rules)
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
      const content = contents.get(contentHash)
      if (isTerm(row) && content) insertTerm(sql, row, content)
      if (isTerm(row) || !Object.hasOwn(rules, collection)) continue
      const legacyField = rules[collection]!.collection.legacyAddresses
      if (legacyField && content && makesEdition(row)) insertLegacy(sql, row, content, legacyField)
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
