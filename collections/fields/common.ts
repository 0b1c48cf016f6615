import type { Field } from 'payload'
import { publicField } from '../../plugins/publications/index.ts'
import { richText } from './richText.ts'
import { paragraph, text } from './text.ts'

export const title = (description?: { vi: string; en: string }): Field =>
  publicField(
    text({
      name: 'title',
      label: { vi: 'Tiêu đề', en: 'Title' },
      required: true,
      localized: true,
      admin: { description },
    }),
  )

/** @param description says where it is shown */
export const summaryShown = (description: { vi: string; en: string }): Field =>
  publicField(
    paragraph({
      name: 'summary',
      label: { vi: 'Tóm tắt', en: 'Summary' },
      localized: true,
      maxLength: 2000,
      admin: { description },
    }),
  )

export const summary: Field = summaryShown({
  vi: 'Một vài câu, hiện ở danh sách và trong thư.',
  en: 'A few sentences, shown in lists and mails.',
})

export const body: Field = publicField(
  richText({ name: 'body', label: { vi: 'Nội dung', en: 'Text' }, localized: true }),
)

export const topics: Field = publicField({
  name: 'topics',
  type: 'relationship',
  relationTo: 'topics',
  hasMany: true,
  label: { vi: 'Chủ đề', en: 'Topics' },
  admin: { description: { vi: 'Người dân đăng ký nhận tin theo chủ đề.', en: 'Citizens subscribe by topic.' } },
})

export const audiences: Field = publicField({
  name: 'audiences',
  type: 'relationship',
  relationTo: 'audiences',
  hasMany: true,
  label: { vi: 'Đối tượng', en: 'Audiences' },
})

export const territories: Field = publicField({
  name: 'territories',
  type: 'relationship',
  relationTo: 'territories',
  hasMany: true,
  label: { vi: 'Địa bàn', en: 'Territories' },
})

/** Topics, audiences and territories; the same on every document. */
export const readership: Field[] = [topics, audiences, territories]
