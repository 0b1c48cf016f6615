import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { answerer } from '../../../plugins/delivery/api/answer.ts'
import type { DeliveryContext } from '../../../plugins/delivery/api/context.ts'
import { DEFAULT_LIMITS, DEFAULT_PAGE_SIZES } from '../../../plugins/delivery/api/limits.ts'
import { buildSchema } from '../../../plugins/delivery/api/schema.ts'
import type { ProjectionRules } from '../../../plugins/delivery/catalogue/project.ts'
import { legalStatus } from '../../../plugins/delivery/derived/legalStatusField.ts'
import { openCatalogue } from '../../../plugins/delivery/openCatalogue.ts'
import type { Json, Publication } from '../../../plugins/publications/index.ts'
import { memoryLog, plan, RULES } from './log.ts'

const text = { kind: 'text', localized: false, many: false } as const

/** Two collections that are related, dated, pinned, expire and have addresses on an earlier site. */
const rules: Record<string, ProjectionRules> = {
  plans: {
    shape: {
      ...RULES.plans!.shape,
      bodies: { kind: 'reference', localized: false, many: true, values: ['bodies'] },
      from: text,
      to: text,
      legacy: { ...text, many: true },
    },
    collection: {
      ...RULES.plans!.collection,
      filters: { ...RULES.plans!.collection.filters, body: { fields: ['bodies'] } },
      legacyAddresses: 'legacy',
      derived: {
        legalStatus: legalStatus({
          ...{ from: 'from', to: 'to', ends: ['replacedBy'], endsPart: [], suspends: [], type: 'type' },
          ...{ withoutEffect: [], withEffect: [] },
        }),
      },
      jsonLd: ({ fields, url }) => ({ '@type': 'Legislation', name: fields.title as Json, url }),
    },
  },
  news: {
    shape: { title: { ...text, localized: true }, slug: text, tags: RULES.plans!.shape.tags!, rank: text },
    collection: { names: { single: 'story', list: 'stories', type: 'Story' }, filters: { tag: { fields: ['tags'] } } },
  },
}

const references = {
  tags: { key: 'slug', labels: ['title'] },
  bodies: { key: 'key', labels: ['name'], facts: ['validFrom', 'validTo', 'successors'] },
}
const dated = { bodies: { from: 'validFrom', to: 'validTo', successors: 'successors' } }

const NOW = new Date('2026-06-01T00:00:00.000Z')

/** One of everything that the public API answers. */
export const QUESTIONS = [
  ...['a', 'b', 'c'].flatMap((key) => [
    `{ plan(id: "${key}") { title url edition legalStatus jsonLd editions { edition } provenance { ratified } } }`,
    `{ plan(slug: "${key}") { title tags { slug title } relations { type citedAs target { title } } } }`,
    `{ plan(url: "/ke-hoach/${key}") { edition fallbackFields bodies { key name defunct successors { name } } } }`,
    `{ plan(url: "https://cu.example.vn/${key}.html?id=1") { id } removed(url: "/cu/${key}") { kind redirectTo } }`,
    `{ removed(url: "/ke-hoach/${key}") { kind notice redirectTo edition } }`,
  ]),
  '{ plans { totalDocs docs { id title } } }',
  '{ plans(limit: 1, page: 2) { docs { id relations { type target { id } } } } }',
  '{ plans(sort: "-updatedAt") { docs { id } } }',
  '{ plans(sort: "title") { docs { id } } }',
  '{ plans(sort: "issuedOn", filter: { year: 2025 }) { totalDocs docs { id } } }',
  '{ plans(filter: { tag: "x" }) { totalDocs docs { id } } }',
  '{ plans(filter: { tag: "y", year: 2026 }, sort: "updatedAt") { docs { id } } }',
  '{ plans(filter: { number: "84/KH" }) { docs { id } } }',
  '{ plans(filter: { q: "moi" }) { docs { id title } } }',
  '{ plans(filter: { q: "tin" }) { totalDocs } }',
  '{ plans(filter: { language: "km", from: "2025-06-01" }) { docs { locale } } }',
  '{ plans(filter: { body: "new", includePredecessors: true }) { docs { id } } }',
  '{ stories { totalDocs docs { title tags { title } } } }',
  '{ stories(filter: { tag: "x" }) { docs { id } } story(slug: "a") { title } }',
  '{ facets(collection: "plans") { name values { value label count } } }',
  '{ facets(collection: "stories", filter: { tag: "x" }) { name values { value count } } }',
  '{ facets(collection: "news", filter: { tag: "y" }) { name values { value label count } } }',
  '{ search(q: "moi") { totalDocs hits { score document { id } highlights { html } } facets { name values { count } } } }',
  '{ search(q: "thông báo", collections: ["news"]) { loose hits { score document { title } } } }',
  '{ tags { slug title documents } bodies { key name predecessors { key } } }',
  '{ bodies(defunct: false, keys: ["old"]) { name documents } }',
  '{ publications(after: 0, limit: 2) { seq kind content { title } } }',
  '{ publications(after: 3) { seq kind url } }',
  '{ site { name totalDocs lastPublishedAt menu { label url } sections { documents } } }',
  '{ visitStats { total } }',
]

/** One step of the log: a row, and the content it names. */
export type Step = Partial<Publication> & { document: string; fields: Record<string, Json> }

const tagOf = (key: string): Json => ({ collection: 'tags', key, title: { '@vi': `Thẻ ${key}` } })
const keys = fc.constantFrom('a', 'b', 'c')
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })

const documentSteps = fc.record({
  collection: fc.constantFrom('plans', 'plans', 'news'),
  document: keys,
  kind: fc.constantFrom(
    ...(['published', 'published', 'published', 'published', 'corrected', 'withdrawn', 'restored'] as const),
    ...(['expired', 'redirected', 'ratified', 'purged'] as const),
  ),
  slug: keys,
  edition: fc.integer({ min: 1, max: 3 }),
  major: fc.boolean(),
  fields: fc
    .record({
      title: fc.constantFrom('Kế hoạch mới', 'Thông báo', 'Tin mới về kế hoạch'),
      km: maybe(fc.constant('ផែនការ')),
      tags: fc.subarray(['x', 'y']),
      bodies: fc.subarray(['old', 'new']),
      number: maybe(fc.constantFrom('84/KH-UBND', '84-KH', '7')),
      issuedOn: maybe(fc.constantFrom('2025-03-01', '2026-02-01')),
      expiresOn: maybe(fc.constantFrom('2026-05-01', '2026-07-01')),
      pinnedUntil: maybe(fc.constantFrom('2026-05-01', '2026-07-01')),
      from: maybe(fc.constantFrom('2026-01-01', '2026-08-01')),
      legacy: maybe(fc.constantFrom('https://cu.example.vn/a.html?id=1', '/cu/b', '/cu/c')),
      target: maybe(keys),
      citedAs: maybe(fc.constant('Số 7')),
    })
    .map(({ title, km, tags, bodies, target, citedAs, legacy, ...rest }) => ({
      ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Record<string, Json>),
      title: { '@vi': title, ...(km ? { '@km': km } : {}) },
      tags: tags.map(tagOf),
      bodies: bodies.map((key): Json => ({ collection: 'bodies', key, name: { '@vi': key } })),
      ...(legacy ? { legacy: [legacy] } : {}),
      ...(target
        ? {
            relations: [
              { type: 'replaces', target: { collection: 'plans', key: target }, ...(citedAs && { citedAs }) },
            ],
          }
        : {}),
    })),
})

const termSteps = fc.oneof(
  fc.record({
    collection: fc.constant('tags'),
    document: fc.constantFrom('x', 'y'),
    name: fc.constantFrom('Một', 'Hai'),
  }),
  fc.record({
    collection: fc.constant('bodies'),
    document: fc.constantFrom('old', 'new'),
    name: fc.constantFrom('A', 'B'),
  }),
  fc.record({ collection: fc.constant('words'), document: fc.constantFrom('w'), name: fc.constantFrom('tin', 'moi') }),
  fc.record({ collection: fc.constant('portal'), document: fc.constant('portal'), name: fc.constantFrom('P', 'Q') }),
)

const termOf = ({ collection, document, name }: { collection: string; document: string; name: string }): Step => ({
  ...{ collection, document, kind: 'term', url: '', slug: '' },
  fields: {
    ...{ key: document, title: { '@vi': name }, name: { '@vi': name } },
    ...(document === 'old' && name === 'B'
      ? { validTo: '2025-06-30', successors: [{ collection: 'bodies', key: 'new' }] }
      : {}),
  },
})

/** Anything that may be done before the public. */
export const steps = fc.oneof({ weight: 4, arbitrary: documentSteps }, { weight: 1, arbitrary: termSteps.map(termOf) })

/**
 * A public side over a log in memory, which answers with what it kept and afresh.
 *
 * @param isTold whether a tag that was touched is passed on; a guard is switched off by leaving some out
 */
export const smallPortal = async (isTold: (tag: string) => boolean = () => true) => {
  const log = memoryLog()
  const dir = mkdtempSync(path.join(tmpdir(), 'congbo-tags-'))
  let visits = 0
  let now = NOW
  const catalogue = openCatalogue({
    dir,
    rules,
    source: log.source,
    onChange: (touched) => {
      if (touched === 'everything') kept.forget()
      else kept.touch([...touched].filter(isTold))
    },
    reading: {
      dated,
      search: {
        rows: {
          collection: 'words',
          read: ({ name }) => ({ synonyms: [[String((name as { '@vi': string })['@vi']), 'thong bao']] }),
        },
      },
      site: 'https://phapluat.example.vn',
      recorded: 'portal',
    },
  })
  const context = (at: Date): DeliveryContext => ({
    catalogue: catalogue.read,
    finding: catalogue.read.finder,
    now: at.toISOString(),
    day: at.toISOString().slice(0, 10),
    publicUrl: 'https://api.example.vn',
    relations: { plans: rules.plans!.collection.relations },
    defaultLocale: 'vi',
    locales: ['vi', 'km'],
    pageSizes: DEFAULT_PAGE_SIZES,
    site: { url: 'https://phapluat.example.vn', name: { vi: 'Cổng' }, sections: {}, recorded: 'portal' },
    paths: { plans: '/ke-hoach', news: '/tin' },
    pictureWidths: [],
    visits: () => ({ total: visits, today: visits }),
  })
  const schema = buildSchema({ rules, references, dated, pageSizes: DEFAULT_PAGE_SIZES })
  let made = 0
  const answersOf = (cache: boolean) =>
    answerer({
      schema,
      limits: { ...DEFAULT_LIMITS, cost: 1e9 },
      now: () => now,
      context: (at) => {
        made += cache ? 1 : 0
        return context(at)
      },
      holdsUntil: () => Date.parse(catalogue.read.nextExpiry(now.toISOString()) ?? '2027-01-01'),
      cache,
      onFailure: (error) => {
        throw error
      },
      isReady: () => true,
    })
  const [kept, afresh] = [answersOf(true), answersOf(false)]
  const ask = async (from: typeof kept, query: string) => {
    const request = new Request('http://x/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    return (await from.handle(request)).text()
  }
  await catalogue.tail()
  return {
    /** Questions whose answer differs from one made afresh, with both. */
    differences: async (questions: readonly string[]) => {
      const found: { question: string; kept: string; afresh: string }[] = []
      for (const question of questions) {
        const both = { kept: await ask(kept, question), afresh: await ask(afresh, question) }
        if (both.kept !== both.afresh) found.push({ question, ...both })
      }
      return found
    },
    /** Number of answers that were made and not taken from what was kept. */
    made: () => made,
    publish: async (some: readonly Step[]) => {
      for (const { fields, ...step } of some) {
        const content = { ...plan(fields), collection: step.collection ?? 'plans' }
        log.append(
          {
            at: new Date(NOW.getTime() - 1e8 + log.rows.length * 1e3).toISOString(),
            ...step,
            url: step.url ?? `/ke-hoach/${step.slug ?? step.document}`,
          },
          content,
        )
      }
      await catalogue.tail()
    },
    visit: () => {
      visits += 1
      kept.touch(['visits'].filter(isTold))
    },
    passTime: (days: number) => {
      now = new Date(now.getTime() + days * 86_400_000)
    },
    close: async () => {
      await catalogue.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
