import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { en } from '@payloadcms/translations/languages/en'
import { vi } from '@payloadcms/translations/languages/vi'
import { buildConfig, type CollectionConfig, jwtSign, type Payload } from 'payload'
import { publications, publicField } from '../../plugins/publications/index.ts'
import { defineWorkflow, type WorkflowOptions, workflow } from '../../plugins/workflow/index.ts'
import { errorCodes } from '../../src/repairs/errorCodes.ts'
import { type BuildConfig, startSystem, type TestSystem } from './system.ts'

const title = (vi: string) => ({ vi, en: vi })

/** Two steps of editing and approval: the shortest chain that exercises every rule. */
export const chain = defineWorkflow({
  name: 'chain',
  title: title('Chuỗi duyệt'),
  authors: ['contributor', 'editor', 'head'],
  authority: 'head',
  onApproved: 'publish',
  ratification: { within: 8, escalateTo: 'secretary', withdrawAfter: 16 },
  steps: [
    { name: 'edit', title: title('Biên tập'), kind: 'edit', by: { role: 'editor' } },
    {
      name: 'confirm',
      title: title('Thẩm định'),
      kind: 'approve',
      by: { role: 'secretary' },
      due: { within: 8, escalateTo: 'head' },
    },
    { name: 'approve', title: title('Duyệt'), kind: 'approve', by: { role: 'head' } },
  ],
})

const loggedIn = ({ req }: { req: { user: unknown } }) => Boolean(req.user)
const writers = ({ req }: { req: { user: unknown } }) =>
  ['contributor', 'editor', 'secretary', 'head'].includes(String((req.user as { role?: string } | null)?.role))

const users: CollectionConfig = {
  slug: 'users',
  auth: { useSessions: false, tokenExpiration: 60 * 60 * 24 * 365 * 5 },
  access: { read: loggedIn, create: () => false, update: () => false, delete: () => false },
  fields: [
    { name: 'name', type: 'text' },
    { name: 'title', type: 'text' },
    { name: 'role', type: 'text', saveToJWT: true },
    { name: 'active', type: 'checkbox', defaultValue: true },
    { name: 'unit', type: 'relationship', relationTo: 'units' },
  ],
}

const units: CollectionConfig = {
  slug: 'units',
  access: { read: loggedIn },
  fields: [{ name: 'code', type: 'text', unique: true }],
}

const topics: CollectionConfig = {
  slug: 'tags',
  admin: { useAsTitle: 'title' },
  access: { read: loggedIn },
  fields: [
    { name: 'slug', type: 'text', unique: true },
    { name: 'title', type: 'text', localized: true },
    { name: 'secret', type: 'text' },
  ],
}

const letters: CollectionConfig = {
  slug: 'letters',
  admin: { useAsTitle: 'title' },
  access: { read: loggedIn, create: writers, update: writers, delete: writers },
  versions: { drafts: false, maxPerDoc: 0 },
  fields: [
    publicField({ name: 'title', type: 'text', localized: true, required: true }),
    publicField({ name: 'slug', type: 'text', unique: true }),
    publicField({ name: 'body', type: 'richText', localized: true }),
    publicField({ name: 'issuedOn', type: 'text' }),
    publicField({ name: 'expiresOn', type: 'text' }),
    publicField({ name: 'tags', type: 'relationship', relationTo: 'tags', hasMany: true }),
    publicField({ name: 'file', type: 'upload', relationTo: 'media' }),
    publicField({ name: 'about', type: 'relationship', relationTo: 'letters' }),
    publicField({
      name: 'groups',
      type: 'array',
      fields: [publicField({ name: 'heading', type: 'text', localized: true }), { name: 'private', type: 'text' }],
    }),
    { name: 'note', type: 'textarea' },
    { name: 'importKey', type: 'text', access: { create: () => false, update: () => false } },
  ],
}

const pictures = (dir: string): CollectionConfig => ({
  slug: 'media',
  access: { read: loggedIn },
  upload: { staticDir: `${dir}/media` },
  fields: [{ name: 'sha256', type: 'text' }],
})

/** Imported letters are approved together by a head. */
const together = defineWorkflow({
  name: 'imported',
  title: title('Duyệt lô'),
  authors: ['head'],
  authority: 'head',
  onApproved: 'publish',
  steps: [{ name: 'approve', title: title('Duyệt lô'), kind: 'approve', by: { role: 'head' } }],
})

/** The workflows of the letters, where a test needs others. */
export type Flows = Partial<Pick<WorkflowOptions, 'definitions' | 'variants' | 'powerRests'>>

/** A small portal with one governed collection. The plugins know no collection by name, so any will do. */
const configWith =
  (flows: Flows): BuildConfig =>
  ({ db, dir, clock }) =>
    buildConfig({
      secret: 'a secret of the tests, long enough to be one',
      telemetry: false,
      hooks: { afterError: [errorCodes] },
      i18n: { supportedLanguages: { vi, en }, fallbackLanguage: 'vi' },
      db,
      admin: { user: 'users' },
      editor: lexicalEditor(),
      collections: [users, units, topics, letters, pictures(dir)],
      localization: { locales: ['vi', 'km', 'en'], defaultLocale: 'vi', fallback: true },
      typescript: { autoGenerate: false },
      logger: { options: { level: 'silent' } },
      plugins: [
        publications({
          governed: { letters: { path: '/thu' } },
          references: { tags: { key: 'slug', labels: ['title'] } },
          media: 'media',
          mediaDir: `${dir}/media`,
          read: loggedIn,
        }),
        workflow({
          definitions: { letters: chain },
          batch: {
            definition: together,
            imported: { importKey: { exists: true } },
            publicSince: { letters: 'issuedOn' },
          },
          powerRests: 0,
          ...flows,
          expires: { letters: 'expiresOn' },
          checks: {
            letters: (content, locale) =>
              content.title === 'thiếu'
                ? [{ path: 'title', message: { vi: `Thiếu tên (${locale}).`, en: 'No title.' } }]
                : [],
          },
          inLocale: (row, locale) =>
            Object.fromEntries(
              Object.entries(row).map(([key, value]) => [
                key,
                value && typeof value === 'object' && locale in value
                  ? (value as Record<string, unknown>)[locale]
                  : value,
              ]),
            ),
          people: { collection: 'users', role: 'role', name: 'name', title: 'title', active: 'active', unit: UNIT },
          roles: {},
          read: loggedIn,
          clock,
          anchorsDir: `${dir}/anchors`,
        }),
      ],
    })

const UNIT = { field: 'unit', collection: 'units', key: 'code' }

export const spineConfig = configWith({})

export const PEOPLE = {
  an: 'contributor',
  binh: 'editor',
  chi: 'secretary',
  dung: 'head',
  em: 'head',
  giam: 'auditor',
  quan: 'admin',
} as const
export type Person = keyof typeof PEOPLE

export interface Spine extends TestSystem {
  tokens: Record<Person, string>
  ids: Record<Person, string>
  /** Creates a draft by An. */
  draft(data?: Record<string, unknown>): Promise<{ id: string; key: string; slug: string }>
  act(
    person: Person,
    id: string,
    action: string,
    body?: Record<string, unknown>,
  ): Promise<{ status: number; body: Record<string, unknown> }>
  view(person: Person, id: string): Promise<Record<string, unknown> & { seq: number; state: string }>
  /** Acts on the current state, and fails the test when refused. */
  step(person: Person, id: string, action: string, body?: Record<string, unknown>): Promise<Record<string, unknown>>
  /** Takes a draft through every step. */
  publish(id: string): Promise<void>
}

const hire = async (payload: Payload): Promise<void> => {
  for (const [name, role] of Object.entries(PEOPLE))
    await payload.create({
      collection: 'users',
      data: { email: `${name}@example.org`, password: 'mat-khau-dai', name, role, title: `Chức danh ${name}` },
    })
}

let slugs = 0

/** Starts the small portal with its people. */
export const startSpine = async (options: { at?: string; flows?: Flows } = {}): Promise<Spine> => {
  const { flows = {}, at } = options
  const system = await startSystem(configWith(flows), { at, template: 'spine', fill: hire })
  const { payload, rest } = system
  const tokens = {} as Spine['tokens']
  const ids = {} as Spine['ids']
  const found = await payload.find({ collection: 'users', pagination: false, showHiddenFields: true })
  for (const { id, email } of found.docs as unknown as { id: string; email: string }[]) {
    const name = email.split('@')[0] as Person
    ids[name] = String(id)
    const { token } = await jwtSign({
      fieldsToSign: { id, email, collection: 'users' },
      secret: payload.secret,
      tokenExpiration: 60 * 60 * 24,
    })
    tokens[name] = token
  }
  const view: Spine['view'] = async (person, id) =>
    (await rest('GET', `/workflow/letters/${id}`, { token: tokens[person] })).body as Awaited<ReturnType<Spine['view']>>
  const act: Spine['act'] = (person, id, action, body) =>
    rest('POST', `/workflow/letters/${id}/${action}`, { token: tokens[person], body })
  const step: Spine['step'] = async (person, id, action, body) => {
    const { seq } = await view(person, id)
    const result = await act(person, id, action, { expected: seq, ...body })
    if (result.status !== 200) throw new Error(`${action} by ${person}: ${JSON.stringify(result.body)}`)
    return result.body
  }
  return {
    ...system,
    tokens,
    ids,
    act,
    view,
    step,
    draft: async (data = {}) => {
      slugs += 1
      const slug = `thu-${slugs}`
      const { status, body } = await rest('POST', '/letters', {
        token: tokens.an,
        body: { title: `Thư số ${slugs}`, slug, note: 'CANARY', ...data },
      })
      if (status !== 201) throw new Error(JSON.stringify(body))
      return body.doc as Awaited<ReturnType<Spine['draft']>>
    },
    publish: async (id) => {
      await step('an', id, 'submit')
      await step('binh', id, 'approve')
      await step('chi', id, 'approve')
      await step('dung', id, 'approve')
    },
  }
}
