const vi = {
  title: 'Duyệt bản nhập từ cổng cũ',
  intro:
    'Các văn bản đã có trên cổng cũ, nhập nguyên như cũ và chưa ai sửa. Duyệt ở đây là công bố ngay, giữ ngày cũ, không gửi thư cho người đăng ký. Văn bản đã sửa sau khi nhập thì trình duyệt như thường lệ.',
  refused: 'Chỉ lãnh đạo ban biên tập được duyệt các bản nhập từ cổng cũ theo lô.',
  loading: 'Đang tải…',
  failed: 'Chưa tải được; xin thử lại sau ít phút.',
  retry: 'Tải lại',
  kind: 'Loại',
  none: 'Không có bản nhập nào chờ duyệt.',
  list: 'Các bản nhập chờ duyệt',
  page: (page: number) => `Trang ${page}`,
  previous: 'Trang trước',
  next: 'Trang sau',
  all: 'Chọn tất cả trong trang này',
  chosen: (count: number, of: number) => `Đã chọn ${count} trên ${of} văn bản duyệt được`,
  since: (day: string) => `Đã công khai từ ${day}`,
  sinceUnknown: 'Không rõ ngày công khai trước đây; lấy ngày duyệt',
  untitled: '(chưa có tên)',
  read: 'Đọc văn bản',
  newTab: '(mở thẻ mới)',
  approve: (count: number) => `Duyệt và công bố ${count} văn bản`,
  confirm: (count: number) => `Duyệt và công bố ${count} văn bản?`,
  confirmBody:
    'Mọi người đọc được ngay, đúng như nội dung đã liệt kê. Không gửi thư báo. Về sau chỉ có thể rút từng văn bản.',
  manifest: 'Mã danh sách',
  yes: 'Duyệt và công bố',
  back: 'Quay lại',
  sending: 'Đang công bố…',
  done: (published: number, before: number) =>
    before
      ? `Đã công bố ${published} văn bản; ${before} văn bản đã công bố từ trước.`
      : `Đã công bố ${published} văn bản.`,
  notDone: 'Chưa công bố văn bản nào. Xin bỏ chọn các văn bản sau rồi duyệt lại:',
  partly: (published: number) => `Đã công bố ${published} văn bản. Các văn bản sau chưa được công bố:`,
}
export type BatchTexts = typeof vi

const en: BatchTexts = {
  title: 'Approve imported texts',
  intro:
    'Texts that the old portal shows already, imported as they stand and changed by nobody since. Approving them here publishes them at once with their old dates; subscribers get no mail. What was changed after its import is submitted as usual.',
  refused: 'Only the heads of the editorial board may approve imported texts together.',
  loading: 'Loading…',
  failed: 'It could not be loaded; try again in a few minutes.',
  retry: 'Reload',
  kind: 'Kind',
  none: 'No imported text waits.',
  list: 'Imported texts that wait',
  page: (page) => `Page ${page}`,
  previous: 'Previous page',
  next: 'Next page',
  all: 'Choose all on this page',
  chosen: (count, of) => `${count} of ${of} texts that can be approved are chosen`,
  since: (day) => `Public since ${day}`,
  sinceUnknown: 'Nothing says since when it was public; the day of approval is taken',
  untitled: '(no title)',
  read: 'Read it',
  newTab: '(opens a new tab)',
  approve: (count) => `Approve and publish ${count} texts`,
  confirm: (count) => `Approve and publish ${count} texts?`,
  confirmBody:
    'Everybody can read them at once, exactly as listed. No mail is sent. Later, each can only be withdrawn in public.',
  manifest: 'Manifest',
  yes: 'Approve and publish',
  back: 'Back',
  sending: 'Publishing…',
  done: (published, before) =>
    before ? `${published} texts are published; ${before} were before.` : `${published} texts are published.`,
  notDone: 'Nothing was published. Leave these out, then approve again:',
  partly: (published) => `${published} texts are published. These are not:`,
}

export const batchTexts = { vi, en }
