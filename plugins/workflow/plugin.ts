import type { Access, CollectionConfig, Config, Field, Plugin } from 'payload'
import { workflowDefinitions, workflowEvents, workflowRuns } from './collections/records.ts'
import { mayChange } from './core/decide.ts'
import { defineWorkflow } from './core/definition.ts'
import { STATES } from './core/state.ts'
import { workflowMutations } from './endpoints/graphql.ts'
import { previewEndpoint } from './endpoints/preview.ts'
import { restEndpoints } from './endpoints/rest.ts'
import { workflowService } from './endpoints/service.ts'
import { versionsEndpoints } from './endpoints/versions.ts'
import { workingCopyEndpoint } from './endpoints/workingCopy.ts'
import { nameWriters, noteSource } from './hooks/nameWriters.ts'
import { noteUnsubmitted } from './hooks/noteUnsubmitted.ts'
import { guardSave, refuseDelete, refuseFrozen } from './hooks/refuseFrozen.ts'
import { refuseStatus } from './hooks/refuseStatus.ts'
import { DefinitionChanged } from './store/registry.ts'
import { streamOf } from './store/stream.ts'
import { en } from './translations/en.ts'
import { vi } from './translations/vi.ts'
import type { WorkflowOptions } from './types.ts'
import { loadStream } from './useCases/load.ts'

const never = { create: () => false, update: () => false }

/** First in the sidebar: the standing of a text is what people look for. */
const panel: Field = {
  name: 'workflowPanel',
  type: 'ui',
  label: { vi: 'Duyệt và công bố', en: 'Approval' },
  admin: {
    position: 'sidebar',
    components: { Field: '/plugins/workflow/admin/Panel#Panel' },
    disableListColumn: true,
  },
}

const workflowFields: Field[] = [
  {
    name: 'workflowState',
    type: 'select',
    label: { vi: 'Tình trạng', en: 'State' },
    defaultValue: 'draft',
    index: true,
    access: never,
    options: STATES.map((value) => ({ value, label: { vi: vi.states[value], en: en.states[value] } })),
    admin: {
      readOnly: true,
      position: 'sidebar',
      disableBulkEdit: true,
      condition: () => false,
      components: { Cell: '/plugins/workflow/admin/StateCell#StateCell' },
    },
  },
  {
    name: 'unsubmittedChanges',
    type: 'checkbox',
    label: { vi: 'Có sửa đổi chưa trình', en: 'Changes not submitted' },
    access: never,
    admin: { hidden: true, disableBulkEdit: true, disableListColumn: true },
  },
  {
    name: 'editedBy',
    type: 'text',
    access: never,
    admin: { hidden: true, disableBulkEdit: true, disableListColumn: true, disableListFilter: true },
  },
  // Ids of those whose text a save took over, separated by spaces.
  { name: 'takenFrom', type: 'text', hidden: true, access: never },
  { name: 'textMark', type: 'text', hidden: true, index: true, access: never },
]

/** The collection's own rule; in addition, nobody may update a frozen text. The admin then shows the form read-only. */
const unlessFrozen =
  (collection: string, base: Access | undefined, roleField: string): Access =>
  async (args) => {
    const allowed = base ? await base(args) : false
    if (!allowed || args.id === undefined) return allowed
    const { req, id } = args
    const row = await req.payload.db.findOne<{ id: string; key?: string }>({
      collection,
      where: { id: { equals: id } },
      req,
    })
    if (!row?.key) return allowed
    const loaded = await loadStream(req.payload, streamOf(collection, row.key)).catch((error: unknown) => {
      if (error instanceof DefinitionChanged) return undefined
      throw error
    })
    const role = String((req.user as Record<string, unknown> | null)?.[roleField] ?? '')
    return loaded && mayChange(loaded.state, role, loaded.definitions) ? allowed : false
  }

type AdminComponents = NonNullable<CollectionConfig['admin']>['components']

/** Payload's own version views label texts as published that nobody approved. Views that are already set are kept. */
const withVersionViews = (components: AdminComponents): AdminComponents => ({
  ...components,
  views: {
    ...components?.views,
    edit: {
      versions: { Component: '/plugins/workflow/admin/versions/Versions#Versions' },
      version: { Component: '/plugins/workflow/admin/versions/Comparison#Comparison' },
      ...components?.views?.edit,
    } as NonNullable<NonNullable<AdminComponents>['views']>['edit'],
  },
})

const govern = (collection: CollectionConfig, options: WorkflowOptions): CollectionConfig => {
  const { hooks, access, admin } = collection
  const roleField = options.people.role
  return {
    ...collection,
    admin: {
      ...admin,
      preview: ({ id }, { locale, req }) =>
        id === undefined
          ? null
          : `${req.payload.config.routes.api}/workflow/${collection.slug}/${id}/preview?locale=${locale}`,
      defaultColumns: [...(admin?.defaultColumns ?? [admin?.useAsTitle ?? 'id']), 'workflowState'],
      components: withVersionViews(admin?.components),
    },
    access: { ...access, update: unlessFrozen(collection.slug, access?.update, roleField) },
    fields: [panel, ...collection.fields, ...workflowFields],
    hooks: {
      ...hooks,
      beforeOperation: [refuseStatus, refuseFrozen(roleField), noteSource, ...(hooks?.beforeOperation ?? [])],
      // Last, so that no other hook of the collection can override it.
      beforeChange: [
        ...(hooks?.beforeChange ?? []),
        nameWriters(Object.keys(options.definitions)),
        guardSave(roleField),
      ],
      afterChange: [noteUnsubmitted, ...(hooks?.afterChange ?? [])],
      beforeDelete: [refuseDelete, ...(hooks?.beforeDelete ?? [])],
    },
  }
}

/**
 * Multi-step approval for governed collections. Guards every save, offers the actions over REST and GraphQL, and
 * publishes through the publications plugin, which must come before it in the list of plugins.
 *
 * @throws Error at startup when a definition is unusable, with the name of the step, or names an unknown collection
 */
export const workflow =
  (options: WorkflowOptions): Plugin =>
  (config: Config): Config => {
    for (const definition of Object.values(options.definitions)) defineWorkflow(definition)
    const governed = Object.keys(options.definitions)
    const collections = config.collections ?? []
    const missing = governed.find((slug) => !collections.some((collection) => collection.slug === slug))
    if (missing) throw new Error(`The workflow names "${missing}", which is no collection`)
    const update = Object.fromEntries(
      collections.filter(({ slug }) => governed.includes(slug)).map(({ slug, access }) => [slug, access?.update]),
    )
    const service = workflowService(options, update)
    const before = config.graphQL?.mutations
    return {
      ...config,
      custom: { ...config.custom, workflow: options },
      collections: [
        ...collections.map((collection) =>
          governed.includes(collection.slug) ? govern(collection, options) : collection,
        ),
        workflowEvents(options.read),
        workflowRuns(options.read),
        workflowDefinitions(options.read),
      ],
      endpoints: [
        ...(config.endpoints ?? []),
        ...restEndpoints(service),
        workingCopyEndpoint(service),
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
