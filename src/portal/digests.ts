import type { DigestOptions } from '../../plugins/digest/index.ts'
import { PORTAL_NAME } from './names.ts'
import { retention } from './retention.ts'
import { siteImprint } from './siteImprint.ts'
import { subscriptionChoices } from './subscriptionChoices.ts'

/** Digest settings of this portal: sender name, schedule, limits, and choices for citizens. */
export const digests = {
  portalName: PORTAL_NAME.vi,
  portalNames: PORTAL_NAME,
  // `morning` is the hour of daily digests, and of weekly ones on Mondays; the pages say “morning” in words.
  schedule: { morning: '07:30', evening: '18:00', mostADay: 3 },
  choices: subscriptionChoices,
  imprint: siteImprint,
  facetCollections: {
    topics: 'topics',
    territories: 'territories',
    audiences: 'audiences',
    documentTypes: 'document-types',
  },
  retention,
  // Pages stand for long; nobody asked for mail about them.
  unmailed: ['pages'],
  // Who acts on a text that is wrong, or that no longer holds, should know before the next digest.
  // An urgent text overrides what readers chose only when two persons stand for it.
  tellAtOnce: ({ kind, major }) => kind !== 'corrected' || major,
  requestsPerHour: 60,
} satisfies Partial<DigestOptions>
