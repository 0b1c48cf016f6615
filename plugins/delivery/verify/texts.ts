/** Texts of the page in Vietnamese. Other languages have the same shape. */
const vi = {
  title: 'Kiểm tra nguồn gốc văn bản',
  intro: 'Trang này cho biết một bản đã công bố được duyệt thế nào, và kiểm tra nội dung có đúng bản đã duyệt không.',
  languages: 'Ngôn ngữ khác',
  facts: {
    document: 'Văn bản',
    address: 'Địa chỉ',
    edition: 'Bản công bố số',
    publishedAt: 'Công bố lúc',
    state: 'Tình trạng',
    hash: 'Mã kiểm tra (SHA-256)',
    previous: 'Mã kiểm tra của bản trước',
  },
  local: '(giờ Việt Nam)',
  live: 'Đang công bố',
  replaced: (edition: number) => `Đã được thay bằng bản số ${edition}`,
  erased: (when: string) => `Nội dung đã bị xóa lúc ${when} theo quyết định của hai lãnh đạo; mã kiểm tra vẫn được lưu`,
  aside: 'Tạm thời không hiển thị',
  urgent: 'Bản này được công bố khẩn và đang chờ người thứ hai phê chuẩn.',
  steps: 'Các bước đã qua',
  noSteps: 'Sổ công bố không ghi bước nào của bản này.',
  check: {
    title: 'Nội dung có đúng bản đã duyệt không?',
    checking: 'Trình duyệt của bạn đang tính mã kiểm tra…',
    matches: 'Khớp: trình duyệt của bạn vừa tính mã kiểm tra của nội dung đang công bố, và ra đúng mã đã được duyệt.',
    differs:
      'Không khớp: nội dung nhận được không phải nội dung đã được duyệt. Xin đừng dùng nội dung này và báo cho cơ quan quản lý cổng.',
    failed: 'Chưa tải được nội dung để kiểm tra; xin tải lại trang sau ít phút.',
    insecure: 'Trình duyệt chỉ tính được mã kiểm tra trên kết nối an toàn; xin mở trang này bằng https.',
    gone: 'Nội dung của bản này không còn công khai, nên không kiểm tra được tại đây.',
    yourself: 'Tự kiểm tra: tải nội dung chuẩn rồi tính SHA-256 của tệp; kết quả phải trùng mã ghi ở trên.',
    download: 'Tải nội dung chuẩn (JSON)',
  },
  unknown: 'Không có bản công bố nào mang mã này; xin kiểm tra lại mã.',
  form: {
    label: 'Mã kiểm tra (SHA-256)',
    hint: 'Gồm 64 chữ số và chữ cái từ a đến f.',
    submit: 'Xem nguồn gốc',
  },
}
export type VerifyTexts = typeof vi

const en: VerifyTexts = {
  title: 'Check where a document comes from',
  intro: 'This page tells how an edition was approved, and checks whether its content is the one that was approved.',
  languages: 'Other languages',
  facts: {
    document: 'Document',
    address: 'Address',
    edition: 'Edition',
    publishedAt: 'Published at',
    state: 'State',
    hash: 'Content hash (SHA-256)',
    previous: 'Content hash of the edition before',
  },
  local: '(Viet Nam time)',
  live: 'Public now',
  replaced: (edition) => `Replaced by edition ${edition}`,
  erased: (when) => `Its content was erased at ${when} by decision of two heads; the hash stays`,
  aside: 'Not shown at the moment',
  urgent: 'This edition was published urgently and waits for a second person to confirm it.',
  steps: 'Steps it went through',
  noSteps: 'The log of publications names no step of this edition.',
  check: {
    title: 'Is the content the one that was approved?',
    checking: 'Your browser is computing the hash…',
    matches: 'It matches: your browser computed the hash of the public content, and it is the one that was approved.',
    differs:
      'It does not match: the content received is not the one that was approved. Do not use it, and tell the body that runs the portal.',
    failed: 'The content could not be loaded; load the page again in a few minutes.',
    insecure: 'A browser computes the hash on a secure connection only; open this page with https.',
    gone: 'The content of this edition is not public any more, so it cannot be checked here.',
    yourself:
      'To check it yourself, download the canonical content and compute the SHA-256 of the file; it must be the hash above.',
    download: 'Download the canonical content (JSON)',
  },
  unknown: 'No edition has this hash; check it again.',
  form: {
    label: 'Content hash (SHA-256)',
    hint: '64 digits and letters from a to f.',
    submit: 'Show where it comes from',
  },
}

const km: VerifyTexts = {
  title: 'ពិនិត្យប្រភពនៃឯកសារ',
  intro: 'ទំព័រនេះប្រាប់ថាឯកសារដែលបានផ្សាយត្រូវបានអនុម័តដោយរបៀបណា និងពិនិត្យថាខ្លឹមសារត្រូវនឹងឯកសារដែលបានអនុម័តឬទេ។',
  languages: 'ភាសាផ្សេងទៀត',
  facts: {
    document: 'ឯកសារ',
    address: 'អាសយដ្ឋាន',
    edition: 'ការផ្សាយលើកទី',
    publishedAt: 'បានផ្សាយនៅ',
    state: 'ស្ថានភាព',
    hash: 'លេខកូដពិនិត្យ (SHA-256)',
    previous: 'លេខកូដពិនិត្យនៃការផ្សាយមុន',
  },
  local: '(ម៉ោងវៀតណាម)',
  live: 'កំពុងផ្សាយ',
  replaced: (edition) => `ត្រូវបានជំនួសដោយការផ្សាយលើកទី ${edition}`,
  erased: (when) => `ខ្លឹមសារត្រូវបានលុបនៅ ${when} តាមសេចក្តីសម្រេចរបស់ថ្នាក់ដឹកនាំពីររូប; លេខកូដពិនិត្យនៅរក្សាទុក`,
  aside: 'មិនបង្ហាញជាបណ្តោះអាសន្ន',
  urgent: 'ឯកសារនេះត្រូវបានផ្សាយជាបន្ទាន់ ហើយកំពុងរង់ចាំអ្នកទីពីរបញ្ជាក់។',
  steps: 'ជំហានដែលបានឆ្លងកាត់',
  noSteps: 'បញ្ជីផ្សាយមិនមានកត់ត្រាជំហាននៃការផ្សាយនេះទេ។',
  check: {
    title: 'តើខ្លឹមសារត្រូវនឹងឯកសារដែលបានអនុម័តឬទេ?',
    checking: 'កម្មវិធីរុករករបស់អ្នកកំពុងគណនាលេខកូដពិនិត្យ…',
    matches: 'ត្រូវគ្នា៖ កម្មវិធីរុករករបស់អ្នកបានគណនាលេខកូដពិនិត្យនៃខ្លឹមសារដែលកំពុងផ្សាយ ហើយត្រូវនឹងលេខកូដដែលបានអនុម័ត។',
    differs: 'មិនត្រូវគ្នា៖ ខ្លឹមសារដែលទទួលបានមិនមែនជាខ្លឹមសារដែលបានអនុម័តទេ។ សូមកុំប្រើវា ហើយជូនដំណឹងដល់ស្ថាប័នគ្រប់គ្រងវិបផតថល។',
    failed: 'មិនអាចផ្ទុកខ្លឹមសារដើម្បីពិនិត្យបានទេ សូមផ្ទុកទំព័រម្តងទៀតក្នុងពេលបន្តិចទៀត។',
    insecure: 'កម្មវិធីរុករកគណនាលេខកូដបានតែលើការតភ្ជាប់សុវត្ថិភាពប៉ុណ្ណោះ សូមបើកទំព័រនេះដោយ https។',
    gone: 'ខ្លឹមសារនៃការផ្សាយនេះលែងជាសាធារណៈហើយ ដូច្នេះមិនអាចពិនិត្យនៅទីនេះបានទេ។',
    yourself: 'ពិនិត្យដោយខ្លួនឯង៖ ទាញយកខ្លឹមសារដើម រួចគណនា SHA-256 នៃឯកសារ លទ្ធផលត្រូវតែដូចលេខកូដខាងលើ។',
    download: 'ទាញយកខ្លឹមសារដើម (JSON)',
  },
  unknown: 'គ្មានការផ្សាយណាមានលេខកូដនេះទេ សូមពិនិត្យលេខកូដម្តងទៀត។',
  form: {
    label: 'លេខកូដពិនិត្យ (SHA-256)',
    hint: 'មានលេខ និងអក្សរពី a ដល់ f ចំនួន 64។',
    submit: 'មើលប្រភព',
  },
}

const zh: VerifyTexts = {
  title: '核验文件来源',
  intro: '本页说明已发布的版本如何获得批准，并核验其内容是否与批准的内容一致。',
  languages: '其他语言',
  facts: {
    document: '文件',
    address: '地址',
    edition: '版本',
    publishedAt: '发布时间',
    state: '状态',
    hash: '校验码 (SHA-256)',
    previous: '上一版本的校验码',
  },
  local: '（越南时间）',
  live: '正在发布',
  replaced: (edition) => `已被第 ${edition} 版取代`,
  erased: (when) => `内容已于 ${when} 经两位负责人决定删除；校验码仍予保留`,
  aside: '暂不显示',
  urgent: '该版本为紧急发布，正在等待第二人确认。',
  steps: '经过的步骤',
  noSteps: '发布记录中没有该版本的步骤。',
  check: {
    title: '内容是否与批准的内容一致？',
    checking: '您的浏览器正在计算校验码……',
    matches: '一致：您的浏览器刚刚计算了正在发布的内容的校验码，与批准的校验码相同。',
    differs: '不一致：收到的内容不是已批准的内容。请勿使用，并告知门户网站的主管机构。',
    failed: '未能加载内容进行核验；请稍后重新加载页面。',
    insecure: '浏览器只能在安全连接上计算校验码；请用 https 打开本页。',
    gone: '该版本的内容已不再公开，因此无法在此核验。',
    yourself: '自行核验：下载标准内容，计算文件的 SHA-256；结果应与上面的校验码相同。',
    download: '下载标准内容 (JSON)',
  },
  unknown: '没有版本使用此校验码；请核对后重试。',
  form: {
    label: '校验码 (SHA-256)',
    hint: '由 64 个数字和 a 至 f 的字母组成。',
    submit: '查看来源',
  },
}

const TEXTS: Record<string, VerifyTexts> = { vi, km, zh, en }

/** Texts of the page in a language, or else in Vietnamese. */
export const verifyTexts = (language: string): VerifyTexts => TEXTS[language] ?? vi

/** Languages that the page is written in. */
export const VERIFY_LANGUAGES = Object.keys(TEXTS)
