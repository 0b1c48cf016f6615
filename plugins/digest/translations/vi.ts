import type { ItemKind } from '../core/items.ts'

/** Everything the digests say, in Vietnamese. Another language is another file of the same shape. */
export const vi = {
  form: {
    title: 'Đăng ký nhận bản tin qua thư điện tử',
    intro:
      'Mỗi sáng lúc 7 giờ 30, chúng tôi gửi các văn bản và tin mới của ngày hôm trước. Ngày không có gì mới thì không gửi thư.',
    email: 'Địa chỉ thư điện tử',
    emailHint: 'Ví dụ: ten@example.vn. Chúng tôi gửi một thư để bạn xác nhận trước khi bắt đầu.',
    cadence: 'Nhịp gửi',
    daily: 'Mỗi ngày một lần',
    facets: {
      collections: 'Loại nội dung',
      topics: 'Chủ đề',
      territories: 'Địa bàn',
      audiences: 'Đối tượng',
      documentTypes: 'Loại văn bản',
    },
    moreFacets: 'Chọn thêm theo địa bàn, đối tượng, loại văn bản',
    facetHint: 'Không chọn mục nào nghĩa là nhận tất cả.',
    locale: 'Ngôn ngữ nội dung',
    honeypot: 'Đừng điền vào ô này',
    submit: 'Gửi thư xác nhận cho tôi',
    faults: 'Có thông tin cần sửa',
  },
  requested: {
    title: 'Hãy xem hộp thư của bạn',
    body: 'Nếu địa chỉ bạn nhập nhận được thư, chúng tôi đã gửi tới đó một thư có nút xác nhận. Liên kết trong thư dùng được trong 48 giờ. Nếu chưa thấy thư, hãy xem cả mục thư rác.',
  },
  confirm: {
    title: 'Xác nhận đăng ký',
    body: (masked: string) => `Bạn sắp nhận bản tin mỗi ngày tại ${masked}.`,
    wishes: 'Nội dung bạn chọn',
    submit: 'Tôi đồng ý, bắt đầu gửi bản tin',
    doneTitle: 'Đã xác nhận đăng ký',
    doneBody: 'Bạn sẽ nhận bản tin khi có nội dung mới. Mỗi thư đều có liên kết để hủy bằng một lần bấm.',
    goneTitle: 'Liên kết này không còn dùng được',
    goneBody: 'Liên kết xác nhận chỉ dùng được trong 48 giờ. Hãy đăng ký lại để nhận liên kết mới.',
    again: 'Đăng ký lại',
  },
  leave: {
    title: 'Hủy nhận bản tin',
    body: 'Bấm nút dưới đây để không nhận bản tin nữa. Không cần đăng nhập và không cần nêu lý do.',
    submit: 'Hủy nhận bản tin',
    doneTitle: 'Đã hủy nhận bản tin',
    doneBody: 'Chúng tôi sẽ không gửi bản tin cho bạn nữa. Bạn có thể đăng ký lại bất cứ lúc nào.',
    unknownTitle: 'Không tìm thấy liên kết này',
    unknownBody: 'Liên kết có thể đã bị cắt mất một phần. Hãy sao chép lại toàn bộ liên kết từ thư và mở lại.',
  },
  /** What went wrong, for people; programs are told in English too. */
  faults: {
    EMAIL_INVALID: {
      text: 'Địa chỉ thư điện tử chưa đúng. Hãy nhập dạng ten@example.vn.',
      en: 'The e-mail address is not valid.',
    },
    CADENCE_NOT_OFFERED: {
      text: 'Hiện chỉ có bản tin mỗi ngày. Hãy chọn “Mỗi ngày một lần”.',
      en: 'Only the cadence "daily" is offered.',
    },
    LOCALE_UNKNOWN: {
      text: 'Không có ngôn ngữ này. Hãy chọn một ngôn ngữ trong danh sách.',
      en: 'This language is not offered.',
    },
    FILTER_UNKNOWN: {
      text: 'Có lựa chọn không tồn tại. Hãy chọn trong danh sách.',
      en: 'There is no such choice.',
    },
    BODY_INVALID: {
      text: 'Không đọc được yêu cầu. Hãy gửi lại biểu mẫu.',
      en: 'The request could not be read.',
    },
    BODY_TOO_LARGE: {
      text: 'Yêu cầu quá lớn. Hãy bỏ bớt nội dung rồi gửi lại.',
      en: 'The request is too large.',
    },
    RATE_LIMITED: {
      text: 'Có quá nhiều yêu cầu từ mạng của bạn. Hãy thử lại sau một giờ.',
      en: 'Too many requests; try again in an hour.',
    },
    FAILED: {
      text: 'Chưa lưu được yêu cầu. Hãy thử lại sau ít phút.',
      en: 'The request could not be stored; try again in a few minutes.',
    },
  },
  /** Shown wherever somebody agrees; what was agreed to is stored word for word under its version. */
  consent: {
    version: '2026-11-24',
    text: (portal: string) =>
      `Bằng việc xác nhận, bạn đồng ý để ${portal} lưu địa chỉ thư điện tử, ngôn ngữ và các mục bạn chọn, chỉ để gửi bản tin này. Chúng tôi không theo dõi việc bạn mở thư hay bấm liên kết và không chuyển địa chỉ của bạn cho bên khác. Bạn có thể rút lại sự đồng ý bất cứ lúc nào bằng liên kết “Hủy nhận bản tin” trong mỗi thư.`,
  },
  mail: {
    subject: (day: string, count: number) => `Bản tin ngày ${day}: ${count} nội dung mới`,
    heading: (day: string) => `Nội dung mới ngày ${day}`,
    greeting: (portal: string) => `${portal} gửi bạn những nội dung vừa được công bố.`,
    changes: 'Đính chính và thu hồi',
    kinds: {
      new: '',
      updated: 'Bản cập nhật',
      corrected: 'Đã đính chính',
      withdrawn: 'Đã thu hồi',
    } satisfies Record<ItemKind, string>,
    number: 'Số',
    issuedOn: 'Ngày ban hành',
    issuer: 'Cơ quan ban hành',
    effectiveFrom: 'Có hiệu lực từ',
    note: 'Ghi chú',
    why: (wishes: string) => `Bạn nhận mục này vì đã đăng ký: ${wishes}.`,
    whyEarlier: 'Bạn nhận mục này vì văn bản này đã được gửi cho bạn trong một bản tin trước.',
    everything: 'mọi nội dung mới',
    more: (count: number) => `Và ${count} văn bản nữa trên trang`,
    leave: 'Hủy nhận bản tin',
    leaveHint: 'Bấm một lần là hủy, không cần đăng nhập.',
    sender: (portal: string) => `Thư này do ${portal} gửi theo đăng ký của bạn. Xin đừng trả lời thư này.`,
  },
  confirmation: {
    subject: 'Xác nhận đăng ký nhận bản tin',
    heading: 'Xác nhận đăng ký nhận bản tin',
    body: (portal: string) =>
      `Có người, có lẽ là bạn, đã dùng địa chỉ này để đăng ký nhận bản tin của ${portal}. Hãy mở liên kết dưới đây rồi bấm nút xác nhận trong vòng 48 giờ.`,
    link: 'Mở trang xác nhận',
    ignore: 'Nếu không phải bạn đăng ký, hãy bỏ qua thư này: bạn sẽ không nhận thêm gì.',
  },
}
