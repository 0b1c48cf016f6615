import type { DigestOptions } from '../../plugins/digest/index.ts'
import { PORTAL_NAME } from './names.ts'
import { subscriptionChoices } from './subscriptionChoices.ts'

/** Digests as this portal sends them: under which name, when, how many, and what citizens can choose from. */
export const digests = {
  portalName: PORTAL_NAME.vi,
  portalNames: PORTAL_NAME,
  schedule: { morning: '07:30', evening: '18:00', mostADay: 3 },
  choices: subscriptionChoices,
  facetCollections: {
    topics: 'topics',
    territories: 'territories',
    audiences: 'audiences',
    documentTypes: 'document-types',
  },
  requestsPerHour: 60,
} satisfies Partial<DigestOptions>
