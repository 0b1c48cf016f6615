import type { Payload } from 'payload'
import { defaultLocale, titleFieldOf } from '../../publications/index.ts'
import { isAtOnce, type NoticeKind } from '../core/noticeKinds.ts'
import { workflowOptions } from '../options.ts'
import { reviewAddress } from '../reviewAddress.ts'
import { refOf } from '../store/stream.ts'
import { linesOf, type Told } from './noticeLines.ts'
import type { Officer } from './officers.ts'
import { workingHoursOf } from './workingHours.ts'

/** An entry of a mail to an officer. */
export interface Entry {
  title: string
  language?: string
  url: string
  lines: string[]
}

/** An entry with where it belongs in the mail. */
export interface Placed {
  kind: NoticeKind | 'waiting'
  group: 'pressing' | 'waiting' | 'own'
  entry: Entry
  overdue: boolean
  /** ISO 8601, UTC; empty when whenever. */
  dueBy: string
}

/** Who reads the mail, and the address of the admin. */
export interface Frame {
  payload: Payload
  person: Officer
  home: string
}

const OWN: ReadonlySet<Placed['kind']> = new Set<Placed['kind']>(['returned', 'refused', 'published', 'withdrawn'])

/** The part of the mail in which something is told. */
export const groupOf = (kind: Placed['kind']): Placed['group'] =>
  OWN.has(kind) ? 'own' : kind !== 'waiting' && isAtOnce(kind) ? 'pressing' : 'waiting'

interface Row {
  id: string
  key: string
}

/** Id and title of working copies, by the name of their stream. */
const copiesOf = async (payload: Payload, documents: string[]): Promise<Map<string, { id: string; title: string }>> => {
  const keys = new Map<string, string[]>()
  for (const document of documents) {
    const { collection, key } = refOf(document)
    keys.set(collection, [...(keys.get(collection) ?? []), key])
  }
  const copies = new Map<string, { id: string; title: string }>()
  for (const [collection, some] of keys) {
    const field = titleFieldOf(payload, collection)
    const found = await payload.find({
      collection,
      where: { key: { in: some } },
      depth: 0,
      pagination: false,
      overrideAccess: true,
      showHiddenFields: true,
      select: { key: true, [field]: true },
    })
    for (const row of found.docs as unknown as (Row & Record<string, unknown>)[])
      copies.set(`${collection}:${row.key}`, { id: String(row.id), title: String(row[field] ?? '') })
  }
  return copies
}

/** Where a person reads on: news of their own text in its form, everything else where it is decided. */
const addressOf = (home: string, kind: Placed['kind'], ref: { collection: string; id: string }): string =>
  OWN.has(kind) ? `${home}/collections/${ref.collection}/${ref.id}` : reviewAddress(home, ref)

/** What a mail says of documents. Those whose working copy is gone are left out. */
export const documentEntries = async ({ payload, person, home, told }: Frame & { told: Told[] }): Promise<Placed[]> => {
  const copies = await copiesOf(
    payload,
    told.map(({ document }) => document),
  )
  const { roles } = workflowOptions(payload.config)
  const after = await workingHoursOf(payload)
  const content = defaultLocale(payload.config)
  return told.flatMap((one) => {
    const copy = copies.get(one.document)
    if (!copy) return []
    const { lines, overdue, dueBy } = linesOf({ told: one, person, after, roles })
    const entry: Entry = {
      title: copy.title,
      ...(content === person.language ? {} : { language: content }),
      url: addressOf(home, one.kind, { collection: refOf(one.document).collection, id: copy.id }),
      lines,
    }
    return [{ kind: one.kind, group: groupOf(one.kind), entry, overdue, dueBy }]
  })
}
