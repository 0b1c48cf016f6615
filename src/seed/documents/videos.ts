import type { DemoDocument } from './demoDocument.ts'

const place = { territories: { collection: 'territories', keys: ['soc-trang'] } }

/** Titles and days of the old portal's library; the words spoken are written for the demonstration. */
export const videos: DemoDocument[] = [
  {
    collection: 'videos',
    slug: 'truyen-thong-ve-bao-luc-gia-dinh-va-tao-hon',
    author: 'author',
    files: {
      file: 'truyen-thong-ve-bao-luc-gia-dinh-va-tao-hon.webm',
      poster: 'truyen-thong-ve-bao-luc-gia-dinh-va-tao-hon.webp',
    },
    alt: 'Tấm nền xanh với dòng chữ: Truyền thông pháp luật, bạo lực gia đình và tảo hôn',
    captions: [{ lang: 'vi', file: 'truyen-thong-ve-bao-luc-gia-dinh-va-tao-hon.vi.vtt' }],
    shared: { recordedOn: '2024-06-04' },
    relations: {
      topics: { collection: 'topics', keys: ['hon-nhan-gia-dinh', 'pho-bien-giao-duc-phap-luat'] },
      audiences: { collection: 'audiences', keys: ['nan-nhan-bao-luc-gia-dinh', 'dan-toc-thieu-so'] },
      ...place,
    },
    texts: {
      vi: {
        title: 'Hoạt động truyền thông giáo dục về bạo lực gia đình và tảo hôn',
        summary: 'Buổi truyền thông tại cơ sở: nhận biết bạo lực gia đình, hậu quả của tảo hôn và nơi giúp đỡ.',
        transcript:
          'Kính chào bà con. Hôm nay chúng ta nói về bạo lực gia đình và tảo hôn. Nam từ đủ 20 tuổi, nữ từ đủ 18 tuổi mới được kết hôn. Ai bị bạo lực có quyền được bảo vệ và giữ bí mật; trẻ em cần giúp đỡ có thể gọi số 111, miễn phí, suốt ngày đêm.',
      },
    },
  },
  {
    collection: 'videos',
    slug: 'hoat-dong-hoa-giai-co-so',
    author: 'author2',
    files: { file: 'hoat-dong-hoa-giai-co-so.webm' },
    shared: { recordedOn: '2024-06-04' },
    relations: {
      topics: { collection: 'topics', keys: ['hoa-giai-o-co-so'] },
      audiences: { collection: 'audiences', keys: ['nguoi-dan'] },
      ...place,
    },
    texts: {
      vi: {
        title: 'Hoạt động hòa giải cơ sở',
        summary: 'Một buổi hòa giải: lắng nghe hai bên, giải thích pháp luật, cùng tìm cách giải quyết.',
        transcript:
          'Hòa giải ở cơ sở là tự nguyện và không mất tiền. Hòa giải viên không phân xử ai đúng ai sai; hòa giải viên lắng nghe, giải thích pháp luật và giúp hai bên tự thỏa thuận.',
      },
    },
  },
  {
    collection: 'videos',
    slug: 'ket-qua-cai-cach-tu-phap-nam-2023',
    author: 'author',
    files: { file: 'ket-qua-cai-cach-tu-phap-nam-2023.webm' },
    shared: { recordedOn: '2024-04-02' },
    relations: {
      topics: { collection: 'topics', keys: ['cai-cach-tu-phap'] },
      audiences: { collection: 'audiences', keys: ['can-bo-cong-chuc', 'nguoi-dan'] },
      ...place,
    },
    texts: {
      vi: {
        title:
          'Kết quả hoạt động của Ban Chỉ đạo Cải cách tư pháp tỉnh và các ngành tư pháp tỉnh năm 2023, phương hướng, nhiệm vụ năm 2024',
        summary: 'Thông tin, tuyên truyền về cải cách tư pháp trong tỉnh: việc đã làm năm 2023 và việc của năm 2024.',
        transcript:
          'Chương trình điểm lại hoạt động của Ban Chỉ đạo Cải cách tư pháp tỉnh và các ngành tư pháp trong năm 2023, rồi giới thiệu phương hướng, nhiệm vụ của năm 2024.',
      },
    },
  },
]
