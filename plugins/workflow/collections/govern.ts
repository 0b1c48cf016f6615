import type { Access, CollectionConfig, Field } from 'payload'
import { withLanguages } from '../../../lib/text/languages.ts'
import { STATES } from '../core/state.ts'
import { nameWriters, noteSource } from '../hooks/nameWriters.ts'
import { noteUnsubmitted } from '../hooks/noteUnsubmitted.ts'
import { guardSave, refuseDelete, refuseFrozen } from '../hooks/refuseFrozen.ts'
import { refuseStatus } from '../hooks/refuseStatus.ts'
import { component } from '../place.ts'
import { DefinitionChanged } from '../store/registry.ts'
import { streamOf } from '../store/stream.ts'
import { en } from '../translations/en.ts'
import { vi } from '../translations/vi.ts'
import type { WorkflowOptions } from '../types.ts'
import { loadStream } from '../useCases/load.ts'
import { mayChangeNow } from '../useCases/mayChangeNow.ts'

const never = { create: () => false, update: () => false }

/** First in the sidebar: the standing of a text is what people look for. */
const panel: Field = {
  name: 'workflowPanel',
  type: 'ui',
  label: { vi: 'Duyệt và công bố', en: 'Approval' },
  admin: {
    position: 'sidebar',
    components: { Field: component('Panel#Panel') },
    disableListColumn: true,
  },
}

/** Keeps in the browser what is typed and not saved. */
const keepTyped: Field = {
  name: 'keepTyped',
  type: 'ui',
  admin: { components: { Field: component('KeepTyped#KeepTyped') }, disableListColumn: true },
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
      components: { Cell: component('StateCell#StateCell') },
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
    index: true,
    access: never,
    admin: { hidden: true, disableBulkEdit: true, disableListColumn: true, disableListFilter: true },
  },
  // Ids of those whose text a save took over, separated by spaces.
  { name: 'takenFrom', type: 'text', hidden: true, access: never },
  { name: 'textMark', type: 'text', hidden: true, index: true, access: never },
]

/** The collection's own rule; in addition, nobody may update a frozen text. The admin then shows the form read-only. */
const unlessFrozen =
  (collection: string, base: Access | undefined, options: WorkflowOptions): Access =>
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
    return loaded && (await mayChangeNow(req, options, loaded)) ? allowed : false
  }

type AdminComponents = NonNullable<CollectionConfig['admin']>['components']

/** Payload's own version views label texts as published that nobody approved. Views that are already set are kept. */
const withVersionViews = (components: AdminComponents): AdminComponents => ({
  ...components,
  views: {
    ...components?.views,
    edit: {
      versions: { Component: component('versions/Versions#Versions') },
      version: { Component: component('versions/Comparison#Comparison') },
      ...components?.views?.edit,
    } as NonNullable<NonNullable<AdminComponents>['views']>['edit'],
  },
})

/** A collection whose texts are approved: with the panel, the fields of the workflow, and guards on every save. */
export const govern = (
  collection: CollectionConfig,
  options: WorkflowOptions,
  languages: string[],
): CollectionConfig => {
  const { hooks, access, admin } = collection
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
    access: { ...access, update: unlessFrozen(collection.slug, access?.update, options) },
    fields: [
      ...withLanguages([panel, keepTyped], languages),
      ...collection.fields,
      ...withLanguages(workflowFields, languages),
    ],
    hooks: {
      ...hooks,
      beforeOperation: [refuseStatus, refuseFrozen(options), noteSource, ...(hooks?.beforeOperation ?? [])],
      // Last, so that no other hook of the collection can override it.
      beforeChange: [...(hooks?.beforeChange ?? []), nameWriters(Object.keys(options.definitions)), guardSave(options)],
      afterChange: [noteUnsubmitted, ...(hooks?.afterChange ?? [])],
      beforeDelete: [refuseDelete, ...(hooks?.beforeDelete ?? [])],
    },
  }
}
