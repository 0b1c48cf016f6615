import type { CollectionConfig, Field } from 'payload'
import { refuseWrites } from '../../publications/index.ts'
import type { StateRow } from '../core/state.ts'
import { STATES } from '../store/states.ts'

const TYPES: Record<keyof StateRow, 'text' | 'number' | 'checkbox'> = {
  webhook: 'text',
  ref: 'text',
  cursor: 'number',
  secret: 'text',
  oldSecret: 'text',
  oldUntil: 'text',
  fence: 'number',
  leaseUntil: 'text',
  attempts: 'number',
  failingSince: 'text',
  nextAt: 'text',
  triedAt: 'text',
  deliveredAt: 'text',
  deliveredSeq: 'number',
  problem: 'text',
  answered: 'number',
  offAt: 'text',
  told: 'checkbox',
}

const nobody = () => false

/**
 * What happened with each webhook, with its secret. Apart from the webhook, so that a form that is saved never takes
 * back what a worker wrote. The plugin reads and writes it below Payload's operations; nobody else does either.
 */
export const statesCollection: CollectionConfig = {
  slug: STATES,
  labels: {
    singular: { vi: 'Tình trạng nơi nhận tin', en: 'State of a webhook' },
    plural: { vi: 'Tình trạng nơi nhận tin', en: 'States of webhooks' },
  },
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  admin: { hidden: true },
  graphQL: false,
  hooks: { beforeOperation: [refuseWrites] },
  disableDuplicate: true,
  disableBulkEdit: true,
  lockDocuments: false,
  timestamps: false,
  fields: Object.entries(TYPES).map(
    ([name, type]): Field => ({ name, type, ...(name === 'webhook' ? { unique: true, index: true } : {}) }) as Field,
  ),
}
