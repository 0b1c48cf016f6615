import { prose } from '../../../lib/text/prose.ts'
import type { DemoDocument } from './demoDocument.ts'

/** What stands in the menu of the demonstration: who runs the portal, and how to reach them. */
export const pages: DemoDocument[] = [
  {
    collection: 'pages',
    slug: 'gioi-thieu',
    author: 'author',
    shared: { inMenu: true, menuOrder: 1 },
    texts: {
      vi: {
        title: 'Giới thiệu',
        summary: 'Cổng này đăng gì, ai chịu trách nhiệm và văn bản được duyệt ra sao.',
        body: prose(
          'Cổng đăng văn bản chỉ đạo, tin và bản tin pháp luật, video và thông báo của cơ quan tư pháp địa phương để người dân tìm đọc.',
          'Mỗi nội dung được biên tập, thẩm định và lãnh đạo duyệt đúng nguyên văn trước khi công bố. Bản đã công bố không bị sửa ngầm: mỗi lần đính chính là một bản mới, kèm ghi chú và ngày.',
          'Đây là nội dung trình diễn, không phải thông tin chính thức.',
        ),
      },
      km: {
        title: 'អំពីវិបផតថល',
        summary: 'វិបផតថលនេះផ្សាយអ្វី និងអ្នកណាទទួលខុសត្រូវ។',
        body: prose('វិបផតថលនេះផ្សាយលិខិតបទដ្ឋាន ព័ត៌មានច្បាប់ វីដេអូ និងសេចក្តីជូនដំណឹង ដើម្បីឱ្យប្រជាពលរដ្ឋស្វែងរក និងអាន។'),
      },
    },
  },
  {
    collection: 'pages',
    slug: 'lien-he',
    author: 'author2',
    shared: { inMenu: true, menuOrder: 2 },
    texts: {
      vi: {
        title: 'Liên hệ',
        summary: 'Nơi tiếp công dân và cách gửi câu hỏi.',
        body: prose(
          'Người dân có thể đến trực tiếp nơi tiếp công dân của cơ quan trong giờ làm việc, các ngày trong tuần trừ ngày nghỉ.',
          'Điện thoại và địa chỉ thư điện tử của cơ quan ghi ở cuối mỗi trang của cổng.',
        ),
      },
    },
  },
]
