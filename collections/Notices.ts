import type { CollectionConfig } from 'payload'
import { publicField } from '../plugins/publications/index.ts'
import { noticeContradictions } from './checks/notice.ts'
import { body, readership, summary, title } from './fields/common.ts'
import { day } from './fields/day.ts'
import { slug } from './fields/slug.ts'
import { governed } from './governed.ts'
import { refuseContradictions } from './hooks/refuseContradictions.ts'

/** Thông báo. A notice requires a title: the old portal listed twelve without one. */
export const Notices: CollectionConfig = governed({
  slug: 'notices',
  labels: { singular: { vi: 'Thông báo', en: 'Notice' }, plural: { vi: 'Thông báo', en: 'Notices' } },
  description: { vi: 'Thông báo ngắn gửi người dân.', en: 'Short notices to citizens.' },
  columns: ['title', 'pinnedUntil', 'expiresOn'],
  hooks: { beforeValidate: [refuseContradictions(noticeContradictions)] },
  sidebar: [slug()],
  fields: [
    title(),
    summary,
    body,
    publicField({
      name: 'files',
      type: 'upload',
      relationTo: 'media',
      hasMany: true,
      maxRows: 20,
      label: { vi: 'Tệp đính kèm', en: 'Files' },
    }),
    {
      type: 'row',
      fields: [
        publicField(
          day({ name: 'pinnedUntil', label: { vi: 'Ghim đến hết ngày', en: 'Pinned until' }, admin: { width: '50%' } }),
        ),
        publicField(
          day({ name: 'expiresOn', label: { vi: 'Hết hạn sau ngày', en: 'Expires after' }, admin: { width: '50%' } }),
        ),
      ],
    },
    ...readership,
  ],
})
