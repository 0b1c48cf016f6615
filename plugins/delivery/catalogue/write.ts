import {
  contentFaults,
  type DocumentName,
  type DocumentState,
  evolve,
  type Fault,
  type FrozenContent,
  isLocalised,
  LOG_START,
  type LogHead,
  makesEdition,
  type Publication,
  type SoundContents,
  setAside,
  type TrustedStretch,
} from '../../publications/index.ts'
import { insertFaults } from './faults.ts'
import { initialsOf } from './initials.ts'
import { addressesIn, legacyAddresses } from './legacy.ts'
import { type LiveRows, type ProjectionRules, project } from './project.ts'
import type { Sql } from './sql.ts'

/** The last row of the log that the catalogue has read. */
export const positionOf = (sql: Sql): LogHead => {
  const found = sql.get<{ value: string }>("SELECT value FROM meta WHERE name = 'position'")
  return found ? (JSON.parse(found.value) as LogHead) : LOG_START
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

const rowsOf = ({ entries }: TrustedStretch): Publication[] =>
  entries.flatMap((entry) => ('row' in entry ? [entry.row] : []))

/** The states of all documents after a stretch, those of collections that are not served left out. */
const statesAfter = (sql: Sql, { entries }: TrustedStretch, rules: Rules): DocumentState[] => {
  const states = new Map<string, DocumentState | undefined>()
  for (const entry of entries) {
    const { collection, document }: DocumentName = 'row' in entry ? entry.row : entry.aside
    if (('row' in entry && isTerm(entry.row)) || !Object.hasOwn(rules, collection)) continue
    const key = `${collection}:${document}`
    const before = states.has(key) ? states.get(key) : stateOf(sql, collection, document)
    states.set(key, 'row' in entry ? evolve(before, entry.row) : setAside(before))
  }
  return [...states.values()].filter((state) => state !== undefined)
}

/** Whether a row's content is looked into though the document may not be live: it may hold addresses of an earlier site. */
const holdsAddresses = (row: Publication, rules: Rules) =>
  makesEdition(row) && rules[row.collection]?.collection.legacyAddresses !== undefined

/**
 * Hashes of the contents that must be read before a stretch can be written: of what is live after its last row, of
 * reference data, and of editions that hold addresses.
 */
export const contentsNeeded = (sql: Sql, stretch: TrustedStretch, rules: Rules): string[] => [
  ...new Set([
    ...statesAfter(sql, stretch, rules)
      .filter((state) => state.live)
      .map((state) => state.contentHash),
    ...rowsOf(stretch)
      .filter((row) => isTerm(row) || holdsAddresses(row, rules))
      .map((row) => row.contentHash),
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

/**
 * @param stored the state as its row holds it
 * @returns what it is filtered by, to be written with that of the others
 */
const insertLive = (sql: Sql, state: DocumentState, stored: string, rows: LiveRows): FacetRow[] => {
  sql.run(
    `INSERT INTO live (collection, document, state, locales, published_at, updated_at, date, title_key, url, expires,
       pinned)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    state.collection,
    state.document,
    stored,
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
  return rows.facets.map(({ name, value }) => ({ collection: state.collection, name, value, id }))
}

interface FacetRow {
  collection: string
  name: string
  value: string
  id: number
}

const placeOf = ({ collection, name, value }: FacetRow) => `${collection}\n${name}\n${value}`

/** In the order in which they lie in the file: the pages of one value are touched once a stretch. */
const insertFacets = (sql: Sql, rows: FacetRow[]) => {
  const placed = rows.map((row) => ({ row, place: placeOf(row) }))
  placed.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : a.row.id - b.row.id))
  sql.run(
    `INSERT INTO facets (collection, name, value, live)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?)`,
    JSON.stringify(placed.map(({ row: { collection, name, value, id } }) => [collection, name, value, id])),
  )
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

const insertRow = (sql: Sql, row: Publication, content: FrozenContent | undefined, rules: Rules) => {
  const { seq, kind, collection, document, url, slug, edition, contentHash, at, changeNote } = row
  sql.run(
    `INSERT INTO log (seq, kind, collection, document, url, edition, hash, at, note)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[seq, kind, collection, document, url ?? '', edition ?? 0, contentHash ?? '', at, changeNote ?? null],
  )
  if (isTerm(row) && content) insertTerm(sql, row, content)
  if (isTerm(row) || !Object.hasOwn(rules, collection)) return
  const legacyField = rules[collection]!.collection.legacyAddresses
  if (legacyField && content && makesEdition(row)) insertLegacy(sql, row, content, legacyField)
  // A redirection names the address of another document.
  if (url && row.kind !== 'redirected')
    sql.run(
      'INSERT OR REPLACE INTO addresses (url, collection, slug, document) VALUES (?, ?, ?, ?)',
      ...[url, collection, slug, document],
    )
  if (makesEdition(row))
    sql.run(
      'INSERT OR REPLACE INTO editions (collection, document, edition, at, hash, note) VALUES (?, ?, ?, ?, ?, ?)',
      ...[collection, document, edition, at, contentHash, changeNote ?? null],
    )
}

/** The faults of contents that somebody would see. An edition that another one took the place of is shown to nobody. */
const faultsOf = ({ broken }: SoundContents, rows: Publication[], states: DocumentState[]): Fault[] => {
  const shownBy = (hash: string) =>
    states
      .filter((state) => state.live && state.contentHash === hash)
      .map(({ collection, document }) => ({ collection, document }))
  const terms = new Set(rows.filter(isTerm).map((row) => row.contentHash))
  return contentFaults(broken, shownBy).filter((fault) => fault.documents.length > 0 || terms.has(fault.place))
}

/** What can be shown of a content; nothing of one that has its hash and not the form of a content. */
const projectedOf = (state: DocumentState, content: FrozenContent, rules: Rules): LiveRows | undefined => {
  try {
    return project({ content, publishedAt: state.publishedAt, rules: rules[state.collection]! })
  } catch {
    return undefined
  }
}

const unusableFault = ({ collection, document, contentHash }: DocumentState): Fault => ({
  store: 'contents',
  place: contentHash,
  what: 'unusable',
  documents: [{ collection, document }],
})

/**
 * Writes the next stretch of the log into the catalogue, all or nothing, and moves its position to the last row of it.
 * What is set aside, and a live edition whose content is broken or was purged, is not shown.
 *
 * @param args.stretch begins right after the position
 * @param args.sound at least the contents of `contentsNeeded`
 * @returns what is not as it was written
 */
export const writeStretch = (args: {
  sql: Sql
  stretch: TrustedStretch
  sound: SoundContents
  rules: Rules
}): Fault[] => {
  const { sql, stretch, sound, rules } = args
  const { contents } = sound
  const rows = rowsOf(stretch)
  return sql.atomically(() => {
    const states = statesAfter(sql, stretch, rules)
    for (const row of rows) insertRow(sql, row, contents.get(row.contentHash), rules)
    const facets: FacetRow[] = []
    const unusable: Fault[] = []
    for (const state of states) {
      const stored = JSON.stringify(state)
      sql.run(
        'INSERT OR REPLACE INTO documents (collection, document, state) VALUES (?, ?, ?)',
        ...[state.collection, state.document, stored],
      )
      removeLive(sql, state)
      const content = state.live ? contents.get(state.contentHash) : undefined
      if (!content) continue
      const projected = projectedOf(state, content, rules)
      if (projected) facets.push(...insertLive(sql, state, stored, projected))
      else unusable.push(unusableFault(state))
    }
    insertFacets(sql, facets)
    const faults = [...stretch.faults, ...faultsOf(sound, rows, states), ...unusable]
    insertFaults(sql, faults)
    sql.run("INSERT OR REPLACE INTO meta (name, value) VALUES ('position', ?)", JSON.stringify(stretch.head))
    return faults
  })
}
