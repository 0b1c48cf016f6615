import { randomBytes } from 'node:crypto'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { en } from '@payloadcms/translations/languages/en'
import { vi } from '@payloadcms/translations/languages/vi'
import { buildConfig, type CollectionConfig, getPayload, type Payload } from 'payload'
import { systemClock } from '../../lib/time/clock.ts'
import { publications, publicField } from '../../plugins/publications/index.ts'
import { defineWorkflow, workflow } from '../../plugins/workflow/index.ts'
import { database } from '../../src/config/database.ts'

const title = (text: string) => ({ vi: text, en: text })
const anybody = () => true

/** Edited by one, approved by another, then public. */
export const letterChain = defineWorkflow({
  name: 'letters',
  title: title('Thư'),
  authors: ['contributor'],
  authority: 'head',
  onApproved: 'publish',
  steps: [
    { name: 'edit', title: title('Biên tập'), kind: 'edit', by: { role: 'editor' } },
    { name: 'approve', title: title('Duyệt'), kind: 'approve', by: { role: 'head' } },
  ],
})

const users: CollectionConfig = {
  slug: 'users',
  auth: true,
  access: { read: anybody, create: anybody },
  fields: [
    { name: 'name', type: 'text' },
    { name: 'title', type: 'text' },
    { name: 'role', type: 'text' },
    { name: 'active', type: 'checkbox', defaultValue: true },
  ],
}
const letters: CollectionConfig = {
  slug: 'letters',
  admin: { useAsTitle: 'title' },
  access: { read: anybody, create: anybody, update: anybody, delete: anybody },
  versions: { drafts: false, maxPerDoc: 0 },
  fields: [
    publicField({ name: 'title', type: 'text', required: true }),
    publicField({ name: 'slug', type: 'text', unique: true }),
    publicField({ name: 'body', type: 'richText' }),
  ],
}

/**
 * A small portal of one collection on an SQLite file, with or without the approval of its texts.
 *
 * @param dir an empty folder
 */
export const letterPortal = async (dir: string, approval: boolean): Promise<Payload> => {
  // The migrations are those of the real portal; this one gets its tables from the configuration.
  const db = database({ uri: `file:${dir}/letters.db`, migrationDir: `${dir}/migrations` })
  const config = await buildConfig({
    secret: randomBytes(16).toString('hex'),
    telemetry: false,
    db: { ...db, init: (args) => Object.assign(db.init(args), { prodMigrations: undefined }) },
    admin: { user: 'users' },
    editor: lexicalEditor(),
    collections: [
      users,
      letters,
      { slug: 'media', upload: { staticDir: `${dir}/media` }, fields: [{ name: 'sha256', type: 'text' }] },
    ],
    i18n: { supportedLanguages: { vi, en }, fallbackLanguage: 'vi' },
    typescript: { autoGenerate: false },
    logger: { options: { level: 'silent' } },
    plugins: approval
      ? [
          publications({
            governed: { letters: { path: '/thu' } },
            references: {},
            media: 'media',
            mediaDir: `${dir}/media`,
            read: anybody,
          }),
          workflow({
            definitions: { letters: letterChain },
            checks: {},
            inLocale: (row) => row,
            people: { collection: 'users', role: 'role', name: 'name', title: 'title', active: 'active' },
            roles: {},
            read: anybody,
            clock: systemClock,
            powerRests: 0,
            anchorsDir: `${dir}/anchors`,
          }),
        ]
      : [],
  })
  const payload = await getPayload({ config, key: dir })
  process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'
  const { pushDevSchema } = await import('@payloadcms/drizzle')
  await pushDevSchema(payload.db as unknown as Parameters<typeof pushDevSchema>[0])
  return payload
}
