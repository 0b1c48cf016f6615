import type { Field } from 'payload'
import { allowField, nobody } from '../access/index.ts'

/** Creator and unit of a document, which decide which contributors may write it. Private. */
export const authorship: Field[] = [
  {
    name: 'createdBy',
    type: 'relationship',
    relationTo: 'users',
    label: { vi: 'Người tạo', en: 'Created by' },
    index: true,
    access: { create: nobody, update: nobody },
    admin: { readOnly: true, position: 'sidebar', disableBulkEdit: true },
    hooks: {
      beforeChange: [
        ({ operation, originalDoc, req }) => (operation === 'create' ? (req.user?.id ?? null) : originalDoc?.createdBy),
      ],
    },
  },
  {
    name: 'unit',
    type: 'relationship',
    relationTo: 'organisations',
    label: { vi: 'Đơn vị soạn', en: 'Unit' },
    index: true,
    access: { create: allowField('editor', 'secretary', 'head'), update: allowField('editor', 'secretary', 'head') },
    admin: {
      position: 'sidebar',
      description: { vi: 'Cộng tác viên của đơn vị này cùng soạn được.', en: 'Contributors of this unit may edit.' },
    },
    hooks: {
      // A copy belongs to the unit of the person who makes it.
      beforeDuplicate: [() => null],
      beforeChange: [
        ({ operation, value, req }) => {
          if (operation !== 'create' || value) return value
          const unit = (req.user as { unit?: string | { id: string } | null } | null)?.unit
          return unit && typeof unit === 'object' ? unit.id : (unit ?? null)
        },
      ],
    },
  },
  {
    name: 'internalNote',
    type: 'textarea',
    label: { vi: 'Ghi chú nội bộ', en: 'Internal note' },
    maxLength: 5000,
    admin: { position: 'sidebar', description: { vi: 'Không bao giờ công bố.', en: 'Never published.' } },
  },
]
