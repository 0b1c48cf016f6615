import { prose } from '../../../lib/text/prose.ts'
import type { DemoDocument } from './demoDocument.ts'

/** A plan still being written, as drafts are: it has no number and no day yet. For visitors to try the approvals on. */
export const draftPlan: DemoDocument = {
  collection: 'directives',
  slug: 'du-thao-ke-hoach-ngay-phap-luat-viet-nam-2027',
  author: 'author',
  keepDraft: true,
  shared: {
    symbol: 'KH-UBND',
    issuerNameAtIssue: 'Ủy ban nhân dân thành phố Cần Thơ',
    implementationPeriod: { fromYear: 2027, toYear: 2027 },
  },
  relations: {
    docType: { collection: 'document-types', keys: 'KH' },
    issuer: { collection: 'organisations', keys: 'ubnd-tp-can-tho' },
    topics: { collection: 'topics', keys: ['pho-bien-giao-duc-phap-luat'] },
    audiences: { collection: 'audiences', keys: ['nguoi-dan', 'can-bo-cong-chuc'] },
    territories: { collection: 'territories', keys: ['can-tho'] },
  },
  texts: {
    vi: {
      title: 'Dự thảo: Tổ chức Ngày Pháp luật Việt Nam năm 2027 trên địa bàn thành phố Cần Thơ',
      abstract: 'Kế hoạch tổ chức các hoạt động hưởng ứng Ngày Pháp luật Việt Nam năm 2027.',
      summary: 'Văn bản mẫu đang soạn, để thử quy trình duyệt.',
      body: prose('Nội dung đang được soạn. Khi có số và ngày ban hành, người soạn ghi vào rồi gửi duyệt.'),
    },
  },
}
