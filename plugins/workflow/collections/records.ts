import type { Access, CollectionConfig, Field } from 'payload'
import { refuseWrites, withInstants, wordField } from '../../publications/index.ts'
import { component } from '../place.ts'
import { en } from '../translations/en.ts'
import { MAIL_TEXTS } from '../translations/mails.ts'
import { vi } from '../translations/vi.ts'

const DOCUMENT = component('DocumentCell#DocumentCell')

const inBoth = (inVietnamese: Record<string, string>, inEnglish: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(inVietnamese).map(([word, shown]) => [word, { vi: shown, en: inEnglish[word] ?? shown }]),
  )

const GROUP = { vi: 'Sổ và nhật ký', en: 'Records' }

/** Where a row stands in the stream of its document. */
const OF_A_DOCUMENT: Field[] = [
  {
    name: 'document',
    type: 'text',
    required: true,
    index: true,
    label: { vi: 'Văn bản', en: 'Document' },
    admin: { components: { Cell: DOCUMENT } },
  },
  { name: 'seq', type: 'number', required: true, label: { vi: 'Số thứ tự', en: 'Number' } },
]

/** What makes the rows of a stream a chain. */
const CHAINED: Field[] = [
  { name: 'prev', type: 'text', label: { vi: 'Mã dòng trước', en: 'Previous hash' } },
  { name: 'hash', type: 'text', required: true, label: { vi: 'Mã dòng', en: 'Hash' } },
]

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
      ...OF_A_DOCUMENT,
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
      ...CHAINED,
    ],
  })

/** What people say about documents, chained by hash like the trail. */
export const workflowComments = (read: Access): CollectionConfig =>
  record('workflow-comments', { vi: 'Ý kiến trao đổi', en: 'Comments' }, 'document', read, {
    columns: ['at', 'document', 'type', 'actorName', 'text'],
    defaultSort: '-at',
    indexes: [{ fields: ['document', 'seq'], unique: true }],
    fields: [
      ...OF_A_DOCUMENT,
      wordField({
        name: 'type',
        index: true,
        label: { vi: 'Việc', en: 'What happened' },
        words: inBoth(vi.comments.types, en.comments.types),
      }),
      { name: 'at', type: 'text', required: true, index: true, label: { vi: 'Lúc', en: 'At' } },
      { name: 'comment', type: 'text', required: true, label: { vi: 'Mã ý kiến', en: 'Comment (key)' } },
      { name: 'replyTo', type: 'text', label: { vi: 'Trả lời ý kiến', en: 'Reply to' } },
      { name: 'path', type: 'text', label: { vi: 'Mục', en: 'Field' } },
      { name: 'text', type: 'textarea', label: { vi: 'Nội dung', en: 'Text' } },
      { name: 'actor', type: 'text', required: true, label: { vi: 'Mã người nói', en: 'Person (key)' } },
      { name: 'actorName', type: 'text', label: { vi: 'Người nói', en: 'Person' } },
      { name: 'actorRole', type: 'text', label: { vi: 'Vai trò', en: 'Role' } },
      { name: 'capacity', type: 'text', label: { vi: 'Tư cách', en: 'Capacity' } },
      ...CHAINED,
    ],
  })

/** Who received or lost power to approve, chained by hash like the trail. */
export const workflowPowers = (read: Access): CollectionConfig =>
  record('workflow-powers', { vi: 'Sổ quyền duyệt', en: 'Powers to approve' }, 'document', read, {
    columns: ['at', 'type', 'actorName', 'document'],
    defaultSort: '-at',
    indexes: [{ fields: ['document', 'seq'], unique: true }],
    fields: [
      { name: 'document', type: 'text', required: true, index: true, label: { vi: 'Của', en: 'Of' } },
      { name: 'seq', type: 'number', required: true, label: { vi: 'Số thứ tự', en: 'Number' } },
      wordField({
        name: 'type',
        index: true,
        label: { vi: 'Việc', en: 'What happened' },
        words: inBoth(vi.powers, en.powers),
      }),
      { name: 'at', type: 'text', required: true, index: true, label: { vi: 'Lúc', en: 'At' } },
      { name: 'actor', type: 'text', required: true, label: { vi: 'Mã người làm', en: 'Person (key)' } },
      { name: 'actorName', type: 'text', label: { vi: 'Người làm', en: 'Person' } },
      { name: 'actorRole', type: 'text', label: { vi: 'Vai trò', en: 'Role' } },
      { name: 'capacity', type: 'text', label: { vi: 'Tư cách', en: 'Capacity' } },
      { name: 'data', type: 'textarea', label: { vi: 'Chi tiết', en: 'Details' } },
      ...CHAINED,
    ],
  })

/** The current standing of each document: a projection of its stream, for lists and tasks. */
export const workflowRuns = (read: Access): CollectionConfig =>
  record('workflow-runs', { vi: 'Tình trạng duyệt', en: 'Approval status' }, 'document', read, {
    columns: ['document', 'state', 'stepTitle', 'since'],
    defaultSort: '-since',
    // The desk asks for the oldest that wait for one group, however many wait.
    indexes: ['waitsFor', 'waitsForSecond', 'waitsForThird'].map((group) => ({ fields: [group, 'dueBy', 'since'] })),
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
      { name: 'waitsFor', type: 'text', index: true, label: { vi: 'Chờ nhóm', en: 'Waits for' } },
      {
        name: 'waitsForSecond',
        type: 'text',
        index: true,
        label: { vi: 'Chờ nhóm thứ hai', en: 'Waits for (second)' },
      },
      { name: 'waitsForThird', type: 'text', index: true, label: { vi: 'Chờ nhóm thứ ba', en: 'Waits for (third)' } },
      { name: 'stepName', type: 'text', label: { vi: 'Mã bước', en: 'Step (key)' } },
      { name: 'stepTitle', type: 'text', label: { vi: 'Bước', en: 'Step' } },
      { name: 'contentHash', type: 'text', label: { vi: 'Mã nội dung', en: 'Content hash' } },
      { name: 'submitter', type: 'text', index: true, label: { vi: 'Mã người trình', en: 'Submitter (key)' } },
      { name: 'returnedTo', type: 'text', index: true, label: { vi: 'Trả lại cho', en: 'Returned to' } },
      {
        name: 'author',
        type: 'text',
        index: true,
        label: { vi: 'Mã người trình gần nhất', en: 'Last submitter (key)' },
      },
      { name: 'claimedBy', type: 'text', index: true, label: { vi: 'Mã người đang xử lý', en: 'Claimed by (key)' } },
      { name: 'claimedName', type: 'text', label: { vi: 'Người đang xử lý', en: 'Claimed by' } },
      { name: 'claimUntil', type: 'text', label: { vi: 'Giữ đến', en: 'Claimed until' } },
      { name: 'dueBy', type: 'text', index: true, label: { vi: 'Hạn của bước', en: 'Step due by' } },
      { name: 'since', type: 'text', index: true, label: { vi: 'Từ lúc', en: 'Since' } },
      { name: 'dueAt', type: 'text', index: true, label: { vi: 'Việc tiếp theo lúc', en: 'Next due at' } },
    ],
  })

/** What officers are told of, one row for each thing that one person is told. */
export const workflowNotices = (read: Access): CollectionConfig =>
  record('workflow-notices', { vi: 'Báo việc cho cán bộ', en: 'Notices to officers' }, 'key', read, {
    columns: ['at', 'document', 'kind', 'person', 'state'],
    defaultSort: '-at',
    indexes: [{ fields: ['state', 'at'] }],
    fields: [
      { name: 'key', type: 'text', required: true, unique: true, label: { vi: 'Mã', en: 'Key' } },
      {
        name: 'document',
        type: 'text',
        required: true,
        label: { vi: 'Văn bản', en: 'Document' },
        admin: { components: { Cell: DOCUMENT } },
      },
      { name: 'event', type: 'number', required: true, label: { vi: 'Việc số', en: 'Event' } },
      wordField({
        name: 'kind',
        label: { vi: 'Báo về việc', en: 'About' },
        words: inBoth(MAIL_TEXTS.vi.subjects, MAIL_TEXTS.en.subjects),
      }),
      { name: 'person', type: 'text', required: true, label: { vi: 'Mã người nhận', en: 'Person (key)' } },
      { name: 'at', type: 'text', required: true, label: { vi: 'Lúc', en: 'At' } },
      wordField({
        name: 'state',
        label: { vi: 'Tình trạng', en: 'State' },
        words: inBoth(MAIL_TEXTS.vi.states, MAIL_TEXTS.en.states),
      }),
      { name: 'mail', type: 'text', label: { vi: 'Mã thư', en: 'Mail (key)' } },
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
