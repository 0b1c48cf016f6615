import type { Access, CollectionConfig } from 'payload'
import { refuseWrites } from '../../publications/index.ts'

const GROUP = { vi: 'Sổ và nhật ký', en: 'Records' }

/** A collection written only by the workflow, below Payload's operations. */
const record = (
  slug: string,
  labels: { vi: string; en: string },
  useAsTitle: string,
  read: Access,
  rest: Pick<CollectionConfig, 'fields' | 'indexes'>,
): CollectionConfig => ({
  slug,
  labels: { singular: labels, plural: labels },
  admin: { useAsTitle, group: GROUP, hideAPIURL: true },
  access: { read, create: () => false, update: () => false, delete: () => false },
  hooks: { beforeOperation: [refuseWrites] },
  disableDuplicate: true,
  disableBulkEdit: true,
  timestamps: false,
  lockDocuments: false,
  ...rest,
})

/** One stream per document, chained by hash: who did what, when, in which capacity and why. */
export const workflowEvents = (read: Access): CollectionConfig =>
  record('workflow-events', { vi: 'Nhật ký duyệt', en: 'Approval trail' }, 'document', read, {
    indexes: [{ fields: ['document', 'seq'], unique: true }],
    fields: [
      { name: 'document', type: 'text', required: true, index: true },
      { name: 'seq', type: 'number', required: true },
      { name: 'type', type: 'text', required: true, index: true },
      { name: 'at', type: 'text', required: true, index: true },
      { name: 'actor', type: 'text', required: true },
      { name: 'actorName', type: 'text' },
      { name: 'actorRole', type: 'text' },
      { name: 'capacity', type: 'text' },
      { name: 'step', type: 'text' },
      { name: 'contentHash', type: 'text' },
      { name: 'reason', type: 'textarea' },
      { name: 'data', type: 'textarea' },
      { name: 'prev', type: 'text' },
      { name: 'hash', type: 'text', required: true },
    ],
  })

/** The current standing of each document: a projection of its stream, for lists and tasks. */
export const workflowRuns = (read: Access): CollectionConfig =>
  record('workflow-runs', { vi: 'Tình trạng duyệt', en: 'Approval status' }, 'document', read, {
    fields: [
      { name: 'document', type: 'text', required: true, unique: true },
      { name: 'collection', type: 'text', required: true },
      { name: 'key', type: 'text', required: true, index: true },
      { name: 'state', type: 'text', required: true, index: true },
      { name: 'seq', type: 'number', required: true },
      { name: 'round', type: 'number' },
      { name: 'edition', type: 'number' },
      { name: 'waitsFor', type: 'text', index: true },
      { name: 'stepName', type: 'text' },
      { name: 'stepTitle', type: 'text' },
      { name: 'contentHash', type: 'text' },
      { name: 'submitter', type: 'text', index: true },
      { name: 'returnedTo', type: 'text', index: true },
      { name: 'since', type: 'text', index: true },
      { name: 'dueAt', type: 'text', index: true },
    ],
  })

/** Every definition that a run ever followed, by its hash. */
export const workflowDefinitions = (read: Access): CollectionConfig =>
  record('workflow-definitions', { vi: 'Quy trình duyệt', en: 'Workflow definitions' }, 'name', read, {
    fields: [
      { name: 'hash', type: 'text', required: true, unique: true },
      { name: 'name', type: 'text', required: true },
      { name: 'bytes', type: 'textarea', required: true },
    ],
  })
