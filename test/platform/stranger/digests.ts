import path from 'node:path'
import type { DigestOptions } from '@cong-bo/digest'
import { cook } from './recipes.js'

export const digests: DigestOptions = {
  publicUrl: 'https://kitchen.example',
  siteUrl: 'https://www.kitchen.example',
  mailFrom: 'The Kitchen <news@kitchen.example>',
  portalName: 'The Kitchen',
  portalNames: { fr: 'La Cuisine' },
  // Without `smtpUrl`, mails become files in `<dataDir>/mail/`.
  dataDir: path.resolve('data'),
  schedule: { morning: '08:00', evening: '17:00', mostADay: 2 },
  facetCollections: { topics: 'cuisines' },
  choices: async ({ payload, locale }) => {
    const { docs } = await payload.find({ collection: 'cuisines', locale: locale as 'en', pagination: false })
    return {
      collections: [{ value: 'recipes', label: locale === 'fr' ? 'Recettes' : 'Recipes' }],
      topics: docs.map(({ code, name }) => ({ value: String(code), label: String(name) })),
    }
  },
  read: cook,
  readAddresses: ({ req }) => req.user?.job === 'chief',
}
