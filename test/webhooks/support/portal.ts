import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { en } from '@payloadcms/translations/languages/en'
import { vi } from '@payloadcms/translations/languages/vi'
import { buildConfig, jwtSign } from 'payload'
import { publications, publicField, record } from '../../../plugins/publications/index.ts'
import type { Publication } from '../../../plugins/publications/types.ts'
import { deliverWebhooks, type WebhookOptions, webhooks } from '../../../plugins/webhooks/index.ts'
import { webhookPolicy } from '../../../src/portal/webhooks.ts'
import { errorCodes } from '../../../src/repairs/errorCodes.ts'
import { type BuildConfig, startSystem, type TestSystem } from '../../support/system.ts'

/** What the plugin told of through its option `tell`. */
export interface Told {
  key: string
  recipient: string
  items: string
}

export const ADMINISTRATORS = [
  { id: 'an', email: 'an@example.vn', language: 'vi' },
  { id: 'binh', email: 'binh@example.vn', language: 'en' },
]

/** A portal with two kinds of documents and a list of topics, whose webhooks may go to these machines on loopback. */
export const webhooksConfig =
  (args: { hosts: readonly string[]; told?: Told[]; options?: Partial<WebhookOptions> }): BuildConfig =>
  ({ db, clock }) => {
    const governed = (slug: string) => ({
      slug,
      versions: { drafts: false as const, maxPerDoc: 0 },
      fields: [publicField({ name: 'title', type: 'text' }), publicField({ name: 'slug', type: 'text' })],
    })
    return buildConfig({
      secret: 'a secret of the tests, long enough to be one',
      telemetry: false,
      hooks: { afterError: [errorCodes] },
      i18n: { supportedLanguages: { vi, en }, fallbackLanguage: 'vi' },
      db,
      admin: { user: 'users' },
      editor: lexicalEditor(),
      collections: [
        {
          slug: 'users',
          auth: { useSessions: false, tokenExpiration: 157_680_000 },
          fields: [{ name: 'role', type: 'text', saveToJWT: true }],
        },
        governed('directives'),
        governed('notices'),
        { slug: 'topics', fields: [{ name: 'code', type: 'text' }] },
      ],
      localization: { locales: ['vi', 'km', 'en'], defaultLocale: 'vi', fallback: true },
      typescript: { autoGenerate: false },
      logger: { options: { level: 'silent' } },
      plugins: [
        webhooks({
          ...webhookPolicy,
          collections: ['directives', 'notices', 'topics'],
          access: ({ req }) => (req.user as { role?: string } | null)?.role === 'admin',
          clock,
          addresses: { plain: true, ports: [443], internal: args.hosts },
          userAgent: 'Cong-Bo-Webhooks (+https://congbo.example.vn)',
          administrators: async () => ADMINISTRATORS,
          tell: async ({ key, recipient, items }) => void args.told?.push({ key, recipient, items }),
          ...args.options,
        }),
        publications({
          governed: { directives: { path: '/van-ban' }, notices: { path: '/thong-bao' } },
          references: { topics: { key: 'code', labels: [] } },
          read: () => false,
        }),
      ],
    })
  }

export interface Webhook {
  id: string
  secret: string
  name: string
  url: string
  active: boolean
}

export interface Portal extends TestSystem {
  told: Told[]
  /** Token of an administrator. */
  token: string
  /** Makes a webhook over REST. */
  add(data: { url: string; active?: boolean; collections?: string[] }): Promise<Webhook>
  /** Changes a webhook over REST. */
  change(id: string, data: object): Promise<void>
  /** Appends rows to the log, and returns their numbers. */
  publish(...rows: Partial<Publication>[]): Promise<number[]>
  /** One round of a worker. */
  round(): Promise<void>
  /** Moves the clock. */
  pass(minutes: number): void
  ask(method: 'GET' | 'POST', path: string): Promise<{ status: number; body: Record<string, unknown> }>
}

let documents = 0

/** Starts a separate portal for a test, at 10:00 on 23 November 2026 in Viet Nam. */
export const startPortal = async (args: {
  hosts: readonly string[]
  options?: Partial<WebhookOptions>
}): Promise<Portal> => {
  const told: Told[] = []
  const system = await startSystem(webhooksConfig({ ...args, told }), { template: 'webhooks' })
  return onSystem(system, told)
}

const onSystem = async (system: TestSystem, told: Told[]): Promise<Portal> => {
  const { payload, clock, rest } = system
  const { id } = await payload.create({
    collection: 'users',
    data: { email: 'quan@example.vn', password: 'mat-khau-dai', role: 'admin' },
  })
  const { token } = await jwtSign({
    fieldsToSign: { id, email: 'quan@example.vn', collection: 'users', role: 'admin' },
    secret: payload.secret,
    tokenExpiration: 86_400,
  })
  const wrote = async (status: number, reply: ReturnType<TestSystem['rest']>) => {
    const { status: got, body } = await reply
    if (got !== status) throw new Error(JSON.stringify(body))
    return body.doc as Webhook
  }
  return {
    ...system,
    told,
    token,
    add: (data) => wrote(201, rest('POST', '/webhooks', { token, body: { name: 'Website', ...data } })),
    change: async (webhook, data) => {
      await wrote(200, rest('PATCH', `/webhooks/${webhook}`, { token, body: data }))
    },
    publish: async (...rows) => {
      const numbers: number[] = []
      for (const row of rows) {
        documents += 1
        const document = row.document ?? `tin-${documents}`
        const entry = {
          key: `notices:${document}#${documents}`,
          kind: 'published' as const,
          collection: 'notices',
          document,
          url: `/thong-bao/${document}`,
          slug: document,
          edition: 1,
          contentHash: 'a'.repeat(64),
          major: true,
          changeNote: null,
          capacities: '[]',
          eventsHead: '',
          at: clock.now().toISOString(),
          ...row,
        }
        await record({ payload, entry })
        const { docs } = await payload.db.find<{ id: string; seq: number }>({
          collection: 'publications',
          where: { key: { equals: entry.key } },
          limit: 1,
        })
        numbers.push(docs[0]!.seq)
      }
      return numbers
    },
    round: () => deliverWebhooks({ payload }),
    pass: (minutes) => clock.set(new Date(clock.now().getTime() + minutes * 60_000)),
    ask: (method, path) => rest(method, `/webhooks/${path}`, { token }),
  }
}
