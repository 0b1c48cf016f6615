import type { Publication } from '../../publications/index.ts'
import type { Sql } from './sql.ts'
import { addressTags, listTag, tags } from './tags.ts'

/** What lists, counts and relations see of a live edition. */
export interface Standing {
  collection: string
  /** Everything that lists sort by, but for the instant of the edition, and everything that hides or pins it. */
  place: string
  facets: { name: string; value: string }[]
  /** Documents that it is related to. */
  targets: { collection: string; document: string }[]
}

/** Reads how a live row stands; its facets and links must have been written. */
export const standingOf = (sql: Sql, id: number): Standing => {
  const { collection, ...place } = sql.get<{ collection: string }>(
    'SELECT collection, published_at, date, title_key, expires, pinned FROM live WHERE id = ?',
    id,
  )!
  return {
    collection,
    place: JSON.stringify(place),
    facets: sql.all('SELECT name, value FROM facets WHERE live = ? ORDER BY name, value', id),
    targets: sql.all(
      'SELECT DISTINCT target_collection AS collection, target AS document FROM links WHERE live = ?',
      id,
    ),
  }
}

/** How a document stood before a batch of the log and stands after it; `undefined` when it is not live. */
export interface Restood {
  before: Standing | undefined
  after: Standing | undefined
}

const isSame = (one: Standing, other: Standing) =>
  one.place === other.place && JSON.stringify(one.facets) === JSON.stringify(other.facets)

/**
 * Tags that a new, changed or removed edition touches. An edition that stands where the one before stood touches no list
 * that shows it otherwise; the document itself is always touched by its row. Pure.
 */
export const touchedByEdition = ({ before, after }: Restood): string[] => {
  const standings = [before, after].filter((standing) => standing !== undefined)
  const moved = !before || !after || !isSame(before, after)
  return standings.flatMap((standing) => {
    const { collection, targets } = standing
    const facets = [undefined, ...standing.facets]
    return [
      tags.anyDocument,
      ...facets.map((facet) => listTag('text', collection, facet)),
      ...(moved ? facets.map((facet) => listTag('place', collection, facet)) : []),
      ...targets.map((target) => tags.relationsTo(target.collection, target.document)),
    ]
  })
}

/**
 * Tags that a row of the log touches, whatever becomes of its edition. Read before the row is written, because a new
 * holder takes an address away from the one before.
 *
 * @param legacy addresses on an earlier site that its edition lists
 */
export const touchedByRow = (sql: Sql, row: Publication, legacy: readonly string[]): string[] => {
  const { collection, document, url, slug } = row
  if (row.kind === 'term') return [tags.log, tags.words, tags.term(collection, document), tags.termsOf(collection)]
  const before = url
    ? sql.all<{ collection: string; slug: string }>('SELECT collection, slug FROM addresses WHERE url = ?', url)
    : []
  return [
    tags.log,
    tags.document(collection, document),
    ...[{ collection, slug }, ...before].map((one) => tags.slug(one.collection, one.slug)),
    ...(url ? [tags.url(url)] : []),
    ...addressTags(legacy),
  ]
}
