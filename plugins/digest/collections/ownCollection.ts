import type { Access, CollectionConfig, Field } from 'payload'
import { refuseWrites, withInstants } from '../../publications/index.ts'

/**
 * A collection that only the plugin writes, below Payload's operations: readable with permission; every create, update
 * and delete is denied, whoever asks.
 */
export const ownCollection = (args: {
  slug: string
  labels: NonNullable<CollectionConfig['labels']>
  useAsTitle: string
  columns: string[]
  /** Sort field for the newest rows first. */
  newest: string
  read: Access
  fields: Field[]
  indexes?: CollectionConfig['indexes']
  hidden?: boolean
}): CollectionConfig => ({
  slug: args.slug,
  labels: args.labels,
  defaultSort: `-${args.newest}`,
  admin: {
    useAsTitle: args.useAsTitle,
    defaultColumns: args.columns,
    group: { vi: 'Bản tin thư điện tử', en: 'E-mail digests' },
    hideAPIURL: true,
    hidden: args.hidden ?? false,
  },
  access: { read: args.read, create: () => false, update: () => false, delete: () => false },
  hooks: { beforeOperation: [refuseWrites] },
  indexes: args.indexes,
  disableDuplicate: true,
  disableBulkEdit: true,
  timestamps: false,
  lockDocuments: false,
  fields: withInstants(args.fields),
})

/** A select field with stored values and labels for people. */
export const stateField = (labels: Record<string, { vi: string; en: string }>): Field => ({
  name: 'state',
  type: 'select',
  required: true,
  index: true,
  label: { vi: 'Trạng thái', en: 'State' },
  options: Object.entries(labels).map(([value, label]) => ({ value, label })),
})
