import { prose } from '../../../lib/text/prose.ts'
import type { DemoDocument } from './demoDocument.ts'

/** Notices of the demonstration, each with a title; the one on legal aid also in Khmer. */
export const notices: DemoDocument[] = [
  {
    collection: 'notices',
    slug: 'tro-giup-phap-ly-mien-phi',
    author: 'author',
    relations: {
      topics: { collection: 'topics', keys: ['tro-giup-phap-ly'] },
      audiences: { collection: 'audiences', keys: ['nguoi-dan', 'dan-toc-thieu-so', 'nguoi-khuyet-tat'] },
      territories: { collection: 'territories', keys: ['can-tho'] },
    },
    texts: {
      vi: {
        title: 'Trợ giúp pháp lý miễn phí cho người dân',
        summary: 'Người thuộc diện được trợ giúp pháp lý không phải trả tiền.',
        body: prose(
          'Theo Luật Trợ giúp pháp lý năm 2017, người thuộc diện được trợ giúp không phải trả tiền hay bất kỳ lợi ích nào khác.',
          'Người được trợ giúp gồm người thuộc hộ nghèo, trẻ em, người có công với cách mạng, người dân tộc thiểu số cư trú ở vùng đặc biệt khó khăn, người khuyết tật có khó khăn về tài chính và những người khác do Luật quy định.',
          'Xin mang giấy tờ chứng minh mình thuộc diện được trợ giúp đến Trung tâm Trợ giúp pháp lý nhà nước.',
        ),
      },
      km: {
        title: 'ជំនួយផ្នែកច្បាប់ដោយឥតគិតថ្លៃសម្រាប់ប្រជាពលរដ្ឋ',
        summary: 'អ្នកដែលមានសិទ្ធិទទួលជំនួយផ្នែកច្បាប់ មិនត្រូវបង់ប្រាក់ទេ។',
        body: prose(
          'តាមច្បាប់ស្តីពីជំនួយផ្នែកច្បាប់ ឆ្នាំ២០១៧ អ្នកដែលមានសិទ្ធិទទួលជំនួយ មិនត្រូវបង់ប្រាក់ ឬផ្តល់ប្រយោជន៍អ្វីផ្សេងទៀតឡើយ។',
          'អ្នកដែលមានសិទ្ធិទទួលជំនួយ រួមមាន អ្នកក្នុងគ្រួសារក្រីក្រ កុមារ អ្នកមានគុណូបការៈចំពោះបដិវត្តន៍ ជនជាតិភាគតិចដែលរស់នៅតំបន់ដែលមានការលំបាកខ្លាំង ជនពិការដែលមានការលំបាកផ្នែកហិរញ្ញវត្ថុ និងអ្នកដទៃទៀតដែលច្បាប់បានកំណត់។',
          'សូមយកឯកសារដែលបញ្ជាក់ថាអ្នកមានសិទ្ធិទទួលជំនួយ ទៅមជ្ឈមណ្ឌលជំនួយផ្នែកច្បាប់របស់រដ្ឋ។',
        ),
      },
    },
  },
  {
    collection: 'notices',
    slug: 'van-ban-cua-tinh-soc-trang-sau-khi-hop-nhat',
    author: 'author',
    shared: { pinnedUntil: '2027-12-31' },
    relations: { territories: { collection: 'territories', keys: ['can-tho', 'soc-trang'] } },
    texts: {
      vi: {
        title: 'Tìm văn bản của tỉnh Sóc Trăng sau khi hợp nhất vào thành phố Cần Thơ',
        summary:
          'Văn bản do tỉnh Sóc Trăng ban hành trước ngày 01/7/2025 vẫn được lưu tại cổng này, giữ nguyên tên cơ quan ban hành.',
        body: prose(
          'Từ ngày 01/7/2025, tỉnh Sóc Trăng hợp nhất vào thành phố Cần Thơ. Văn bản ban hành trước đó vẫn ở địa chỉ cũ trên cổng này và giữ nguyên tên cơ quan lúc ban hành.',
        ),
      },
    },
  },
  {
    collection: 'notices',
    slug: 'dang-ky-nhan-ban-tin-phap-luat-qua-thu',
    author: 'author2',
    shared: { expiresOn: '2027-12-31' },
    relations: { topics: { collection: 'topics', keys: ['pho-bien-giao-duc-phap-luat'] } },
    texts: {
      vi: {
        title: 'Đăng ký nhận bản tin pháp luật qua thư điện tử',
        summary: 'Chọn chủ đề mình quan tâm; thôi nhận bất cứ lúc nào bằng một lần bấm.',
        body: prose(
          'Người dân có thể nhận văn bản mới, tin và thông báo qua thư điện tử, theo chủ đề, địa bàn và đối tượng. Địa chỉ thư chỉ dùng để gửi bản tin.',
        ),
      },
    },
  },
  {
    collection: 'notices',
    slug: 'ngay-phap-luat-viet-nam',
    author: 'author2',
    relations: {
      topics: { collection: 'topics', keys: ['pho-bien-giao-duc-phap-luat'] },
      audiences: { collection: 'audiences', keys: ['nguoi-dan', 'can-bo-cong-chuc'] },
    },
    texts: {
      vi: {
        title: 'Ngày Pháp luật Việt Nam: ngày 09 tháng 11 hằng năm',
        summary: 'Ngày tôn vinh Hiến pháp, pháp luật, theo Luật Phổ biến, giáo dục pháp luật năm 2012.',
        body: prose(
          'Ngày 09 tháng 11 hằng năm là Ngày Pháp luật Việt Nam. Cơ quan, đơn vị và mỗi người dân cùng tìm hiểu, tuân thủ pháp luật, không chỉ trong một ngày.',
        ),
      },
    },
  },
]
