import { prose } from '../../../lib/text/prose.ts'
import type { DemoDocument } from './demoDocument.ts'
import { plan84 } from './plan84.ts'

/** The news of the plan. */
export const bulletin: DemoDocument = {
  collection: 'bulletins',
  slug: 'soc-trang-phat-huy-vai-tro-cua-hoi-luat-gia',
  author: 'author2',
  shared: { kind: 'news', date: '2024-05-08' },
  relations: {
    about: { collection: plan84.collection, keys: [plan84.slug] },
    topics: { collection: 'topics', keys: ['pho-bien-giao-duc-phap-luat'] },
    audiences: { collection: 'audiences', keys: ['nguoi-dan', 'hoi-vien-hoi-luat-gia'] },
    territories: { collection: 'territories', keys: ['soc-trang'] },
  },
  texts: {
    vi: {
      title: 'Sóc Trăng phát huy vai trò của Hội Luật gia trong phổ biến, giáo dục pháp luật đến năm 2030',
      summary:
        'Ngày 08/5/2024, Ủy ban nhân dân tỉnh Sóc Trăng ban hành Kế hoạch số 84/KH-UBND với 12 nhóm nhiệm vụ dành cho Hội Luật gia các cấp.',
      body: prose(
        'Ngày 08/5/2024, Ủy ban nhân dân tỉnh Sóc Trăng ban hành Kế hoạch số 84/KH-UBND. Từ nay đến năm 2030, Hội Luật gia các cấp cùng cơ quan nhà nước đưa pháp luật đến người dân nhanh hơn, dễ hiểu hơn.',
        'Kế hoạch có 12 nhóm nhiệm vụ: từ củng cố tổ chức, nâng cao năng lực, chuẩn hóa mô hình Trung tâm Pháp luật cộng đồng, đến xã hội hóa, chuyển đổi số và kiểm tra kết quả. Các nhóm đặc thù, yếu thế được ưu tiên.',
      ),
      byline: 'Phòng PBGDPL',
    },
  },
}

/** An issue of the periodical, made up for the demonstration. */
export const issue: DemoDocument = {
  collection: 'bulletins',
  slug: 'ban-tin-phap-luat-so-1-nam-2026',
  author: 'author',
  shared: { kind: 'issue', date: '2026-01-15', issueNo: 1, year: 2026 },
  files: { files: ['ban-tin-phap-luat-so-1-nam-2026-ban-trinh-dien.pdf'] },
  relations: {
    topics: { collection: 'topics', keys: ['pho-bien-giao-duc-phap-luat', 'hoa-giai-o-co-so'] },
    audiences: { collection: 'audiences', keys: ['nguoi-dan'] },
    territories: { collection: 'territories', keys: ['can-tho'] },
  },
  texts: {
    vi: {
      title: 'Bản tin Pháp luật, số 1 năm 2026 (bản trình diễn)',
      summary: 'Hòa giải ở cơ sở, trợ giúp pháp lý và cách đăng ký nhận bản tin.',
      byline: 'Phòng PBGDPL',
    },
  },
}
