import type { Facet } from '../core/filter.ts'
import type { ItemKind } from '../core/items.ts'
import { CONFIRM_HOURS, READABLE_DAYS } from '../core/lifetimes.ts'
import type { Cadence, RunCadence } from '../core/periods.ts'

/** The days a digest covers, formatted in the language of the texts. */
export interface When {
  /** First day. */
  from: string
  /** Last day; equal to the first for a digest of one day. */
  to: string
}

/** All texts of pages and mails, in Vietnamese. Other languages have files of the same shape. */
export const vi = {
  /** Separators: after a label, between values of a facet (which may contain commas), and between facets. */
  marks: { colon: ': ', semicolon: '; ', stop: '. ' },
  form: {
    title: 'Đăng ký nhận bản tin qua thư điện tử',
    /** @param most maximum number of digests a day */
    intro: (most: number) =>
      `Chúng tôi gửi các văn bản và tin mới theo nhịp bạn chọn, nhiều nhất ${most} thư một ngày. Không có gì mới thì không gửi thư.`,
    email: 'Địa chỉ thư điện tử',
    emailHint: 'Ví dụ: ten@example.vn. Chúng tôi gửi một thư để bạn xác nhận trước khi bắt đầu.',
    cadence: 'Nhịp gửi',
    cadences: {
      immediate: 'Ngay khi công bố',
      daily: (hour: number, minute: number) => `Mỗi ngày một lần, lúc ${hour} giờ${minute ? ` ${minute}` : ''}`,
      weekly: 'Mỗi tuần một lần, sáng thứ Hai',
    } satisfies Record<Cadence, string | ((hour: number, minute: number) => string)>,
    facets: {
      collections: 'Loại nội dung',
      topics: 'Chủ đề',
      territories: 'Địa bàn',
      audiences: 'Đối tượng',
      documentTypes: 'Loại văn bản',
      languages: 'Có bản ngôn ngữ',
    } satisfies Record<Facet, string>,
    moreFacets: 'Chọn thêm theo địa bàn, đối tượng, loại văn bản, ngôn ngữ',
    facetHint: 'Không chọn mục nào nghĩa là nhận tất cả.',
    locale: 'Ngôn ngữ nội dung',
    honeypot: 'Đừng điền vào ô này',
    submit: 'Gửi thư xác nhận cho tôi',
    faults: 'Có thông tin cần sửa',
    manage: 'Đổi, tạm dừng hoặc hủy đăng ký đã có',
    otherLanguages: 'Ngôn ngữ khác',
  },
  requested: {
    title: 'Hãy xem hộp thư của bạn',
    body: `Nếu địa chỉ bạn nhập nhận được thư, chúng tôi đã gửi tới đó một thư có nút xác nhận. Liên kết trong thư dùng được trong ${CONFIRM_HOURS} giờ. Nếu chưa thấy thư, hãy xem cả mục thư rác.`,
  },
  confirm: {
    title: 'Xác nhận đăng ký',
    body: (masked: string, cadence: string) => `Bạn sắp nhận bản tin tại ${masked}. Nhịp gửi: ${cadence}.`,
    wishes: (wishes: string) => `Nội dung bạn chọn: ${wishes}.`,
    submit: 'Tôi đồng ý, bắt đầu gửi bản tin',
    doneTitle: 'Đã xác nhận đăng ký',
    doneBody: 'Bạn sẽ nhận bản tin khi có nội dung mới. Mỗi thư đều có liên kết để hủy bằng một lần bấm.',
    goneTitle: 'Liên kết này không còn dùng được',
    goneBody: `Liên kết xác nhận chỉ dùng được trong ${CONFIRM_HOURS} giờ. Hãy đăng ký lại để nhận liên kết mới.`,
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
  /** Request for a new link to the manage page. */
  link: {
    title: 'Nhận liên kết quản lý đăng ký',
    intro: 'Nhập địa chỉ đã đăng ký. Chúng tôi gửi tới đó một liên kết để đổi, tạm dừng hoặc hủy đăng ký.',
    submit: 'Gửi liên kết cho tôi',
    doneBody:
      'Nếu địa chỉ này đang đăng ký nhận bản tin, chúng tôi đã gửi tới đó một liên kết. Liên kết dùng được trong 24 giờ. Nếu chưa thấy thư, hãy xem cả mục thư rác.',
    mailSubject: 'Liên kết quản lý đăng ký bản tin',
    mailBody: (portal: string) =>
      `Có người, có lẽ là bạn, đã xin liên kết quản lý đăng ký nhận bản tin của ${portal}. Liên kết dùng được trong 24 giờ; đừng chuyển thư này cho người khác.`,
    mailLink: 'Mở trang quản lý đăng ký',
    mailIgnore: 'Nếu không phải bạn, hãy bỏ qua thư này: không có gì thay đổi.',
  },
  manage: {
    title: 'Quản lý đăng ký bản tin',
    address: (masked: string) => `Địa chỉ nhận thư: ${masked}`,
    none: 'Bạn không còn đăng ký nào.',
    subscription: (number: number, wishes: string) => `Đăng ký ${number}: ${wishes}`,
    choose: 'Đổi nội dung muốn nhận',
    change: 'Lưu thay đổi',
    leaveOne: 'Bỏ đăng ký này',
    addTitle: 'Thêm một đăng ký',
    add: 'Tôi đồng ý, thêm đăng ký',
    localeTitle: 'Ngôn ngữ của thư',
    localeSave: 'Lưu ngôn ngữ',
    pauseTitle: 'Tạm dừng',
    pauseIntro:
      'Trong thời gian tạm dừng chúng tôi không gửi thư; nội dung công bố trong thời gian đó không được gửi bù.',
    pauseUntil: 'Gửi lại từ ngày (để trống nếu muốn dừng cho đến khi bạn bật lại)',
    pause: 'Tạm dừng',
    pausedUntil: (day: string) => `Đang tạm dừng, gửi lại từ ${day}.`,
    pausedOpen: 'Đang tạm dừng cho đến khi bạn bật lại.',
    resume: 'Gửi lại từ bây giờ',
    leaveTitle: 'Hủy tất cả',
    leaveIntro: 'Hủy mọi đăng ký và không nhận bản tin nữa.',
    leave: 'Hủy tất cả đăng ký',
    exportTitle: 'Dữ liệu của tôi',
    exportIntro: 'Tải về mọi dữ liệu chúng tôi lưu về bạn, dạng JSON.',
    export: 'Tải dữ liệu của tôi',
    eraseTitle: 'Xóa dữ liệu của tôi',
    eraseIntro:
      'Xóa địa chỉ và mọi đăng ký của bạn. Chúng tôi chỉ giữ bằng chứng đồng ý dưới dạng mã không đọc ngược được thành địa chỉ.',
    eraseNever: 'Không bao giờ gửi thư tới địa chỉ này nữa, kể cả khi có người nhập nó vào biểu mẫu',
    eraseSure: 'Tôi hiểu rằng việc xóa không thể hoàn tác',
    erase: 'Xóa dữ liệu của tôi',
    erasedTitle: 'Đã xóa dữ liệu của bạn',
    erasedBody: 'Địa chỉ và các đăng ký của bạn đã được xóa. Bạn sẽ không nhận thư nào nữa.',
    goneTitle: 'Liên kết này không còn dùng được',
    goneBody: 'Liên kết quản lý chỉ dùng được trong một thời gian. Hãy nhập địa chỉ của bạn để nhận liên kết mới.',
    done: {
      change: 'Đã lưu. Nội dung công bố từ bây giờ được gửi theo lựa chọn mới.',
      'leave-one': 'Đã bỏ đăng ký.',
      add: 'Đã thêm đăng ký.',
      locale: 'Đã lưu ngôn ngữ.',
      pause: 'Đã tạm dừng.',
      resume: 'Đã bật lại.',
      leave: 'Đã hủy tất cả đăng ký.',
    },
  },
  /** Error messages for people; programs get them in English too. */
  faults: {
    EMAIL_INVALID: {
      text: 'Địa chỉ thư điện tử chưa đúng. Hãy nhập dạng ten@example.vn.',
      en: 'The e-mail address is not valid.',
    },
    CADENCE_NOT_OFFERED: {
      text: 'Không có nhịp gửi này. Hãy chọn một nhịp trong danh sách.',
      en: 'The cadence is one of immediate, daily and weekly.',
    },
    LOCALE_UNKNOWN: {
      text: 'Không có ngôn ngữ này. Hãy chọn một ngôn ngữ trong danh sách.',
      en: 'This language is not offered.',
    },
    FILTER_UNKNOWN: {
      text: 'Có lựa chọn không tồn tại. Hãy chọn trong danh sách.',
      en: 'There is no such choice.',
    },
    DAY_INVALID: {
      text: 'Ngày gửi lại phải là một ngày sau hôm nay. Hãy chọn lại.',
      en: 'The day must lie after today.',
    },
    NOT_SURE: {
      text: 'Hãy đánh dấu rằng bạn hiểu việc xóa không thể hoàn tác, rồi bấm lại.',
      en: 'Tick that you understand that this cannot be undone.',
    },
    SUBSCRIPTION_GONE: {
      text: 'Đăng ký này đã kết thúc. Nếu vẫn muốn nhận, hãy thêm một đăng ký mới.',
      en: 'This subscription has ended.',
    },
    TOO_MANY: {
      text: 'Bạn đã có số đăng ký nhiều nhất có thể. Hãy đổi hoặc bỏ bớt một đăng ký trước.',
      en: 'There are too many subscriptions.',
    },
    CONSENT_CHANGED: {
      text: 'Lời đồng ý đã được sửa đổi. Hãy đọc lại rồi bấm nút lần nữa.',
      en: 'The words to agree to have changed.',
    },
    ACTION_UNKNOWN: {
      text: 'Không có thao tác này. Hãy mở lại trang quản lý và thử lại.',
      en: 'There is no such action.',
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
  /** Shown wherever consent is given; the accepted text is stored verbatim under its version. */
  consent: {
    version: '2026-11-24',
    text: (portal: string) =>
      `Bằng việc xác nhận, bạn đồng ý để ${portal} lưu địa chỉ thư điện tử, ngôn ngữ và các mục bạn chọn, chỉ để gửi bản tin này. Chúng tôi không theo dõi việc bạn mở thư hay bấm liên kết và không chuyển địa chỉ của bạn cho bên khác. Bạn có thể rút lại sự đồng ý bất cứ lúc nào bằng liên kết “Hủy nhận bản tin” trong mỗi thư.`,
  },
  imprint: { labels: { telephone: 'Điện thoại: ', email: 'Thư điện tử: ' } },
  mail: {
    subjects: {
      immediate: (_: When, count: number) => `Vừa công bố: ${count} nội dung mới`,
      daily: ({ from }: When, count: number) => `Bản tin ngày ${from}: ${count} nội dung mới`,
      weekly: ({ from, to }: When, count: number) => `Bản tin tuần ${from} – ${to}: ${count} nội dung mới`,
      urgent: (_: When, count: number) => `Vừa thay đổi: ${count} nội dung`,
      evening: ({ from }: When, count: number) => `Bản tin tối ngày ${from}: ${count} nội dung mới`,
    } satisfies Record<RunCadence, (when: When, count: number) => string>,
    headings: {
      immediate: (_: When) => 'Nội dung vừa công bố',
      daily: ({ from }: When) => `Nội dung mới ngày ${from}`,
      weekly: ({ from, to }: When) => `Nội dung mới từ ${from} đến ${to}`,
      urgent: ({ from }: When) => `Thay đổi ngày ${from}`,
      evening: ({ from }: When) => `Nội dung mới trong ngày ${from}`,
    } satisfies Record<RunCadence, (when: When) => string>,
    greeting: (portal: string) => `${portal} gửi bạn những nội dung vừa được công bố.`,
    changes: 'Đính chính và rút khỏi cổng',
    onlyChanges: {
      subject: (count: number) => `Đính chính và rút khỏi cổng: ${count} nội dung`,
      heading: ({ from, to }: When) => (from === to ? `Thay đổi ngày ${from}` : `Thay đổi từ ${from} đến ${to}`),
      greeting: (portal: string) => `${portal} báo cho bạn những thay đổi của nội dung đã công bố.`,
    },
    kinds: {
      new: '',
      updated: 'Bản cập nhật',
      corrected: 'Đã đính chính',
      withdrawn: 'Đã rút khỏi cổng thông tin',
    } satisfies Record<ItemKind, string>,
    number: 'Số',
    issuedOn: 'Ngày ban hành',
    issuer: 'Cơ quan ban hành',
    byline: 'Đơn vị đưa tin',
    effectiveFrom: 'Có hiệu lực từ',
    note: 'Ghi chú',
    why: (wishes: string) => `Bạn nhận mục này vì đã đăng ký: ${wishes}.`,
    whyEarlier: 'Bạn nhận mục này vì văn bản này đã được gửi cho bạn trong một bản tin trước.',
    everything: 'mọi nội dung mới',
    more: (count: number) => `Và ${count} văn bản nữa trên trang`,
    manage: 'Đổi hoặc tạm dừng đăng ký',
    view: 'Xem thư này trên web',
    leave: 'Hủy nhận bản tin',
    leaveHint: 'Mở liên kết rồi bấm một nút, không cần đăng nhập.',
    sender: (portal: string) => `Thư này do ${portal} gửi theo đăng ký của bạn. Xin đừng trả lời thư này.`,
  },
  /** Digests for everybody, without a reader. */
  archive: {
    title: 'Bản tin những tuần gần đây',
    feed: 'Theo dõi bằng nguồn tin Atom',
    nothing: 'Không có nội dung nào ở đây. Bản tin được giữ trong năm tuần.',
  },
  /** Web view of a mail. */
  web: {
    goneTitle: 'Thư này không còn xem được trên web',
    goneBody: `Thư được giữ trên web trong ${READABLE_DAYS} ngày. Các văn bản vẫn có trên cổng thông tin.`,
    nothingLeft: 'Các nội dung trong thư này đã được rút khỏi cổng thông tin.',
  },
  confirmation: {
    subject: 'Xác nhận đăng ký nhận bản tin',
    heading: 'Xác nhận đăng ký nhận bản tin',
    body: (portal: string) =>
      `Có người, có lẽ là bạn, đã dùng địa chỉ này để đăng ký nhận bản tin của ${portal}. Hãy mở liên kết dưới đây rồi bấm nút xác nhận trong vòng ${CONFIRM_HOURS} giờ.`,
    link: 'Mở trang xác nhận',
    ignore: 'Nếu không phải bạn đăng ký, hãy bỏ qua thư này: bạn sẽ không nhận thêm gì.',
  },
}

/** Type of the texts of one language, derived from `vi`. */
export type Messages = typeof vi
