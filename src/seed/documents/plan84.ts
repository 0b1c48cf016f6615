import { prose } from '../../../lib/text/prose.ts'
import type { DemoDocument } from './demoDocument.ts'

/** Plan 84/KH-UBND of 8 May 2024: number, day, issuer, period and the twelve groups of tasks as issued, in our words. */
const taskGroups = [
  [
    'Nâng cao nhận thức về vai trò của Hội Luật gia',
    'Cấp ủy đảng và chính quyền các cấp hiểu rõ Hội Luật gia làm được gì trong phổ biến, giáo dục pháp luật, chỉ đạo sát hơn và giao việc cụ thể cho các cấp Hội.',
  ],
  [
    'Phát huy vai trò thành viên Hội đồng phối hợp phổ biến, giáo dục pháp luật',
    'Hội Luật gia cùng lãnh đạo, chỉ đạo công tác này với tư cách thành viên Hội đồng, có chương trình làm việc với nội dung và mục tiêu rõ ràng để các đơn vị, các cấp Hội cùng góp sức.',
  ],
  [
    'Kiện toàn tổ chức và nhân lực',
    'Củng cố tổ chức, bộ máy và đội ngũ làm công tác phổ biến, giáo dục pháp luật của Hội Luật gia các cấp.',
  ],
  [
    'Nâng cao năng lực cho Hội Luật gia các cấp',
    'Bồi dưỡng kiến thức và kỹ năng để các cấp Hội thực hiện tốt việc phổ biến, giáo dục pháp luật.',
  ],
  [
    'Xây dựng mô hình chuyên nghiệp, hiệu quả',
    'Thu hút luật gia và nguồn lực xã hội bằng cách làm chuyên nghiệp. Rà soát, đánh giá mô hình Trung tâm Pháp luật cộng đồng ở xã, phường, thị trấn; mô hình nào có hiệu quả thì tổng kết, chuẩn hóa và nhân rộng trong tỉnh.',
  ],
  [
    'Phổ biến, giáo dục pháp luật hằng năm và theo giai đoạn',
    'Theo định hướng của cơ quan nhà nước, các cấp Hội phổ biến pháp luật cho cán bộ, hội viên và Nhân dân, vận động mọi người chấp hành; tổ chức Hội ở cấp xã góp phần xây dựng địa phương đạt chuẩn tiếp cận pháp luật.',
  ],
  ['Đẩy mạnh xã hội hóa', 'Huy động nguồn lực xã hội cùng Hội Luật gia các cấp phổ biến, giáo dục pháp luật.'],
  ['Chuyển đổi số', 'Ứng dụng công nghệ thông tin vào từng khâu của công tác phổ biến, giáo dục pháp luật.'],
  [
    'Đổi mới, đa dạng hóa nội dung và cách làm',
    'Dùng tốt các kênh của Hội như tạp chí, bản tin pháp luật, trung tâm tư vấn pháp luật để người dân, nhất là nhóm đặc thù và yếu thế, dễ tiếp cận pháp luật hơn.',
  ],
  [
    'Phối hợp thực hiện các đề án liên quan',
    'Cùng thực hiện đề án truyền thông chính sách giai đoạn 2022 - 2027, đề án tăng cường năng lực tiếp cận pháp luật của người dân và các đề án khác khi được triển khai.',
  ],
  ['Chỉ đạo điểm và nhân rộng', 'Làm điểm một số hoạt động, rút kinh nghiệm rồi mở rộng.'],
  ['Kiểm tra, đánh giá', 'Theo dõi, kiểm tra và đánh giá kết quả thực hiện Đề án.'],
].map(([heading, body], index) => ({ ordinal: index + 1, heading, body }))

/** Kế hoạch số 84/KH-UBND. */
export const plan84: DemoDocument = {
  collection: 'directives',
  slug: '84-kh-ubnd-2024-phat-huy-vai-tro-cua-hoi-luat-gia',
  author: 'author',
  files: { files: ['ke-hoach-84-kh-ubnd-ban-trinh-dien.pdf'] },
  shared: {
    number: 84,
    symbol: 'KH-UBND',
    issuedOn: '2024-05-08',
    issuerNameAtIssue: 'Ủy ban nhân dân tỉnh Sóc Trăng',
    implementationPeriod: { fromYear: 2024, toYear: 2030 },
    legacyUrls: ['/chi-dao-dieu-hanh/ke-hoach-84-kh-ubnd.html'],
    relations: [
      {
        type: 'implements',
        citedAs:
          'Đề án “Phát huy vai trò của Hội luật gia các cấp trong công tác phổ biến, giáo dục pháp luật giai đoạn 2024 - 2030”',
      },
      {
        type: 'references',
        citedAs:
          'Đề án “Tổ chức truyền thông chính sách có tác động lớn đến xã hội trong quá trình xây dựng văn bản quy phạm pháp luật giai đoạn 2022 - 2027”',
      },
      { type: 'references', citedAs: 'Đề án “Tăng cường năng lực tiếp cận pháp luật của người dân”' },
    ],
  },
  relations: {
    docType: { collection: 'document-types', keys: 'KH' },
    issuer: { collection: 'organisations', keys: 'ubnd-tinh-soc-trang' },
    topics: { collection: 'topics', keys: ['pho-bien-giao-duc-phap-luat', 'tiep-can-phap-luat', 'chuyen-doi-so'] },
    audiences: {
      collection: 'audiences',
      keys: ['hoi-vien-hoi-luat-gia', 'nguoi-dan', 'dan-toc-thieu-so', 'nguoi-khuyet-tat'],
    },
    territories: { collection: 'territories', keys: ['soc-trang'] },
  },
  texts: {
    vi: {
      title:
        'Triển khai thực hiện Đề án “Phát huy vai trò của Hội luật gia các cấp trong công tác phổ biến, giáo dục pháp luật giai đoạn 2024 - 2030” trên địa bàn tỉnh Sóc Trăng',
      abstract:
        'Kế hoạch triển khai Đề án phát huy vai trò của Hội Luật gia các cấp trong phổ biến, giáo dục pháp luật giai đoạn 2024 - 2030 tại tỉnh Sóc Trăng.',
      summary:
        'Kế hoạch nêu 12 nhóm nhiệm vụ, giải pháp để Hội Luật gia các cấp cùng đưa pháp luật đến người dân, thực hiện từ năm 2024 đến năm 2030.',
      objectives:
        'Huy động luật gia và Hội Luật gia các cấp cung cấp thông tin, dịch vụ pháp lý kịp thời, có chất lượng cho người dân; đẩy mạnh xã hội hóa; góp phần nâng cao hiệu quả thi hành công vụ và ý thức chấp hành pháp luật.',
      implementers:
        'Hội Luật gia các cấp và hội viên; các tổ chức hành nghề bổ trợ tư pháp được vận động cùng tham gia.',
      body: prose(
        'Kế hoạch giao việc cho các cấp Hội Luật gia và mời các tổ chức hành nghề bổ trợ tư pháp cùng tham gia. Người được hưởng lợi là người dân, trước hết là các nhóm đặc thù, yếu thế.',
        'Thời gian thực hiện từ năm 2024 đến năm 2030, gồm 12 nhóm nhiệm vụ, giải pháp nêu dưới đây.',
      ),
      taskGroups,
    },
  },
}
