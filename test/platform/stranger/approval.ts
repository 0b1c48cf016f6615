import { defineWorkflow, type WorkflowOptions } from '@cong-bo/workflow'
import { cook } from './recipes.js'

export const approval: WorkflowOptions = {
  definitions: {
    recipes: defineWorkflow({
      name: 'recipe',
      title: { en: 'From the stove to the card', fr: 'Du fourneau à la carte' },
      authors: ['writer', 'taster'],
      authority: 'chief',
      onApproved: 'publish',
      steps: [
        {
          name: 'taste',
          title: { en: 'Tasting', fr: 'Dégustation' },
          kind: 'approve',
          by: { role: 'taster' },
          checklist: [{ name: 'salt', title: { en: 'The salt is right', fr: 'Le sel est juste' } }],
        },
        { name: 'pass', title: { en: 'At the pass', fr: 'Au passe' }, kind: 'approve', by: { role: 'chief' } },
      ],
    }),
  },
  checks: {
    recipes: ({ method }) =>
      method ? [] : [{ path: 'method', message: { en: 'Say how it is made.', fr: 'Dites comment on le fait.' } }],
  },
  people: { collection: 'cooks', role: 'job' },
  roles: {
    writer: { en: 'Writer', fr: 'Rédacteur' },
    taster: { en: 'Taster', fr: 'Goûteur' },
    chief: { en: 'Chief', fr: 'Chef' },
  },
  // The owner makes all accounts by hand, so no new power has to rest.
  powerRests: 0,
  siteUrl: 'https://www.kitchen.example',
  read: cook,
}
