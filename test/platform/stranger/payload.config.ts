import path from 'node:path'
import { digest, emailAdapter } from '@cong-bo/digest'
import { publications } from '@cong-bo/publications'
import { workflow } from '@cong-bo/workflow'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { en } from '@payloadcms/translations/languages/en'
import { fr } from '@payloadcms/translations/languages/fr'
import { buildConfig } from 'payload'
import { approval } from './approval.js'
import { digests } from './digests.js'
import { publishing } from './publishing.js'
import { Cuisines, cook, Photos, Recipes } from './recipes.js'

export default buildConfig({
  secret: process.env.PAYLOAD_SECRET ?? '',
  serverURL: 'https://kitchen.example',
  db: sqliteAdapter({ client: { url: `file:${path.resolve('kitchen.db')}` } }),
  editor: lexicalEditor(),
  email: emailAdapter(digests),
  localization: { locales: ['en', 'fr'], defaultLocale: 'en', fallback: true },
  i18n: { supportedLanguages: { en, fr } },
  collections: [
    Recipes,
    Cuisines,
    Photos,
    {
      slug: 'cooks',
      auth: true,
      admin: { useAsTitle: 'name' },
      access: { read: cook },
      fields: [
        { name: 'name', type: 'text', required: true },
        { name: 'job', type: 'select', required: true, options: ['writer', 'taster', 'chief'] },
      ],
    },
  ],
  // In this order: the others read what the first one keeps.
  plugins: [publications(publishing), workflow(approval), digest(digests)],
  admin: {
    user: 'cooks',
    components: {
      beforeDashboard: ['@cong-bo/publications/admin/Faults#Faults', '@cong-bo/workflow/admin/Tasks#Tasks'],
      beforeNavLinks: ['@cong-bo/workflow/admin/TasksInNav#TasksInNav'],
      afterNavLinks: [
        '@cong-bo/workflow/admin/office/OfficeInNav#OfficeInNav',
        '@cong-bo/workflow/admin/trail/TrailInNav#TrailInNav',
      ],
    },
  },
  typescript: { autoGenerate: false },
})
