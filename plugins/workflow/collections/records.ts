import type { Access, CollectionConfig } from 'payload'
import { refuseWrites, withInstants, wordField } from '../../publications/index.ts'
import { en } from '../translations/en.ts'
import { vi } from '../translations/vi.ts'

const DOCUMENT = '/plugins/workflow/admin/DocumentCell#DocumentCell'

const inBoth = (inVietnamese: Record<string, string>, inEnglish: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(inVietnamese).map(([word, shown]) => [word, { vi: shown, en: inEnglish[word] ?? shown }]),
  )

const GROUP = { vi: 'Sổ và nhật ký', en: 'Records' }

/** A collection written only by the workflow, below Payload's operations. */
const record = (
  slug: string,
  labels: { vi: string; en: string },
  useAsTitle: string,
  read: Access,
  rest: Pick<CollectionConfig, 'fields' | 'indexes' | 'defaultSort'> & { columns: string[] },
): CollectionConfig => {
  const { columns, fields, ...others } = rest
  return {
    slug,
    labels: { singular: labels, plural: labels },
    admin: { useAsTitle, defaultColumns: columns, group: GROUP, hideAPIURL: true },
    access: { read, create: () => false, update: () => false, delete: () => false },
    hooks: { beforeOperation: [refuseWrites] },
    disableDuplicate: true,
    disableBulkEdit: true,
    timestamps: false,
    lockDocuments: false,
    ...others,
    fields: withInstants(fields),
  }
}

/** One stream per document, chained by hash: who did what, when, in which capacity and why. */
export const workflowEvents = (read: Access): CollectionConfig =>
  record('workflow-events', { vi: 'Nhật ký duyệt', en: 'Approval trail' }, 'document', read, {
    columns: ['at', 'document', 'type', 'actorName', 'reason'],
    defaultSort: '-at',
    indexes: [{ fields: ['document', 'seq'], unique: true }],
    fields: [
      {
        name: 'document',
        type: 'text',
        required: true,
        index: true,
        label: { vi: 'Văn bản', en: 'Document' },
        admin: { components: { Cell: DOCUMENT } },
      },
      { name: 'seq', type: 'number', required: true, label: { vi: 'Số thứ tự', en: 'Number' } },
      wordField({
        name: 'type',
        index: true,
        label: { vi: 'Việc', en: 'What happened' },
        words: inBoth(vi.events, en.events),
      }),
      { name: 'at', type: 'text', required: true, index: true, label: { vi: 'Lúc', en: 'At' } },
      { name: 'actor', type: 'text', required: true, label: { vi: 'Mã người làm', en: 'Person (key)' } },
      { name: 'actorName', type: 'text', label: { vi: 'Người làm', en: 'Person' } },
      { name: 'actorRole', type: 'text', label: { vi: 'Vai trò', en: 'Role' } },
      { name: 'capacity', type: 'text', label: { vi: 'Tư cách', en: 'Capacity' } },
      { name: 'step', type: 'text', label: { vi: 'Bước', en: 'Step' } },
      { name: 'contentHash', type: 'text', label: { vi: 'Mã nội dung', en: 'Content hash' } },
      { name: 'reason', type: 'textarea', label: { vi: 'Lý do', en: 'Reason' } },
      { name: 'data', type: 'textarea', label: { vi: 'Chi tiết', en: 'Details' } },
      { name: 'prev', type: 'text', label: { vi: 'Mã dòng trước', en: 'Previous hash' } },
      { name: 'hash', type: 'text', required: true, label: { vi: 'Mã dòng', en: 'Hash' } },
    ],
  })

/** The current standing of each document: a projection of its stream, for lists and tasks. */
export const workflowRuns = (read: Access): CollectionConfig =>
  record('workflow-runs', { vi: 'Tình trạng duyệt', en: 'Approval status' }, 'document', read, {
    columns: ['document', 'state', 'stepTitle', 'since'],
    defaultSort: '-since',
    fields: [
      {
        name: 'document',
        type: 'text',
        required: true,
        unique: true,
        label: { vi: 'Văn bản', en: 'Document' },
        admin: { components: { Cell: DOCUMENT } },
      },
      { name: 'collection', type: 'text', required: true, label: { vi: 'Loại', en: 'Collection' } },
      { name: 'key', type: 'text', required: true, index: true, label: { vi: 'Mã văn bản', en: 'Key' } },
      wordField({
        name: 'state',
        index: true,
        label: { vi: 'Tình trạng', en: 'State' },
        words: inBoth(vi.states, en.states),
      }),
      { name: 'seq', type: 'number', required: true, label: { vi: 'Số thứ tự', en: 'Number' } },
      { name: 'round', type: 'number', label: { vi: 'Vòng duyệt', en: 'Round' } },
      { name: 'edition', type: 'number', label: { vi: 'Bản công bố số', en: 'Edition' } },
      { name: 'waitsFor', type: 'text', index: true, label: { vi: 'Chờ vai trò', en: 'Waits for' } },
      { name: 'stepName', type: 'text', label: { vi: 'Mã bước', en: 'Step (key)' } },
      { name: 'stepTitle', type: 'text', label: { vi: 'Bước', en: 'Step' } },
      { name: 'contentHash', type: 'text', label: { vi: 'Mã nội dung', en: 'Content hash' } },
      { name: 'submitter', type: 'text', index: true, label: { vi: 'Mã người trình', en: 'Submitter (key)' } },
      { name: 'returnedTo', type: 'text', index: true, label: { vi: 'Trả lại cho', en: 'Returned to' } },
      { name: 'since', type: 'text', index: true, label: { vi: 'Từ lúc', en: 'Since' } },
      { name: 'dueAt', type: 'text', index: true, label: { vi: 'Việc tiếp theo lúc', en: 'Next due at' } },
    ],
  })

/** Every definition that a run ever followed, by its hash. */
export const workflowDefinitions = (read: Access): CollectionConfig =>
  record('workflow-definitions', { vi: 'Quy trình duyệt', en: 'Workflow definitions' }, 'name', read, {
    columns: ['name', 'hash'],
    fields: [
      { name: 'hash', type: 'text', required: true, unique: true, label: { vi: 'Mã dòng', en: 'Hash' } },
      { name: 'name', type: 'text', required: true, label: { vi: 'Tên', en: 'Name' } },
      { name: 'bytes', type: 'textarea', required: true, label: { vi: 'Nội dung', en: 'Content' } },
    ],
  })
