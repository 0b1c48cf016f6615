import type { CollectionConfig } from 'payload'
import { formatDocumentNumber } from '../lib/text/documentNumber.ts'
import { publicField } from '../plugins/publications/index.ts'
import { nobody } from './access/index.ts'
import { directiveContradictions } from './checks/directive.ts'
import { body, readership, summary, title } from './fields/common.ts'
import { day } from './fields/day.ts'
import { implementationPeriod } from './fields/implementationPeriod.ts'
import { relations } from './fields/relations.ts'
import { signers } from './fields/signers.ts'
import { slug } from './fields/slug.ts'
import { statusOverride } from './fields/statusOverride.ts'
import { taskGroups } from './fields/taskGroups.ts'
import { paragraph, text } from './fields/text.ts'
import { wholeNumber } from './fields/wholeNumber.ts'
import { governed } from './governed.ts'
import { directiveIdentity } from './hooks/directiveIdentity.ts'
import { label, nameRow } from './hooks/nameRow.ts'
import { noReplacesCycle } from './hooks/noCircle.ts'
import { readPrintedNumber } from './hooks/readPrintedNumber.ts'
import { refuseContradictions } from './hooks/refuseContradictions.ts'

const generated = {
  access: { create: nobody, update: nobody },
  admin: { hidden: true, disableBulkEdit: true },
  // A copy is another document: Payload would keep the value, or append a word to a unique one.
  hooks: { beforeDuplicate: [() => null] },
}

/** Source text of a directive's slug: number and symbol first, because readers search by them. */
const slugSource = (row: Record<string, unknown>) =>
  [
    row.number && row.symbol
      ? formatDocumentNumber({
          number: Number(row.number),
          suffix: typeof row.numberSuffix === 'string' ? row.numberSuffix : undefined,
          symbol: String(row.symbol),
        })
      : '',
    typeof row.issuedOn === 'string' ? row.issuedOn.slice(0, 4) : row.printsYear ? String(row.printedYear ?? '') : '',
    String(row.title ?? ''),
  ].join(' ')

/** Văn bản chỉ đạo: plans, decisions, official letters. */
export const Directives: CollectionConfig = governed({
  slug: 'directives',
  labels: { singular: { vi: 'Văn bản chỉ đạo', en: 'Directive' }, plural: { vi: 'Văn bản chỉ đạo', en: 'Directives' } },
  description: {
    vi: 'Kế hoạch, quyết định, công văn… của cơ quan nhà nước.',
    en: 'Plans, decisions, official letters.',
  },
  columns: ['title', 'numberAndSymbol', 'issuedOn'],
  useAsTitle: 'label',
  hooks: {
    beforeOperation: [readPrintedNumber],
    beforeValidate: [refuseContradictions(directiveContradictions)],
    beforeChange: [directiveIdentity, nameRow, noReplacesCycle],
  },
  sidebar: [slug(slugSource)],
  fields: [
    // First, because readers look for it; the form shows it in the sidebar.
    publicField({
      name: 'numberAndSymbol',
      type: 'text',
      label: { vi: 'Số, ký hiệu', en: 'Number and symbol' },
      index: true,
      ...generated,
      admin: { readOnly: true, position: 'sidebar', disableBulkEdit: true },
    }),
    {
      type: 'tabs',
      tabs: [
        {
          label: { vi: 'Văn bản', en: 'The document' },
          fields: [
            title({ vi: 'Tên văn bản, không kèm số hiệu.', en: 'The title, without its number.' }),
            {
              name: 'printedNumber',
              type: 'ui',
              admin: {
                components: { Field: '/collections/components/PrintedNumber#PrintedNumber' },
                disableListColumn: true,
              },
            },
            {
              type: 'row',
              fields: [
                publicField({
                  name: 'docType',
                  type: 'relationship',
                  relationTo: 'document-types',
                  label: { vi: 'Loại văn bản', en: 'Type' },
                  admin: { width: '30%' },
                }),
                publicField(
                  wholeNumber({
                    name: 'number',
                    label: { vi: 'Số', en: 'Number' },
                    min: 1,
                    max: 999_999,
                    // A copy is another document; with the same number it could not be saved.
                    hooks: { beforeDuplicate: [() => null] },
                    admin: { width: '20%', description: { vi: 'Ví dụ 84', en: 'Such as 84' } },
                  }),
                ),
                publicField(
                  text({
                    name: 'numberSuffix',
                    label: { vi: 'Chữ sau số', en: 'Letter after it' },
                    maxLength: 3,
                    hooks: { beforeDuplicate: [() => null] },
                    admin: {
                      width: '15%',
                      description: { vi: 'Ví dụ a của 84a, .7 của 66.7', en: 'Such as a in 84a, .7 in 66.7' },
                    },
                  }),
                ),
                publicField(
                  text({
                    name: 'symbol',
                    label: { vi: 'Ký hiệu', en: 'Symbol' },
                    maxLength: 80,
                    admin: { width: '35%', description: { vi: 'Ví dụ KH-UBND', en: 'Such as KH-UBND' } },
                  }),
                ),
              ],
            },
            {
              type: 'row',
              fields: [
                publicField(
                  day({
                    name: 'issuedOn',
                    label: { vi: 'Ngày ban hành', en: 'Issued on' },
                    index: true,
                    admin: { width: '40%' },
                  }),
                ),
                {
                  name: 'printsYear',
                  type: 'checkbox',
                  label: { vi: 'Số hiệu có năm (văn bản quy phạm)', en: 'The printed number carries the year' },
                  admin: { width: '35%' },
                },
                wholeNumber({
                  name: 'printedYear',
                  label: { vi: 'Năm trong số hiệu', en: 'Year in the number' },
                  min: 1945,
                  max: 2200,
                  hooks: { beforeDuplicate: [() => null] },
                  admin: { width: '25%', condition: (data) => data?.printsYear === true },
                }),
              ],
            },
            {
              type: 'row',
              fields: [
                publicField({
                  name: 'issuer',
                  type: 'relationship',
                  relationTo: 'organisations',
                  label: { vi: 'Cơ quan ban hành', en: 'Issuer' },
                  admin: { width: '50%' },
                }),
                publicField(
                  text({
                    name: 'issuerNameAtIssue',
                    label: { vi: 'Tên cơ quan lúc ban hành', en: 'Name of the issuer at that time' },
                    admin: {
                      width: '50%',
                      description: {
                        vi: 'Giữ nguyên khi cơ quan đổi tên hoặc sáp nhập.',
                        en: 'Stays when the body is renamed or merged.',
                      },
                    },
                  }),
                ),
              ],
            },
            signers,
          ],
        },
        {
          label: { vi: 'Nội dung', en: 'Text' },
          fields: [
            publicField(paragraph({ name: 'abstract', label: { vi: 'Trích yếu', en: 'Abstract' }, localized: true })),
            summary,
            body,
            publicField(
              paragraph({ name: 'objectives', label: { vi: 'Mục tiêu', en: 'Objectives' }, localized: true }),
            ),
            publicField(
              paragraph({
                name: 'implementers',
                label: { vi: 'Đơn vị thực hiện', en: 'Implementers' },
                localized: true,
              }),
            ),
            taskGroups,
          ],
        },
        {
          label: { vi: 'Hiệu lực và tệp', en: 'Effect and files' },
          fields: [
            {
              type: 'row',
              fields: [
                publicField(
                  day({
                    name: 'effectiveFrom',
                    label: { vi: 'Có hiệu lực từ', en: 'Effective from' },
                    admin: { width: '50%' },
                  }),
                ),
                publicField(
                  day({
                    name: 'effectiveTo',
                    label: { vi: 'Hết hiệu lực sau ngày', en: 'Effective to' },
                    admin: { width: '50%' },
                  }),
                ),
              ],
            },
            implementationPeriod,
            publicField({
              name: 'files',
              type: 'upload',
              relationTo: 'media',
              hasMany: true,
              maxRows: 50,
              label: { vi: 'Tệp văn bản', en: 'Files' },
              admin: {
                description: {
                  vi: 'Bản PDF ký số là bản chính; xin tải lên trước tiên.',
                  en: 'The signed PDF is authoritative; put it first.',
                },
              },
            }),
            {
              name: 'scanWarning',
              type: 'ui',
              admin: {
                components: { Field: '/collections/components/ScanWarning#ScanWarning' },
                disableListColumn: true,
              },
            },
            statusOverride,
          ],
        },
        {
          label: { vi: 'Quan hệ', en: 'Relations' },
          fields: [
            relations,
            {
              name: 'pointingHere',
              type: 'ui',
              admin: {
                components: { Field: '/collections/components/PointingHere#PointingHere' },
                disableListColumn: true,
              },
            },
          ],
        },
        { label: { vi: 'Người đọc', en: 'Readers' }, fields: readership },
      ],
    },
    publicField({
      name: 'workUri',
      type: 'text',
      label: { vi: 'Mã định danh văn bản', en: 'Work identifier' },
      unique: true,
      index: true,
      ...generated,
    }),
    // Only where the printed form differs from the normalised one, as old slashes and paddings do.
    publicField({
      name: 'numberAsPrinted',
      type: 'text',
      label: { vi: 'Số, ký hiệu như in', en: 'Number and symbol as printed' },
      maxLength: 200,
      hooks: generated.hooks,
      admin: generated.admin,
    }),
    label,
    { name: 'naturalKey', type: 'text', unique: true, index: true, ...generated },
  ],
})
