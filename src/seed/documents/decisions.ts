import { prose } from '../../../lib/text/prose.ts'
import type { DemoDocument } from './demoDocument.ts'

const common = {
  collection: 'directives',
  author: 'author2',
} as const
const readers = {
  topics: { collection: 'topics', keys: ['hoa-giai-o-co-so'] },
  audiences: { collection: 'audiences', keys: ['nguoi-dan', 'can-bo-cong-chuc'] },
}

/** Two decisions made up for the demonstration: one that another one replaced after the provinces were merged. */
export const decisions: DemoDocument[] = [
  {
    ...common,
    slug: '908-2021-qd-ubnd-trinh-dien',
    shared: {
      number: 908,
      symbol: 'QĐ-UBND',
      printsYear: true,
      issuedOn: '2021-03-15',
      effectiveFrom: '2021-04-01',
      signers: [{ name: 'Nguyễn Văn Mẫu', title: 'Phó Chủ tịch', capacity: 'KT' }],
    },
    relations: {
      docType: { collection: 'document-types', keys: 'QĐ-QPPL' },
      issuer: { collection: 'organisations', keys: 'ubnd-tinh-soc-trang' },
      territories: { collection: 'territories', keys: ['soc-trang'] },
      ...readers,
    },
    texts: {
      vi: {
        title: 'Quy định hỗ trợ tổ hòa giải ở cơ sở trên địa bàn tỉnh Sóc Trăng (văn bản trình diễn)',
        abstract: 'Quy định hỗ trợ tổ hòa giải ở cơ sở; văn bản soạn riêng để trình diễn, không có thật.',
        body: prose('Điều 1. Văn bản này soạn riêng để trình diễn.', 'Điều 2. Tổ hòa giải ở cơ sở được hỗ trợ.'),
      },
    },
  },
  {
    ...common,
    slug: '921-2025-qd-ubnd-trinh-dien',
    shared: {
      number: 921,
      symbol: 'QĐ-UBND',
      printsYear: true,
      issuedOn: '2025-09-10',
      effectiveFrom: '2025-09-22',
      effectiveTo: '2030-12-31',
      signers: [{ name: 'Trần Thị Mẫu', title: 'Phó Chủ tịch', capacity: 'KT' }],
    },
    relations: {
      docType: { collection: 'document-types', keys: 'QĐ-QPPL' },
      issuer: { collection: 'organisations', keys: 'ubnd-tp-can-tho' },
      territories: { collection: 'territories', keys: ['can-tho'] },
      ...readers,
    },
    links: [{ type: 'replaces', slug: '908-2021-qd-ubnd-trinh-dien' }],
    texts: {
      vi: {
        title: 'Quy định hỗ trợ tổ hòa giải ở cơ sở trên địa bàn thành phố Cần Thơ (văn bản trình diễn)',
        abstract: 'Thay thế quy định của tỉnh Sóc Trăng; văn bản soạn riêng để trình diễn, không có thật.',
        body: prose(
          'Điều 1. Văn bản này soạn riêng để trình diễn.',
          'Điều 2. Tổ hòa giải ở cơ sở được hỗ trợ thống nhất trên toàn thành phố.',
        ),
      },
    },
  },
]
