import { filesIn } from '../publications/index.ts'
import { type BoundedCache, boundedCache } from './boundedCache.ts'
import { type Addresses, type Holder, readAddresses } from './catalogue/addresses.ts'
import { type Census, takeCensus } from './catalogue/census.ts'
import { type Documents, type LiveDocument, readDocuments } from './catalogue/documents.ts'
import { type EditionRow, type Editions, readEditions } from './catalogue/editions.ts'
import { readEras } from './catalogue/eras.ts'
import {
  countStatement,
  type ListRequest,
  type Part,
  type Place,
  pageStatement,
  pinnedStatement,
  type Statement,
} from './catalogue/list.ts'
import { pinnedFirst } from './catalogue/pinnedFirst.ts'
import type { ProjectionRules } from './catalogue/project.ts'
import type { Sql } from './catalogue/sql.ts'
import { type DatedReference, readTerms, type Terms } from './catalogue/terms.ts'
import { type Finder, openFinder } from './search/finder.ts'
import type { SearchWords } from './search/glossary.ts'
import { type SearchOptions, wordsOf } from './search/words.ts'

export interface ListPage {
  documents: LiveDocument[]
  total: number
  hasNext: boolean
  /** Position of the last document; `undefined` for an empty page. */
  end: Place | undefined
}

export interface LogRow extends EditionRow {
  seq: number
  kind: string
  collection: string
  document: string
  url: string
}

export interface FileRow {
  sha256: string
  filename: string
  mime: string
  size: number
  /** A live document that shows the file. */
  collection: string
  document: string
}

/** A relation from another live document, as that document states it. */
export interface IncomingRelation {
  type: string
  /** The part that it affects, in words; `''` for the whole document. */
  scope: string
  from: LiveDocument
}

/** Reads the catalogue. Every method is synchronous and sees complete editions only. */
export interface Catalogue extends Omit<Documents, 'forget'>, Editions {
  /** The document of a collection that an address belongs or once belonged to, live or not. */
  holder(collection: string, address: { slug: string } | { url: string }): Holder | undefined
  /** Finds a document by a current or former address, on this site or an earlier one. */
  byAddress(collection: string, address: { slug: string } | { url: string }, now: string): LiveDocument | undefined
  list(request: ListRequest): ListPage
  /**
   * Relations from other live documents to this one, newest first.
   *
   * @param types only these types; all of them when omitted
   */
  incoming(document: LiveDocument, now: string, types?: readonly string[]): IncomingRelation[]
  log(after: number, limit: number): LogRow[]
  /** A file that a live edition, or the recorded facts about the portal, show. */
  shownFile(sha256: string, filename: string, now: string): FileRow | undefined
  /** Next time after `now` at which a document expires, ISO 8601. */
  nextExpiry(now: string): string | undefined
  /** Searches, and counts facets, in this thread. */
  finder: Finder
  /** Current synonyms and stop words. */
  words(): SearchWords
  /** The document that an address belongs or once belonged to, live or not, of whatever collection. */
  holderAt: Addresses['byUrl']
  stateOf: Addresses['stateOf']
  /** Keys under which an address is looked up. */
  lookups: Addresses['lookups']
  census: Census
  terms: Terms
  /** Clears cached counts after each change; clears all rows too when the file was replaced. */
  forget(what: 'counts' | 'everything'): void
}

const COUNT_CACHE_BYTES = 1024 * 1024
const MOST_INCOMING = 100

interface ListRow {
  id: number
  document: string
  place: string
  /** 1 if it is pinned. */
  pinned: number
}

/** Options for reading that do not affect how the catalogue is built. */
export interface ReadingOptions {
  rules: Readonly<Record<string, ProjectionRules>>
  /** Reference collections whose rows have successors. */
  dated: Readonly<Record<string, DatedReference>>
  search: SearchOptions
  /** Origin of the website that the addresses belong to. */
  site: string
  /** Slug of the recorded global with facts about the portal, whose files are public. */
  recorded?: string
}

/** Filters of served collections that hold printed numbers. */
export const numberFiltersOf = (rules: ReadingOptions['rules']) =>
  Object.entries(rules).flatMap(([collection, rule]) =>
    Object.entries(rule.collection.filters ?? {})
      .filter(([, filter]) => filter.as === 'number')
      .map(([name]) => ({ collection, name })),
  )

/** @param sql returns the current file, because a rebuild replaces it */
export const readCatalogue = (sql: () => Sql, { rules, dated, search, site, recorded }: ReadingOptions): Catalogue => {
  const documents = readDocuments(sql, rules)
  const { byId, byKey } = documents
  const counts: BoundedCache<number> = boundedCache(COUNT_CACHE_BYTES)

  const addresses = readAddresses(sql, site)
  const terms = readTerms(sql, dated)
  const eras = readEras(sql)
  const { era, nextExpiry } = eras
  const words = () => wordsOf(search, terms)
  const finder = openFinder({ sql, eras, words, numberFilters: numberFiltersOf(rules) })
  const census = takeCensus(sql)

  const recordedFile = (sha256: string, filename: string): FileRow | undefined => {
    const fields = recorded === undefined ? undefined : terms.get(recorded, recorded)
    const file = fields && filesIn(fields).find((one) => one.sha256 === sha256 && one.filename === filename)
    return (
      file && { sha256, filename, mime: file.mimeType, size: file.size, collection: recorded!, document: recorded! }
    )
  }
  const holder: Catalogue['holder'] = (collection, address) => {
    const found = 'slug' in address ? addresses.bySlug(collection, address.slug) : addresses.byUrl(address.url)
    return found?.collection === collection ? found : undefined
  }
  const counted = (scope: unknown[], statement: () => Statement): number => {
    const key = JSON.stringify(scope)
    const known = counts.get(key)
    if (known !== undefined) return known
    const { text, values } = statement()
    const { count } = sql().get<{ count: number }>(text, ...values)!
    counts.set(key, count, 8)
    return count
  }

  return {
    byId,
    byKey,
    light: documents.light,
    long: documents.long,
    whole: documents.whole,
    nextExpiry,
    census,
    terms,
    holderAt: addresses.byUrl,
    stateOf: addresses.stateOf,
    lookups: addresses.lookups,
    finder,
    words,
    holder,
    byAddress: (collection, address, now) => {
      const found = holder(collection, address)
      return found && byKey(collection, found.document, now)
    },
    list: (request) => {
      const { pinnedOn } = request
      const scope = [request.collection, request.filter, era(request.now)]
      const total = counted(scope, () => countStatement(request))
      const rowsOf = (part?: Part, from = request.from) => {
        const page = pageStatement({ ...request, from }, total, part)
        return sql().all<ListRow>(page.text, ...page.values)
      }
      const pinned =
        pinnedOn === undefined ? 0 : counted([...scope, pinnedOn], () => pinnedStatement(request, pinnedOn))
      // A cursor may date from a day on which something was still pinned.
      const isParted = pinned > 0 || (pinnedOn !== undefined && 'after' in request.from && request.from.after.pinned)
      const found = isParted ? pinnedFirst({ request, pinned, ask: rowsOf }) : rowsOf()
      const shown = found.slice(0, request.limit)
      const last = shown.at(-1)
      return {
        documents: shown.map(({ id }) => byId(id)!),
        total,
        hasNext: found.length > request.limit,
        end: last && { value: last.place, document: last.document, pinned: last.pinned === 1 },
      }
    },
    incoming: (document, now, types) =>
      sql()
        .all<{ type: string; scope: string; id: number }>(
          `SELECT k.type, k.scope, l.id FROM links k JOIN live l ON l.id = k.live
           WHERE k.target_collection = ? AND k.target = ? AND (l.expires IS NULL OR l.expires > ?)
             ${types ? 'AND k.type IN (SELECT value FROM json_each(?))' : ''}
           ORDER BY l.published_at DESC, l.document, k.type, k.scope LIMIT ${MOST_INCOMING}`,
          document.state.collection,
          document.state.document,
          now,
          ...(types ? [JSON.stringify(types)] : []),
        )
        .map(({ type, scope, id }) => ({ type, scope, from: byId(id)! })),
    ...readEditions(sql),
    log: (after, limit) =>
      sql().all<LogRow>(
        'SELECT seq, kind, collection, document, url, edition, hash, at, note FROM log WHERE seq > ? ORDER BY seq LIMIT ?',
        after,
        limit,
      ),
    shownFile: (sha256, filename, now) =>
      recordedFile(sha256, filename) ??
      sql().get<FileRow>(
        `SELECT f.sha256, f.filename, f.mime, f.size, l.collection, l.document FROM files f JOIN live l ON l.id = f.live
         WHERE f.sha256 = ? AND f.filename = ? AND (l.expires IS NULL OR l.expires > ?) LIMIT 1`,
        sha256,
        filename,
        now,
      ),
    forget: (what) => {
      eras.forget()
      counts.clear()
      finder.forget(what)
      terms.forget()
      if (what === 'counts') return
      documents.forget()
    },
  }
}
