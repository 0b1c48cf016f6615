import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionConfig,
  FieldHook,
  PayloadRequest,
} from 'payload'
import { say } from '../../../lib/faults/say.ts'
import { addressFault, LONGEST } from '../core/address.ts'
import { textsFor } from '../endpoints/answers.ts'
import { standingEndpoint, testEndpoint } from '../endpoints/deliveries.ts'
import { rotateEndpoint } from '../endpoints/rotate.ts'
import { beginAfresh, beginState, endState, WEBHOOKS } from '../store/states.ts'
import type { WebhookOptions, WebhookRow } from '../types.ts'

const trimmed: FieldHook = ({ value }) => (typeof value === 'string' ? value.trim() : value)

/**
 * Begins or lets go on what belongs to a webhook, in the same transaction as the change. The answer to a creation holds
 * the signing secret, as no other answer does.
 */
const keepState: CollectionAfterChangeHook<WebhookRow> = async ({ doc, previousDoc, operation, req }) => {
  const { payload, transactionID } = req
  const of = { payload, webhook: String(doc.id), req: { transactionID } }
  if (operation === 'create') return { ...doc, secret: await beginState(of) }
  if ((doc.active && !previousDoc.active) || doc.url !== previousDoc.url) await beginAfresh(of)
  return doc
}

const dropState: CollectionAfterDeleteHook = async ({ id, req }) => {
  await endState({ payload: req.payload, webhook: String(id), req: { transactionID: req.transactionID } })
}

interface Validated {
  previousValue?: unknown
  req: PayloadRequest
}

/** Programs that are told of publications, as administrators write them. */
export const webhooksCollection = (
  options: WebhookOptions,
  labelOf: (collection: string) => { vi: string; en: string },
): CollectionConfig => ({
  slug: WEBHOOKS,
  labels: {
    singular: { vi: 'Nơi nhận tin tự động', en: 'Webhook' },
    plural: { vi: 'Nơi nhận tin tự động', en: 'Webhooks' },
  },
  access: { read: options.access, create: options.access, update: options.access, delete: options.access },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'url', 'active'],
    group: { vi: 'Quản trị', en: 'Administration' },
    hideAPIURL: true,
    description: {
      vi: 'Website và phần mềm khác được báo ngay khi có văn bản công bố, đính chính, rút lại hay hết hạn.',
      en: 'Websites and other programs that are told at once what is published, corrected, withdrawn or expired.',
    },
  },
  defaultSort: 'name',
  disableDuplicate: true,
  disableBulkEdit: true,
  lockDocuments: false,
  endpoints: [testEndpoint, rotateEndpoint, standingEndpoint],
  hooks: { afterChange: [keepState], afterDelete: [dropState] },
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      maxLength: 200,
      label: { vi: 'Tên', en: 'Name' },
      hooks: { beforeValidate: [trimmed] },
      admin: {
        description: { vi: 'Để bạn nhận ra, ví dụ “Website của tỉnh”.', en: 'For you to know it by.' },
      },
    },
    {
      name: 'url',
      type: 'text',
      required: true,
      maxLength: LONGEST,
      label: { vi: 'Địa chỉ nhận tin', en: 'Address' },
      hooks: { beforeValidate: [trimmed] },
      validate: (value: string | null | undefined, { previousValue, req }: Validated) => {
        const texts = textsFor(req).addresses
        if (typeof value !== 'string' || value === '') return texts.form
        if (value.length > LONGEST) return say(req, 'Địa chỉ quá dài; xin rút ngắn.', 'It is too long; shorten it.')
        // Settings that became stricter must not keep anybody from switching it off.
        if (value === previousValue) return true
        const fault = addressFault(value, options.addresses)
        return fault ? texts[fault] : true
      },
      admin: {
        description: {
          vi: 'Địa chỉ https do người phụ trách nơi nhận đưa.',
          en: 'The https address that whoever runs the receiver gave you.',
        },
      },
    },
    {
      name: 'collections',
      type: 'select',
      hasMany: true,
      label: { vi: 'Chỉ báo về (không bắt buộc)', en: 'Only tell of (optional)' },
      options: options.collections.map((value) => ({ value, label: { ...labelOf(value) } })),
      admin: {
        description: {
          vi: 'Để trống là mọi loại văn bản, tin. Thay đổi trong danh mục chỉ được báo khi chọn ở đây.',
          en: 'Empty means every kind of document. Changes of reference data are told only when chosen here.',
        },
      },
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      label: { vi: 'Đang dùng', en: 'Active' },
      admin: {
        description: {
          vi: 'Bỏ dấu thì tạm ngừng gửi; đánh dấu lại thì gửi tiếp từ chỗ dừng.',
          en: 'Untick it to stop for a while; ticked again, it goes on from where it was.',
        },
      },
    },
    {
      name: 'standing',
      type: 'ui',
      label: { vi: 'Tình trạng gửi', en: 'Deliveries' },
      admin: {
        components: { Field: '/plugins/webhooks/admin/Standing#Standing' },
        disableListColumn: true,
      },
    },
  ],
})
