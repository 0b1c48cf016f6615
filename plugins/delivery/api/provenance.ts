import { type GraphQLFieldConfig, GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql'
import type { Capacity } from '../../publications/index.ts'
import type { EditionProvenance } from '../catalogue/editions.ts'
import type { DeliveryContext, Shown } from './context.ts'
import { listOf, required } from './types.ts'

interface StepShown extends Capacity {
  /** Languages to name it in, the preferred one first. */
  languages: string[]
}

const Step = new GraphQLObjectType<StepShown, DeliveryContext>({
  name: 'ProvenanceStep',
  fields: {
    name: {
      type: required.string,
      description: 'What the step is called, in `locale` where it has a name in it',
      resolve: ({ step, title = {}, languages }) =>
        languages.map((language) => title[language]).find((name) => name) ?? step,
    },
    capacity: {
      type: required.string,
      description: 'Capacity of the person who took it; persons are not named',
    },
    at: { type: GraphQLString, description: 'Instant; null for steps that were taken before instants were public' },
  },
})

const Provenance = new GraphQLObjectType<EditionProvenance & { languages: string[] }, DeliveryContext>({
  name: 'Provenance',
  fields: {
    steps: {
      type: listOf(Step),
      description: 'The steps that this edition went through, in the order in which they were taken',
      resolve: ({ steps, languages }) => steps.map((step) => ({ ...step, languages })),
    },
    publishedAt: { type: required.string, description: 'Instant of this edition', resolve: ({ at }) => at },
    contentHash: {
      type: required.string,
      description: 'SHA-256 of the content that was approved',
      resolve: ({ hash }) => hash,
    },
    previousHash: { type: GraphQLString, description: 'Content hash of the edition before; null for the first' },
    ratified: {
      type: required.boolean,
      description: 'false while an edition that was published urgently waits for a second person to confirm it',
    },
  },
})

/** How the live edition became public: which steps, in which capacities, when. */
export const provenanceField: GraphQLFieldConfig<Shown, DeliveryContext> = {
  type: new GraphQLNonNull(Provenance),
  description: 'How this edition became public',
  resolve: ({ document, locale }, _, { catalogue, defaultLocale }) => ({
    ...catalogue.provenance(document),
    languages: [locale, defaultLocale],
  }),
}
