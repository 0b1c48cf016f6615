import { createHash } from 'node:crypto'
import type { ProjectionRules } from '../../../plugins/delivery/catalogue/project.ts'
import {
  canonicalJson,
  type FrozenContent,
  type Json,
  type LogSource,
  PUBLICATION_COLUMNS,
  type Publication,
  rowHash,
} from '../../../plugins/publications/index.ts'

const text = { kind: 'text', localized: false, many: false } as const
const localised = { ...text, localized: true } as const

/** A small collection with one field of every kind. */
export const RULES: Record<string, ProjectionRules> = {
  plans: {
    shape: {
      title: localised,
      summary: localised,
      slug: text,
      body: { kind: 'richText', localized: true, many: false },
      number: text,
      issuedOn: text,
      expiresOn: text,
      pinnedUntil: text,
      siteUrl: text,
      tags: { kind: 'reference', localized: false, many: true, values: ['tags'] },
      files: { kind: 'file', localized: false, many: true, values: ['media'] },
      relations: {
        kind: 'group',
        localized: false,
        many: true,
        of: {
          type: { kind: 'choice', localized: false, many: false },
          target: { kind: 'document', localized: false, many: false, values: ['plans'] },
          citedAs: text,
        },
      },
    },
    collection: {
      date: 'issuedOn',
      expires: 'expiresOn',
      pinned: 'pinnedUntil',
      filters: { tag: { fields: ['tags'] }, number: { fields: ['number'], as: 'number' } },
      relations: {
        field: 'relations',
        verbs: { replaces: { verb: { vi: 'Thay thế' }, inverse: { type: 'replacedBy', verb: { vi: 'Bị thay thế' } } } },
      },
    },
  },
}

const hashOf = (value: unknown) => createHash('sha256').update(canonicalJson(value)).digest('hex')

/** Frozen content of a plan; a plain `title` is Vietnamese. */
export const plan = (fields: Record<string, Json>): FrozenContent => {
  const { title } = fields
  const titles = typeof title === 'string' ? { '@vi': title } : ((title ?? {}) as Record<string, Json>)
  return {
    format: 1,
    collection: 'plans',
    locales: Object.keys(titles).map((tag) => tag.slice(1)),
    fields: { ...fields, title: titles },
  }
}

type Step = Partial<Publication> & { kind?: Publication['kind']; document: string }

/** A log in memory, numbered and chained like the real one, with its contents. */
export const memoryLog = () => {
  const rows: Publication[] = []
  const contents = new Map<string, FrozenContent>()
  const append = (step: Step, content?: FrozenContent): Publication => {
    const contentHash = content ? hashOf(content) : (step.contentHash ?? '')
    if (content) contents.set(contentHash, content)
    const before = rows.at(-1)
    const seq = rows.length + 1
    const slug = step.slug ?? step.document
    const row = {
      key: `plans:${step.document}#${seq}`,
      kind: 'published' as const,
      collection: 'plans',
      slug,
      url: `/ke-hoach/${slug}`,
      edition: 1,
      major: true,
      changeNote: null,
      capacities: '[]',
      eventsHead: '',
      at: new Date(Date.UTC(2026, 0, 1) + seq * 60_000).toISOString(),
      ...step,
      seq,
      contentHash,
      prev: before?.hash ?? '',
    }
    rows.push({ ...row, hash: rowHash([...PUBLICATION_COLUMNS, 'seq', 'prev'], row) })
    return rows.at(-1)!
  }
  const source: LogSource = {
    rows: async (after, limit) => rows.filter((row) => row.seq > after).slice(0, limit),
    contents: async (hashes) =>
      [...contents]
        .filter(([hash]) => hashes.includes(hash))
        .map(([hash, content]) => ({ hash, bytes: canonicalJson(content) })),
    last: async () => rows.at(-1)?.seq ?? 0,
  }
  return { rows, contents, append, source }
}
export type MemoryLog = ReturnType<typeof memoryLog>
