import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { en } from '@payloadcms/translations/languages/en'
import { vi } from '@payloadcms/translations/languages/vi'
import { APIError, buildConfig, type CollectionConfig } from 'payload'
import { startSystem, type TestSystem } from '../../support/system.ts'

const anybody = () => true
const open = { read: anybody, create: anybody, update: anybody, delete: anybody }

/** The code with which a page titled `refused` is refused. */
export const REFUSED = 'PAGE_REFUSED'

/** People of whom others may read only the name. */
const people: CollectionConfig = {
  slug: 'users',
  auth: { useSessions: false },
  access: open,
  fields: [
    { name: 'name', type: 'text' },
    { name: 'email', type: 'email', access: { read: ({ id, req }) => req.user?.id === id } },
  ],
}
const kinds: CollectionConfig = {
  slug: 'kinds',
  access: open,
  fields: [
    { name: 'name', type: 'text' },
    { name: 'hash', type: 'text', hidden: true },
    { name: 'contact', type: 'email' },
    { name: 'source', type: 'code' },
  ],
}

const pages = (titleLengths: number[]): CollectionConfig => ({
  slug: 'pages',
  access: open,
  hooks: {
    beforeValidate: [({ data }) => void titleLengths.push(String(data?.title ?? '').length)],
    beforeChange: [
      ({ data }) => {
        if (data.title === 'refused') throw new APIError('This page stands still.', 409, { code: REFUSED }, true)
        return data
      },
    ],
  },
  fields: [
    { name: 'title', type: 'text', localized: true },
    { name: 'count', type: 'number' },
    { name: 'day', type: 'date' },
    { name: 'shown', type: 'checkbox' },
    { name: 'kind', type: 'relationship', relationTo: 'kinds' },
    { name: 'groups', type: 'array', fields: [{ name: 'words', type: 'text', localized: true }] },
    { name: 'notes', type: 'array', fields: [{ name: 'words', type: 'text' }] },
  ],
})

/** Pages that keep every version. */
const keptPages: CollectionConfig = {
  slug: 'kept-pages',
  access: open,
  versions: { drafts: false },
  fields: [
    { name: 'title', type: 'text', localized: true },
    { name: 'summary', type: 'text', localized: true },
    { name: 'payments', type: 'array', access: { update: () => false }, fields: [{ name: 'to', type: 'text' }] },
  ],
}

export interface PlainPayload extends TestSystem {
  /** Lengths of the titles that a hook received. */
  titleLengths: number[]
  /** Messages of the errors that requests ended with, before Payload hides them. */
  thrown: string[]
}

/**
 * Starts an unmodified Payload: four small collections on SQLite with Payload's own adapter, without plugins and
 * repairs, so that its faults are visible.
 */
export const startPlainPayload = async (): Promise<PlainPayload> => {
  const titleLengths: number[] = []
  const thrown: string[] = []
  const system = await startSystem(({ databaseUri }) =>
    buildConfig({
      secret: 'plain',
      telemetry: false,
      logger: { options: { level: 'silent' } },
      db: sqliteAdapter({ client: { url: databaseUri }, idType: 'uuid', push: false, transactionOptions: {} }),
      email: () => ({
        name: 'none',
        defaultFromAddress: 'none@example.vn',
        defaultFromName: 'none',
        sendEmail: async () => undefined,
      }),
      localization: { locales: ['vi', 'en'], defaultLocale: 'vi', fallback: true },
      i18n: { supportedLanguages: { vi, en }, fallbackLanguage: 'vi' },
      collections: [people, kinds, pages(titleLengths), keptPages],
      globals: [{ slug: 'settings', fields: [{ name: 'name', type: 'text' }] }],
      hooks: { afterError: [({ error }) => void thrown.push(error.message)] },
    }),
  )
  return { ...system, titleLengths, thrown }
}
