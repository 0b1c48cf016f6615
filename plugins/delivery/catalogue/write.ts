import { dayOf } from '../../../lib/time/periods.ts'
import {
  contentFaults,
  type DocumentName,
  type DocumentState,
  evolve,
  type Fault,
  LOG_START,
  type LogHead,
  makesEdition,
  type Provenance,
  type Publication,
  provenanceAfter,
  setAside,
  type TrustedStretch,
  tellsOfDocument,
} from '../../publications/index.ts'
import { type FacetRow, insertFacets } from './facetRows.ts'
import { insertFaults } from './faults.ts'
import { isTerm, type PreparedStretch, placeOf, type Rules, rowsOf } from './prepare.ts'
import type { LiveRows } from './project.ts'
import type { Sql } from './sql.ts'
import { tags } from './tags.ts'
import { type Standing, standingOf, touchedByEdition, touchedByRow } from './touched.ts'

/** The last log row that the catalogue has applied. */
export const positionOf = (sql: Sql): LogHead => {
  const found = sql.get<{ value: string }>("SELECT value FROM meta WHERE name = 'position'")
  return found ? (JSON.parse(found.value) as LogHead) : LOG_START
}

/** The catalogue's current state of a document. */
interface Held {
  state: DocumentState | undefined
  /** Id of its live row. */
  live: number | null
}

const heldOf = (sql: Sql, { collection, document }: DocumentName): Held => {
  const found = sql.get<{ state: string; live: number | null }>(
    'SELECT state, live FROM documents WHERE collection = ? AND document = ?',
    ...[collection, document],
  )
  return found
    ? { state: JSON.parse(found.state) as DocumentState, live: found.live }
    : { state: undefined, live: null }
}

/** New state of a document after a batch. */
interface Change {
  state: DocumentState
  /** Id of its previous live row. */
  shown: number | null
}

/** New states of all documents in a batch, except those of collections that are not served. */
const changesIn = (sql: Sql, { entries }: TrustedStretch, rules: Rules): Change[] => {
  const changes = new Map<string, { state: DocumentState | undefined; shown: number | null }>()
  for (const entry of entries) {
    const { collection, document }: DocumentName = 'row' in entry ? entry.row : entry.aside
    if (('row' in entry && !tellsOfDocument(entry.row)) || !Object.hasOwn(rules, collection)) continue
    const key = `${collection}:${document}`
    let change = changes.get(key)
    if (!change) {
      const { state, live } = heldOf(sql, { collection, document })
      change = { state, shown: live }
      changes.set(key, change)
    }
    change.state = 'row' in entry ? evolve(change.state, entry.row) : setAside(change.state)
  }
  return [...changes.values()].filter((change): change is Change => change.state !== undefined)
}

const removeLive = (sql: Sql, id: number) => {
  sql.run('DELETE FROM live WHERE id = ?', id)
  sql.run('DELETE FROM whole WHERE live = ?', id)
  sql.run('DELETE FROM light WHERE live = ?', id)
  sql.run('DELETE FROM facets WHERE live = ?', id)
  sql.run('DELETE FROM links WHERE live = ?', id)
  sql.run('DELETE FROM files WHERE live = ?', id)
  sql.run('DELETE FROM hits WHERE live = ?', id)
  sql.run('DELETE FROM initials WHERE live = ?', id)
  sql.run('DELETE FROM search WHERE rowid = ?', id)
}

/** Words already inserted, to avoid repeated inserts. */
const spelled = new WeakMap<Sql, Set<string>>()

/** Called after a transaction was rolled back: words that it inserted are not there. */
export const forgetSpelled = (sql: Sql): void => void spelled.delete(sql)

const insertSearch = (sql: Sql, id: number, rows: LiveRows['search']) => {
  const { title, exact, number, lead, body, initials } = rows
  sql.run(
    'INSERT INTO search (rowid, title, number, lead, body, exact) VALUES (?, ?, ?, ?, ?, ?)',
    ...[id, title, number, lead, body, exact],
  )
  sql.run(
    'INSERT INTO hits (live, title, exact, number, lead) VALUES (?, ?, ?, ?, ?)',
    ...[id, title, exact, number, lead],
  )
  sql.run('INSERT INTO initials (live, letters) VALUES (?, ?)', id, initials)
  const known = spelled.get(sql) ?? new Set()
  spelled.set(sql, known)
  for (const word of title.split(/\s+/)) {
    if (!word || known.has(word)) continue
    known.add(word)
    sql.run('INSERT OR IGNORE INTO spellings (word) VALUES (?)', word)
  }
}

/**
 * @param stored the state as JSON
 * @returns the id of the live row, and its facet rows, which are inserted together with those of the batch
 */
const insertLive = (sql: Sql, state: DocumentState, stored: string, rows: LiveRows) => {
  const date = rows.date ?? dayOf(new Date(state.publishedAt))
  const id = sql.insert(
    `INSERT INTO live (collection, document, state, locales, published_at, updated_at, date, title_key, url, expires,
       pinned)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    state.collection,
    state.document,
    stored,
    rows.locales.join(' '),
    state.publishedAt,
    state.updatedAt,
    date,
    rows.titleKey,
    state.url,
    rows.expires && state.restoredAt && rows.expires <= state.restoredAt ? null : rows.expires,
    rows.pinned,
  )
  sql.run('INSERT INTO whole (live, fields) VALUES (?, CAST(? AS TEXT))', id, rows.whole)
  for (const [locale, fields] of Object.entries(rows.light))
    sql.run('INSERT INTO light (live, locale, fields) VALUES (?, ?, CAST(? AS TEXT))', id, locale, fields)
  for (const { type, collection, key, scope } of rows.links)
    sql.run(
      'INSERT OR IGNORE INTO links (target_collection, target, type, live, scope) VALUES (?, ?, ?, ?, ?)',
      ...[collection, key, type, id, scope],
    )
  for (const { sha256, filename, mimeType, size } of rows.files)
    sql.run(
      'INSERT OR IGNORE INTO files (sha256, filename, live, mime, size) VALUES (?, ?, ?, ?, ?)',
      ...[sha256, filename, id, mimeType, size],
    )
  insertSearch(sql, id, rows.search)
  const { collection } = state
  const all = [{ name: 'year', value: date.slice(0, 4) }, ...rows.facets]
  return { id, facets: all.map(({ name, value }): FacetRow => ({ collection, name, value, id })) }
}

/** Legacy addresses stay valid for ever, like current ones. */
const insertLegacy = (sql: Sql, { collection, document }: Publication, addresses: readonly string[]) => {
  for (const address of addresses)
    sql.run(
      'INSERT OR REPLACE INTO legacy (address, collection, document) VALUES (?, ?, ?)',
      ...[address, collection, document],
    )
}

const insertEdition = (sql: Sql, row: Publication) => {
  const { collection, document, edition, at, contentHash, changeNote } = row
  sql.run(
    `INSERT OR REPLACE INTO editions (collection, document, edition, at, hash, note, provenance)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ...[collection, document, edition, at, contentHash, changeNote ?? null],
    JSON.stringify(provenanceAfter(undefined, row)),
  )
}

/** A later row may change what is known of an edition: somebody ratified or restored it. */
const updateProvenance = (sql: Sql, row: Publication) => {
  // A content that was erased is gone from every edition that had it.
  const [column, value] = row.kind === 'purged' ? ['hash', row.contentHash] : ['edition', row.edition]
  const rows = sql.all<{ edition: number; provenance: string }>(
    `SELECT edition, provenance FROM editions WHERE collection = ? AND document = ? AND ${column} = ?`,
    ...[row.collection, row.document, value],
  )
  for (const { edition, provenance } of rows) {
    const after = provenanceAfter(JSON.parse(provenance) as Provenance, row)
    if (after)
      sql.run(
        'UPDATE editions SET provenance = ? WHERE collection = ? AND document = ? AND edition = ?',
        ...[JSON.stringify(after), row.collection, row.document, edition],
      )
  }
}

const insertRow = (sql: Sql, row: Publication, prepared: PreparedStretch, rules: Rules) => {
  const { seq, kind, collection, document, url, slug, edition, contentHash, at, changeNote } = row
  sql.run(
    `INSERT INTO log (seq, kind, collection, document, url, edition, hash, at, note)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[seq, kind, collection, document, url ?? '', edition ?? 0, contentHash ?? '', at, changeNote ?? null],
  )
  if (isTerm(row)) {
    const fields = prepared.terms.get(contentHash)
    if (fields !== undefined)
      sql.run(
        'INSERT OR REPLACE INTO terms (collection, key, fields) VALUES (?, ?, ?)',
        ...[collection, document, fields],
      )
    return
  }
  if (!Object.hasOwn(rules, collection)) return
  insertLegacy(sql, row, prepared.legacy.get(seq) ?? [])
  // The URL of a redirection belongs to another document.
  if (url && row.kind !== 'redirected')
    sql.run(
      'INSERT OR REPLACE INTO addresses (url, collection, slug, document) VALUES (?, ?, ?, ?)',
      ...[url, collection, slug, document],
    )
  if (makesEdition(row)) insertEdition(sql, row)
  else updateProvenance(sql, row)
}

const nameOf = ({ collection, document }: DocumentState): DocumentName => ({ collection, document })

/** Faults of content that is shown. A superseded edition is not shown. */
const faultsOf = ({ broken, stretch }: PreparedStretch, live: readonly DocumentState[]): Fault[] => {
  const shownBy = (hash: string) => live.filter((state) => state.contentHash === hash).map(nameOf)
  const terms = new Set(
    rowsOf(stretch)
      .filter(isTerm)
      .map((row) => row.contentHash),
  )
  return contentFaults(broken, shownBy).filter((fault) => fault.documents.length > 0 || terms.has(fault.place))
}

const unusableFault = (state: DocumentState): Fault => ({
  store: 'contents',
  place: state.contentHash,
  what: 'unusable',
  documents: [nameOf(state)],
})

/**
 * Applies the next batch of the log to the catalogue and moves its position to the last row of the batch. A document
 * that was set aside, or whose live edition is corrupt or missing, is not shown. Must run in a transaction.
 *
 * @param args.prepared starts right after the current position
 * @param args.keepFacets takes the facet rows; the caller inserts them
 * @default they are inserted
 * @param args.touched receives the tags of all that readers may see otherwise from now on
 * @default they are not worked out
 * @returns integrity faults
 */
export const writeStretch = (args: {
  sql: Sql
  prepared: PreparedStretch
  rules: Rules
  keepFacets?: (rows: FacetRow[]) => void
  touched?: Set<string>
}): Fault[] => {
  const { sql, prepared, rules, touched, keepFacets = (rows) => insertFacets(sql, rows) } = args
  const touch = (some: readonly string[]) => {
    for (const tag of some) touched?.add(tag)
  }
  const { stretch, editions } = prepared
  const changes = changesIn(sql, stretch, rules)
  for (const row of rowsOf(stretch)) {
    if (touched) touch(touchedByRow(sql, row, prepared.legacy.get(row.seq) ?? []))
    insertRow(sql, row, prepared, rules)
  }
  const facets: FacetRow[] = []
  const unusable: Fault[] = []
  const restood: { before: Standing | undefined; id: number | undefined }[] = []
  for (const { state, shown } of changes) {
    const stored = JSON.stringify(state)
    const before = touched && shown !== null ? standingOf(sql, shown) : undefined
    if (shown !== null) removeLive(sql, shown)
    const place = placeOf(state)
    const rows = state.live ? editions.get(place) : undefined
    if (state.live && !rows && editions.has(place)) unusable.push(unusableFault(state))
    const inserted = rows && insertLive(sql, state, stored, rows)
    if (inserted) facets.push(...inserted.facets)
    if (touched) {
      // A row that was set aside is none of the log's rows.
      touch([tags.document(state.collection, state.document)])
      restood.push({ before, id: inserted?.id })
    }
    sql.run(
      'INSERT OR REPLACE INTO documents (collection, document, state, live) VALUES (?, ?, ?, ?)',
      ...[state.collection, state.document, stored, inserted?.id ?? null],
    )
  }
  keepFacets(facets)
  for (const { before, id } of restood)
    touch(touchedByEdition({ before, after: id === undefined ? undefined : standingOf(sql, id) }))
  const live = changes.map(({ state }) => state).filter((state) => state.live)
  const faults = [...stretch.faults, ...faultsOf(prepared, live), ...unusable]
  insertFaults(sql, faults)
  sql.run("INSERT OR REPLACE INTO meta (name, value) VALUES ('position', ?)", JSON.stringify(stretch.head))
  return faults
}
