import {
  APIError,
  type CollectionAfterChangeHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type CollectionBeforeValidateHook,
  type CollectionConfig,
  type PayloadRequest,
  type Where,
} from 'payload'
import type { Text } from '../core/definition.ts'
import { delegationFault, handable } from '../core/delegation.ts'
import { CAPACITIES } from '../core/powers.ts'
import { type Refusal, refusal, STATUS } from '../core/refusal.ts'
import { sentence } from '../hooks/asApiError.ts'
import { component } from '../place.ts'
import type { WorkflowOptions } from '../types.ts'
import { definitionsOf } from '../useCases/definitions.ts'
import {
  DELEGATIONS,
  type DelegationRow,
  delegationIn,
  openDelegations,
  recordDelegation,
} from '../useCases/delegations.ts'
import { handableTitles } from '../useCases/handableTitles.ts'
import { actorOf, inUse, personAsking, personById } from '../useCases/people.ts'
import { instantField, instantOf, isInstant } from './instantField.ts'

const READS = new Set(['read', 'readDistinct', 'count', 'countVersions'])

const refuse = ({ code, message, fields }: Refusal, req: PayloadRequest): APIError =>
  new APIError(
    sentence(message, req),
    STATUS[code],
    { code, errors: fields?.map((field) => ({ path: field.path, message: sentence(field.message, req) })) },
    true,
  )

/** Guarantees that a delegation is never changed: who wants another one ends it and makes a new one. */
const madeOnce: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (READS.has(operation) || operation === 'create') return args
  throw refuse(
    refusal(
      'FORBIDDEN',
      'Ủy quyền đã lập không sửa được; xin chấm dứt rồi lập ủy quyền mới.',
      'A delegation cannot be changed; end it and make a new one.',
    ),
    req,
  )
}

/** Guarantees that everyone delegates in their own name alone, on every API. */
const inOwnName: CollectionBeforeValidateHook = ({ data = {}, req }) => {
  if (!req.user)
    throw refuse(refusal('LOGIN_REQUIRED', 'Xin đăng nhập để lập ủy quyền.', 'Log in to make a delegation.'), req)
  const texts = (value: unknown) =>
    (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '')
  return {
    ...data,
    from: req.user.id,
    endedAt: null,
    steps: texts(data.steps),
    collections: texts(data.collections),
    validFrom: instantOf(data.validFrom, 'start'),
    validTo: instantOf(data.validTo, 'end'),
  }
}

const possible =
  (options: WorkflowOptions): CollectionBeforeChangeHook =>
  async ({ data, req }) => {
    // Payload checks the fields after this hook, and refuses what is missing or no time at all.
    if (!isInstant(data.validFrom) || !isInstant(data.validTo) || typeof data.authority !== 'string') return data
    const { payload } = req
    const wanted = delegationIn(data as DelegationRow)
    const now = options.clock.now()
    const fault = delegationFault({
      wanted,
      from: await personAsking(req, options),
      to: await personById(payload, options, wanted.to),
      others: await openDelegations(payload, now),
      definitions: definitionsOf(options),
      now: now.toISOString(),
    })
    if (fault) throw refuse(fault, req)
    return data
  }

const record =
  (options: WorkflowOptions): CollectionAfterChangeHook =>
  async ({ doc, req }) => {
    await recordDelegation({
      payload: req.payload,
      row: doc as DelegationRow,
      by: actorOf(req.user!, options),
      at: options.clock.now(),
      req: { transactionID: req.transactionID },
    })
    return doc
  }

const CAPACITY_LABELS: Record<(typeof CAPACITIES)[number], Text> = {
  'KT.': { vi: 'KT. (ký thay)', en: 'KT. (in their place)' },
  'TL.': { vi: 'TL. (thừa lệnh)', en: 'TL. (by their order)' },
  'TUQ.': { vi: 'TUQ. (thừa ủy quyền)', en: 'TUQ. (by their authorisation)' },
  'Q.': { vi: 'Q. (quyền)', en: 'Q. (acting)' },
}

/** Who handed which power to whom, until when, and by which document. */
export const delegations = (options: WorkflowOptions, labelOf: (collection: string) => Text): CollectionConfig => {
  const definitions = definitionsOf(options)
  const people = options.people.collection
  return {
    slug: DELEGATIONS,
    labels: {
      singular: { vi: 'Ủy quyền', en: 'Delegation' },
      plural: { vi: 'Ủy quyền', en: 'Delegations' },
    },
    admin: {
      useAsTitle: 'authority',
      defaultColumns: ['from', 'to', 'steps', 'validFrom', 'validTo', 'endedAt'],
      group: { vi: 'Duyệt và công bố', en: 'Approval' },
      hideAPIURL: true,
      description: {
        vi: 'Giao quyền duyệt của bạn cho người khác trong một thời gian. Người nhận không giao tiếp cho ai được; ủy quyền tự hết khi đến hạn.',
        en: 'Hand your power to approve to somebody for a time. They cannot pass it on, and it ends by itself.',
      },
    },
    access: {
      read: async ({ req }) => {
        if (!req.user) return false
        const all = await options.read({ req })
        if (all === true) return true
        const own: Where = { or: [{ from: { equals: req.user.id } }, { to: { equals: req.user.id } }] }
        return own
      },
      create: async ({ req }) => handable(await personAsking(req, options), definitions).length > 0,
      update: () => false,
      delete: () => false,
    },
    hooks: {
      beforeOperation: [madeOnce],
      beforeValidate: [inOwnName],
      beforeChange: [possible(options)],
      afterChange: [record(options)],
    },
    defaultSort: '-validFrom',
    disableDuplicate: true,
    disableBulkEdit: true,
    lockDocuments: false,
    fields: [
      {
        name: 'endPanel',
        type: 'ui',
        label: { vi: 'Chấm dứt', en: 'End' },
        admin: {
          position: 'sidebar',
          components: { Field: component('EndDelegation#EndDelegation') },
          disableListColumn: true,
        },
      },
      {
        name: 'from',
        type: 'relationship',
        relationTo: people as 'users',
        required: true,
        index: true,
        label: { vi: 'Người ủy quyền', en: 'Delegator' },
        admin: {
          readOnly: true,
          condition: (_, { from }) => Boolean(from),
          description: { vi: 'Là bạn; hệ thống tự ghi.', en: 'Yourself; recorded by the system.' },
        },
      },
      {
        name: 'to',
        type: 'relationship',
        relationTo: people as 'users',
        required: true,
        index: true,
        label: { vi: 'Người nhận ủy quyền', en: 'Delegate' },
        filterOptions: inUse(options.people),
        admin: {
          allowCreate: false,
          allowEdit: false,
          description: {
            vi: 'Xung đột nhiệm vụ của bạn cũng là của họ: văn bản bạn đã soạn thì họ cũng không duyệt thay được.',
            en: 'Your conflicts are theirs: what you wrote they cannot approve in your place.',
          },
        },
      },
      {
        name: 'steps',
        type: 'select',
        hasMany: true,
        required: true,
        label: { vi: 'Việc được ủy quyền', en: 'What is handed over' },
        options: [...handableTitles(definitions)].map(([value, label]) => ({ value, label: { ...label } })),
        admin: {
          description: { vi: 'Chỉ chọn việc thuộc nhiệm vụ của bạn.', en: 'Only what you decide yourself.' },
        },
      },
      {
        name: 'collections',
        type: 'select',
        hasMany: true,
        label: { vi: 'Loại văn bản (không bắt buộc)', en: 'Kinds of documents (optional)' },
        options: Object.keys(options.definitions).map((slug) => ({ value: slug, label: { ...labelOf(slug) } })),
        admin: { description: { vi: 'Để trống là mọi loại.', en: 'Empty means all.' } },
      },
      {
        name: 'capacity',
        type: 'select',
        required: true,
        defaultValue: 'KT.',
        label: { vi: 'Tư cách ký', en: 'Signs as' },
        options: CAPACITIES.map((value) => ({ value, label: { ...CAPACITY_LABELS[value] } })),
        admin: {
          description: {
            vi: 'In trước chức vụ của bạn trong nhật ký duyệt và phiếu trình.',
            en: 'Printed before your title in the trail and on the approval sheet.',
          },
        },
      },
      {
        name: 'authority',
        type: 'text',
        required: true,
        maxLength: 200,
        label: { vi: 'Văn bản làm căn cứ', en: 'Document' },
        admin: {
          description: { vi: 'Số, ký hiệu và ngày, ví dụ 15/QĐ-BBT ngày 30/11/2026.', en: 'Its number and date.' },
        },
      },
      instantField({
        name: 'validFrom',
        required: true,
        index: true,
        defaultValue: () => options.clock.now().toISOString(),
        label: { vi: 'Từ', en: 'From' },
        description: { vi: 'Theo giờ Việt Nam.', en: 'Vietnam time.' },
      }),
      instantField({
        name: 'validTo',
        required: true,
        index: true,
        label: { vi: 'Đến', en: 'Until' },
        description: { vi: 'Theo giờ Việt Nam; không quá một năm.', en: 'Vietnam time; a year at most.' },
      }),
      instantField({
        name: 'endedAt',
        label: { vi: 'Đã chấm dứt lúc', en: 'Ended at' },
        readOnly: true,
        description: { vi: 'Hệ thống tự ghi.', en: 'Recorded by the system.' },
      }),
    ],
  }
}
