import { calendarDays } from './calendarDays.ts'
import { documentTypes } from './documentTypes.ts'
import { organisations } from './organisations.ts'
import { audiences, topics } from './readers.ts'
import { territories } from './territories.ts'

type Texts = Partial<Record<string, string>>

/** A row of reference data, ready to be stored: what it says by language, what it points to by stable key. */
export interface ReferenceRow {
  key: string
  shared: Record<string, unknown>
  texts: Record<string, Texts | undefined>
  relations: Record<string, { collection: string; keys: string | string[] }>
}

export interface ReferenceData {
  collection: string
  /** Field that holds the stable key. */
  key: string
  /** Each row after those it points to. */
  rows: ReferenceRow[]
}

const pointing = (
  relations: Record<string, { collection: string; keys?: string | string[] }>,
): ReferenceRow['relations'] =>
  Object.fromEntries(
    Object.entries(relations).filter(
      (entry): entry is [string, { collection: string; keys: string | string[] }] => entry[1].keys !== undefined,
    ),
  )

/** Types that serve the office alone: slips, permits, contracts. Citizens cannot subscribe to them. */
const INTERNAL_TYPES = new Set([
  'BB',
  'HĐ',
  'BGN',
  'BTT',
  'GUQ',
  'GM',
  'GGT',
  'GNP',
  'PG',
  'PC',
  'PB',
  'PA',
  'TTr',
  'ThuCong',
  'VBHN',
  'Lenh',
])

/** All reference data the portal starts with, each collection after those it points to. */
export const references: ReferenceData[] = [
  {
    collection: 'document-types',
    key: 'code',
    rows: documentTypes.map(({ code, name, ...shared }) => ({
      key: code,
      shared: { ...shared, subscribable: !INTERNAL_TYPES.has(code) },
      texts: { name },
      relations: {},
    })),
  },
  {
    collection: 'territories',
    key: 'code',
    rows: territories.map(({ code, name, parent, successors, ...shared }) => ({
      key: code,
      shared: { ...shared, subscribable: !shared.validTo },
      texts: { name },
      relations: pointing({
        parent: { collection: 'territories', keys: parent },
        successors: { collection: 'territories', keys: successors },
      }),
    })),
  },
  {
    collection: 'organisations',
    key: 'code',
    rows: organisations.map(({ code, name, shortName, territory, parent, successors, ...shared }) => ({
      key: code,
      shared,
      texts: { name, shortName },
      relations: pointing({
        territory: { collection: 'territories', keys: territory },
        parent: { collection: 'organisations', keys: parent },
        successors: { collection: 'organisations', keys: successors },
      }),
    })),
  },
  {
    collection: 'topics',
    key: 'slug',
    rows: topics.map(({ slug, title, description }) => ({
      key: slug,
      shared: { subscribable: true },
      texts: { title: { ...title }, description },
      relations: {},
    })),
  },
  {
    collection: 'audiences',
    key: 'slug',
    rows: audiences.map(({ slug, title, ...shared }) => ({
      key: slug,
      shared: { ...shared, subscribable: true },
      texts: { title: { ...title } },
      relations: {},
    })),
  },
  {
    collection: 'calendar-days',
    key: 'day',
    rows: calendarDays.map(({ day, ...shared }) => ({ key: day, shared, texts: {}, relations: {} })),
  },
]
