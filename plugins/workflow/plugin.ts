import type { CollectionConfig, Config, Plugin } from 'payload'
import { withLanguages } from '../../lib/text/languages.ts'
import { BATCH_PATH } from './admin/batch/path.ts'
import { OFFICE_PATH } from './admin/office/path.ts'
import { REPORT_PATH } from './admin/report/path.ts'
import { TRAIL_PATH } from './admin/trail/path.ts'
import { delegations } from './collections/delegations.ts'
import { govern } from './collections/govern.ts'
import {
  workflowComments,
  workflowDefinitions,
  workflowEvents,
  workflowNotices,
  workflowPowers,
  workflowRuns,
} from './collections/records.ts'
import { labelOf } from './core/labelOf.ts'
import { defineWorkflow } from './core/lint.ts'
import { noticeHoursFaults } from './core/noticeTimes.ts'
import { optionFaults } from './core/optionFaults.ts'
import { batchEndpoints } from './endpoints/batch.ts'
import { boardEndpoints } from './endpoints/board.ts'
import { commentsEndpoints } from './endpoints/comments.ts'
import { definitionsEndpoint } from './endpoints/definitions.ts'
import { delegationsEndpoint } from './endpoints/delegations.ts'
import { differenceEndpoint } from './endpoints/difference.ts'
import { workflowMutations } from './endpoints/graphql.ts'
import { peopleEndpoints } from './endpoints/people.ts'
import { previewEndpoint } from './endpoints/preview.ts'
import { restEndpoints } from './endpoints/rest.ts'
import { workflowService } from './endpoints/service.ts'
import { sheetEndpoint } from './endpoints/sheet.ts'
import { trailEndpoints } from './endpoints/trail.ts'
import { versionsEndpoints } from './endpoints/versions.ts'
import { workingCopyEndpoint } from './endpoints/workingCopy.ts'
import { recordChange, recordReset } from './hooks/recordAccounts.ts'
import { withDefaults } from './options.ts'
import { component } from './place.ts'
import { REVIEW_PATH } from './reviewAddress.ts'
import type { GivenOptions, WorkflowOptions } from './types.ts'
import { definitionsOf } from './useCases/definitions.ts'

/** Workflows and people. */
const OFFICE = { Component: component('office/OfficeView#OfficeView'), path: OFFICE_PATH } as const
/** Imported texts that are approved together. */
const BATCH = { Component: component('batch/BatchView#BatchView'), path: BATCH_PATH } as const
/** The board's report. */
const REPORT = { Component: component('report/ReportView#ReportView'), path: REPORT_PATH } as const
/** The reading room of the trail. */
const TRAIL = { Component: component('trail/TrailView#TrailView'), path: TRAIL_PATH } as const
/** The screen on which one document is decided. */
const REVIEW = {
  Component: component('review/ReviewView#ReviewView'),
  path: `${REVIEW_PATH}/:collection/:id`,
} as const

/** Watches the accounts of people who approve. */
const watchAccounts = (people: CollectionConfig, options: WorkflowOptions): CollectionConfig => ({
  ...people,
  hooks: {
    ...people.hooks,
    afterChange: [...(people.hooks?.afterChange ?? []), recordChange(options)],
    afterOperation: [...(people.hooks?.afterOperation ?? []), recordReset(options)],
  },
})

/** Whoever decides on an edition must not depend on the text of the next one. */
const checkVariants = ({ definitions, variants = {} }: WorkflowOptions) => {
  for (const [collection, list] of Object.entries(variants))
    for (const { follow } of list) {
      const usual = definitions[collection]
      if (!usual) throw new Error(`The workflow has variants for "${collection}", which it does not govern`)
      if (follow.authority !== usual.authority)
        throw new Error(`Workflow "${follow.name}": must have the authority of "${usual.name}", "${usual.authority}"`)
    }
}

/** One person decides on many texts at once, so that nothing may wait for somebody else in between. */
const checkBatch = ({ definitions, batch }: WorkflowOptions) => {
  if (!batch) return
  const { name, authority, onApproved, authors, steps } = batch.definition
  const [step, ...more] = steps
  const plain =
    step?.kind === 'approve' && !step.parallel?.length && (step.quorum ?? 1) === 1 && !step.checklist?.length
  if (!plain || more.length || step.by.role !== authority || !authors.includes(authority) || onApproved !== 'publish')
    throw new Error(`Workflow "${name}": must have one step, approved by one "${authority}", and publish at once`)
  for (const usual of Object.values(definitions))
    if (usual.authority !== authority)
      throw new Error(`Workflow "${name}": must have the authority of "${usual.name}", "${usual.authority}"`)
}

/**
 * Multi-step approval for governed collections. Guards every save, offers the actions over REST and GraphQL, and
 * publishes through the publications plugin, which must come before it in the list of plugins.
 *
 * @throws Error at startup when a definition is unusable, with the name of the step, or when an option cannot be used,
 * with its name
 */
export const workflow =
  (given: GivenOptions): Plugin =>
  (config: Config): Config => {
    const options = withDefaults(given, config)
    for (const definition of definitionsOf(options)) defineWorkflow(definition)
    checkVariants(options)
    checkBatch(options)
    const [wrongHours] = options.notices ? noticeHoursFaults(options.notices) : []
    if (wrongHours) throw new Error(`workflow: notices: ${wrongHours}`)
    const faults = optionFaults(options, config, definitionsOf(options))
    if (faults.length) throw new Error(faults.map((fault) => `workflow: ${fault}`).join('\n'))
    const governed = Object.keys(options.definitions)
    const collections = config.collections ?? []
    const languages = Object.keys(config.i18n?.supportedLanguages ?? {})
    const update = Object.fromEntries(
      collections.filter(({ slug }) => governed.includes(slug)).map(({ slug, access }) => [slug, access?.update]),
    )
    const service = workflowService(options, update)
    const before = config.graphQL?.mutations
    const { components } = config.admin ?? {}
    return {
      ...config,
      admin: {
        ...config.admin,
        custom: { ...config.admin?.custom, ...(options.siteUrl ? { siteUrl: options.siteUrl } : {}) },
        components: {
          ...components,
          providers: [component('Look#Look'), ...(components?.providers ?? [])],
          views: {
            ...components?.views,
            ...(options.batch ? { batch: BATCH } : {}),
            office: OFFICE,
            report: REPORT,
            trail: TRAIL,
            review: REVIEW,
          },
        },
      },
      custom: { ...config.custom, workflow: options },
      collections: [
        ...collections.map((collection) =>
          governed.includes(collection.slug)
            ? govern(collection, options, languages)
            : collection.slug === options.people.collection
              ? watchAccounts(collection, options)
              : collection,
        ),
        ...withLanguages(
          [
            workflowEvents(options.read),
            workflowComments(options.read),
            workflowRuns(options.read),
            workflowNotices(options.read),
            workflowDefinitions(options.read),
            workflowPowers(options.read),
            delegations(options, (slug) => labelOf(collections.find((one) => one.slug === slug)?.labels?.plural, slug)),
          ],
          languages,
        ),
      ],
      endpoints: [
        ...(config.endpoints ?? []),
        // Before the actions, whose path would take these too.
        ...commentsEndpoints(options),
        ...batchEndpoints(options),
        ...boardEndpoints(options),
        definitionsEndpoint(options),
        delegationsEndpoint(options),
        ...peopleEndpoints(options),
        ...trailEndpoints(options),
        sheetEndpoint(service, options),
        ...restEndpoints(service),
        workingCopyEndpoint(service),
        differenceEndpoint(service, options),
        ...versionsEndpoints(service, options),
        previewEndpoint(service, options.previews),
      ],
      graphQL: {
        ...config.graphQL,
        mutations: (graphql, context) => ({
          ...before?.(graphql, context),
          ...workflowMutations(service)(graphql, context),
        }),
      },
    }
  }
