import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { en } from '@payloadcms/translations/languages/en'
import { vi } from '@payloadcms/translations/languages/vi'
import { buildConfig, type Where } from 'payload'
import {
  type Choice,
  type DigestOptions,
  digest,
  digestHandlers,
  emailAdapter,
  mailViewerHandlers,
  type OfferedChoices,
} from '../../../plugins/digest/index.ts'
import {
  canonicalJson,
  keepContent,
  publications,
  publicField,
  record,
  sha256,
} from '../../../plugins/publications/index.ts'
import type { Capacity, FrozenContent, PublicationKind } from '../../../plugins/publications/types.ts'
import { errorCodes } from '../../../src/repairs/errorCodes.ts'
import { type BuildConfig, startSystem, type TestSystem } from '../../support/system.ts'

type User = { role?: string } | null
const roleOf = ({ req }: { req: { user: unknown } }) => (req.user as User)?.role

/** The subscription choices in these tests; only the topic has a Khmer name. */
const choicesIn = (locale: string): OfferedChoices => {
  const choice = (value: string, vi: string, more: Record<string, string> = {}): Choice => {
    const label = { vi, ...more }[locale]
    return label === undefined ? { value, label: vi, language: 'vi' } : { value, label }
  }
  return {
    collections: [choice('directives', 'Văn bản chỉ đạo'), choice('notices', 'Thông báo')],
    topics: [choice('tro-giup-phap-ly', 'Trợ giúp pháp lý', { km: 'ជំនួយផ្នែកច្បាប់' })],
    territories: [choice('92', 'Thành phố Cần Thơ')],
    audiences: [],
    documentTypes: [],
  }
}

const FACETS = {
  topics: 'topics',
  territories: 'territories',
  audiences: 'audiences',
  documentTypes: 'document-types',
}

/** A portal with two governed collections and only what digests need. */
export const digestConfig =
  (options: Partial<DigestOptions> = {}): BuildConfig =>
  ({ db, dir, clock }) => {
    const settings: DigestOptions = {
      publicUrl: 'https://congbo.example.vn',
      siteUrl: 'https://www.example.vn',
      mailFrom: 'Công Bố <no-reply@example.vn>',
      dataDir: dir,
      portalName: 'Cổng thông tin pháp luật',
      facetCollections: FACETS,
      choices: async ({ locale }) => choicesIn(locale),
      read: (args) => ['mail-officer', 'auditor'].includes(roleOf(args) ?? ''),
      readAddresses: (args) => roleOf(args) === 'mail-officer',
      readDesk: (args) => ['mail-officer', 'auditor', 'admin'].includes(roleOf(args) ?? ''),
      manageDesk: (args) => roleOf(args) === 'mail-officer',
      clock,
      ...options,
    }
    const governed = (slug: string) => ({
      slug,
      versions: { drafts: false as const, maxPerDoc: 0 },
      fields: [publicField({ name: 'title', type: 'text' }), publicField({ name: 'slug', type: 'text' })],
    })
    const referred = (slug: string) => ({ slug, fields: [{ name: 'code', type: 'text' as const }] })
    return buildConfig({
      secret: 'a secret of the tests, long enough to be one',
      telemetry: false,
      hooks: { afterError: [errorCodes] },
      db,
      email: emailAdapter(settings),
      admin: { user: 'users' },
      i18n: { supportedLanguages: { en, vi } },
      editor: lexicalEditor(),
      collections: [
        {
          slug: 'users',
          auth: { useSessions: false, tokenExpiration: 157_680_000 },
          fields: [{ name: 'role', type: 'text', saveToJWT: true }],
        },
        governed('directives'),
        governed('notices'),
        ...Object.values(FACETS).map(referred),
      ],
      localization: { locales: ['vi', 'km', 'en'], defaultLocale: 'vi', fallback: true },
      typescript: { autoGenerate: false },
      logger: { options: { level: 'silent' } },
      plugins: [
        publications({
          governed: { directives: { path: '/van-ban' }, notices: { path: '/thong-bao' } },
          references: Object.fromEntries(Object.values(FACETS).map((slug) => [slug, { key: 'code', labels: [] }])),
          read: () => false,
        }),
        digest(settings),
      ],
    })
  }

export interface Announcement {
  document: string
  collection?: string
  kind?: PublicationKind
  edition?: number
  major?: boolean
  at?: string
  changeNote?: string
  capacities?: Capacity[]
  title?: string
  locales?: string[]
  fields?: FrozenContent['fields']
}

export interface Portal extends TestSystem {
  /** Appends to the publications log, as an approved publication would. */
  publish(what: Announcement): Promise<void>
  /** Requests a public page or endpoint. */
  ask(method: 'GET' | 'POST', path: string, init?: RequestInit & { ip?: string }): Promise<Response>
  /** Posts a subscription request like an API client. */
  subscribe(email: string, more?: Record<string, unknown>): Promise<Response>
  /** Rows of a collection, ordered by key. */
  rows<Row>(collection: string, where?: Record<string, unknown>): Promise<Row[]>
}

/** Starts a separate portal for a test. Its clock shows 10:00 on 23 November 2026 in Viet Nam. */
export const startPortal = async (options: Partial<DigestOptions> = {}): Promise<Portal> => {
  const system = await startSystem(digestConfig(options), { template: 'digest' })
  return onSystem(system)
}

/** The test operations on a started system. */
export const onSystem = (system: TestSystem): Portal => {
  const { payload, clock } = system
  const handlers = [...digestHandlers({ payload, clock }), ...mailViewerHandlers({ payload })]
  const ask: Portal['ask'] = async (method, path, { ip = '203.0.113.7', ...init } = {}) => {
    const request = new Request(`https://congbo.example.vn${path}`, { method, ...init })
    const { pathname } = new URL(request.url)
    const found = handlers.find(
      (one) => one.method === method && new RegExp(`^${one.path.replace(/:\w+/g, '[^/]+')}$`).test(pathname),
    )
    if (!found) throw new Error(`nothing answers ${method} ${path}`)
    return found.handle(request, { ip })
  }
  return {
    ...system,
    ask,
    subscribe: (email, more = {}) =>
      ask('POST', '/subscriptions', {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, cadence: 'daily', filter: {}, locale: 'vi', ...more }),
      }),
    rows: async <Row>(collection: string, where: Where = {}) => {
      const found = await payload.db.find({ collection, where, limit: 0, pagination: false })
      const rows = found.docs as unknown as (Row & { key?: string })[]
      return rows.sort((a, b) => String(a.key).localeCompare(String(b.key)))
    },
    publish: async (what) => {
      const { document, collection = 'notices', kind = 'published', edition = 1, major = true } = what
      const at = what.at ?? clock.now().toISOString()
      const content: FrozenContent = {
        format: 1,
        collection,
        locales: what.locales ?? ['vi'],
        fields: { title: { '@vi': what.title ?? `Thông báo ${document}` }, slug: document, ...what.fields },
      }
      const bytes = canonicalJson(content)
      const hash = sha256(bytes)
      await keepContent({ payload, frozen: { content, hash, bytes } })
      await record({
        payload,
        entry: {
          key: `${document}:${kind}:${edition}:${at}`,
          kind,
          collection,
          document,
          url: `/${collection === 'notices' ? 'thong-bao' : 'van-ban'}/${document}`,
          slug: document,
          edition,
          contentHash: hash,
          major,
          changeNote: what.changeNote ?? null,
          capacities: canonicalJson(what.capacities ?? []),
          eventsHead: '',
          at,
        },
      })
    },
  }
}
