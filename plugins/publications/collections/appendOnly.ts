import type { Access, CollectionConfig, Endpoint, Field } from 'payload'
import { refuseWrites } from '../hooks/refuseWrites.ts'
import { withInstants } from './logFields.ts'

/** An append-only collection: readable with permission; Payload's operations cannot write to it. */
export const appendOnly = (args: {
  slug: string
  labels: NonNullable<CollectionConfig['labels']>
  useAsTitle: string
  fields: Field[]
  indexes?: CollectionConfig['indexes']
  endpoints?: Endpoint[]
  read: Access
  /** Columns of the list, the newest rows first when `at` is one of them. */
  columns?: string[]
}): CollectionConfig => ({
  slug: args.slug,
  labels: args.labels,
  ...(args.columns?.includes('at') ? { defaultSort: '-at' } : {}),
  admin: {
    useAsTitle: args.useAsTitle,
    ...(args.columns ? { defaultColumns: args.columns } : {}),
    group: { vi: 'Sổ và nhật ký', en: 'Records' },
    hideAPIURL: true,
  },
  access: { read: args.read, create: () => false, update: () => false, delete: () => false },
  hooks: { beforeOperation: [refuseWrites] },
  indexes: args.indexes,
  endpoints: args.endpoints,
  disableDuplicate: true,
  disableBulkEdit: true,
  timestamps: false,
  lockDocuments: false,
  fields: withInstants(args.fields),
})
