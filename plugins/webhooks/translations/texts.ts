import type { OwnLanguage } from '../../../lib/text/languages.ts'
import type { AddressFault } from '../core/address.ts'
import type { Problem } from '../core/outcome.ts'

/** Everything this plugin says to people. */
export interface WebhookTexts {
  /** What is wrong with an address that somebody typed, and what to do. */
  addresses: Record<AddressFault, string>
  /** Why a message did not arrive, and what to do. */
  problems: Record<Exclude<Problem, 'status'>, string>
  /** An answer that is not 2xx. */
  status: (status: number) => string
  redirect: (status: number) => string
  refusals: { unknown: string; busy: string; raced: string }
  test: { arrived: (status: number) => string; failed: (problem: string) => string }
  panel: {
    heading: string
    unsaved: string
    never: string
    delivered: (at: string, seq: number) => string
    behind: (rows: number) => string
    upToDate: string
    failing: (problem: string, since: string, tries: number) => string
    nextTry: (at: string) => string
    off: (at: string) => string
    inactive: string
    oldSecret: (at: string) => string
    test: string
    testHint: string
    rotate: string
    rotateHint: string
    rotateSure: string
    rotateYes: string
    rotateNo: string
    key: string
    keyHint: string
    working: string
    network: string
  }
  mail: {
    subject: (name: string) => string
    heading: string
    lines: (since: string, problem: string) => string[]
    all: string
    why: string
    choose: string
    more: (count: number) => string
  }
}

const vi: WebhookTexts = {
  addresses: {
    form: 'Địa chỉ chưa đúng; xin ghi đầy đủ, ví dụ https://website.example.vn/nhan-tin.',
    scheme: 'Chỉ gửi đến địa chỉ https://; xin sửa lại.',
    login: 'Địa chỉ không được chứa tên và mật khẩu đăng nhập; xin bỏ phần trước dấu @.',
    port: 'Chỉ gửi được đến cổng 443; xin bỏ số cổng, hoặc nhờ người vận hành cho phép.',
    internal:
      'Địa chỉ này thuộc mạng nội bộ nên không gửi; xin dùng địa chỉ công khai, hoặc nhờ người vận hành cho phép.',
  },
  problems: {
    url: 'Cài đặt của hệ thống không cho gửi đến địa chỉ này nữa; xin sửa địa chỉ.',
    internal: 'Tên máy dẫn vào mạng nội bộ nên không gửi; xin sửa địa chỉ, hoặc nhờ người vận hành cho phép.',
    unresolved: 'Không tìm thấy máy chủ có tên này; xin kiểm tra địa chỉ.',
    refused: 'Máy chủ nơi nhận không cho kết nối; xin hỏi người phụ trách nơi nhận.',
    tls: 'Nơi nhận không có kết nối https hợp lệ; xin nhờ người phụ trách nơi nhận xem lại chứng chỉ.',
    timeout: 'Nơi nhận không trả lời kịp; xin hỏi người phụ trách nơi nhận.',
    broken: 'Nơi nhận ngắt kết nối giữa chừng; xin hỏi người phụ trách nơi nhận.',
    key: 'Không đọc được khóa ký đã lưu; xin cấp khóa mới rồi đưa cho nơi nhận.',
  },
  status: (status) => `Nơi nhận trả lời mã ${status} thay vì 2xx; xin hỏi người phụ trách nơi nhận.`,
  redirect: (status) => `Nơi nhận chuyển sang địa chỉ khác (mã ${status}); xin ghi thẳng địa chỉ cuối cùng.`,
  refusals: {
    unknown: 'Không có nơi nhận này; xin mở lại danh sách.',
    busy: 'Hệ thống đang gửi đến nơi nhận này; xin thử lại sau một phút.',
    raced: 'Người khác vừa cấp khóa mới; xin tải lại trang.',
  },
  test: {
    arrived: (status) => `Nơi nhận đã nhận tin thử (mã ${status}).`,
    failed: (problem) => `Tin thử chưa đến nơi. ${problem}`,
  },
  panel: {
    heading: 'Tình trạng gửi',
    unsaved: 'Lưu xong sẽ thấy tình trạng gửi, gửi thử được và lấy được khóa ký.',
    never: 'Chưa gửi tin nào.',
    delivered: (at, seq) => `Lần gửi được gần nhất: ${at}, việc số ${seq} trong sổ công bố.`,
    behind: (rows) => `Còn ${rows} việc trong sổ chưa gửi.`,
    upToDate: 'Không còn việc nào chờ gửi.',
    failing: (problem, since, tries) => `Chưa gửi được từ ${since}, đã thử ${tries} lần. ${problem}`,
    nextTry: (at) => `Lần thử tới: ${at}.`,
    off: (at) =>
      `Hệ thống đã ngừng gửi lúc ${at} vì nơi nhận hỏng nhiều ngày. Khi nơi nhận đã sửa xong, đánh dấu “Đang dùng” rồi lưu: hệ thống gửi tiếp từ chỗ dừng, không bỏ sót.`,
    inactive: 'Đang không gửi. Đánh dấu “Đang dùng” rồi lưu thì hệ thống gửi tiếp từ chỗ dừng.',
    oldSecret: (at) => `Khóa ký cũ còn dùng được đến ${at}.`,
    test: 'Gửi thử',
    testHint: 'Gửi một tin thử đến địa chỉ đã lưu.',
    rotate: 'Cấp khóa ký mới',
    rotateHint: 'Nơi nhận dùng khóa ký để biết tin đúng là từ hệ thống này. Khóa chỉ hiện một lần.',
    rotateSure: 'Khóa đang dùng sẽ hết hạn sau 24 giờ. Cấp khóa mới?',
    rotateYes: 'Cấp khóa mới',
    rotateNo: 'Thôi',
    key: 'Khóa ký mới',
    keyHint: 'Xin chép ngay và đưa cho nơi nhận bằng cách kín đáo; rời trang này thì không xem lại được.',
    working: 'Đang làm…',
    network: 'Chưa liên lạc được với máy chủ; xin thử lại.',
  },
  mail: {
    subject: (name) => `Đã ngừng gửi tin đến “${name}”`,
    heading: 'Một nơi nhận tin tự động đã bị ngừng',
    lines: (since, problem) => [
      `Không gửi được từ ${since}. ${problem}`,
      'Khi nơi nhận đã sửa xong, đánh dấu “Đang dùng” rồi lưu: hệ thống gửi tiếp từ chỗ dừng, không bỏ sót.',
    ],
    all: 'Mọi nơi nhận tin tự động',
    why: 'Bạn nhận thư này vì là quản trị viên.',
    choose: 'Tài khoản của bạn',
    more: (count) => `và ${count} nơi khác`,
  },
}

const en: WebhookTexts = {
  addresses: {
    form: 'This is no address; write all of it, such as https://website.example.vn/news.',
    scheme: 'Only addresses with https:// are sent to; change it.',
    login: 'An address may hold no name and password; take away what stands before the @.',
    port: 'Only port 443 is sent to; take away the port, or ask the operator to allow it.',
    internal:
      'This address is inside a network, and not sent to; use a public one, or ask the operator to allow this one.',
  },
  problems: {
    url: 'The settings of the system no longer allow this address; change it.',
    internal: 'The name leads inside a network, and is not sent to; change it, or ask the operator to allow it.',
    unresolved: 'No machine has this name; check the address.',
    refused: 'The receiver takes no connection; ask whoever runs it.',
    tls: 'The receiver has no valid https; ask whoever runs it to check its certificate.',
    timeout: 'The receiver did not answer in time; ask whoever runs it.',
    broken: 'The receiver broke the connection; ask whoever runs it.',
    key: 'The stored secret cannot be read; make a new one and give it to the receiver.',
  },
  status: (status) => `The receiver answered ${status} instead of 2xx; ask whoever runs it.`,
  redirect: (status) => `The receiver leads to another address (${status}); write that address here.`,
  refusals: {
    unknown: 'There is no such webhook; open the list again.',
    busy: 'The system is sending to this receiver; try again in a minute.',
    raced: 'Somebody else just made a new secret; load the page again.',
  },
  test: {
    arrived: (status) => `The receiver took the test message (${status}).`,
    failed: (problem) => `The test message did not arrive. ${problem}`,
  },
  panel: {
    heading: 'Deliveries',
    unsaved: 'Once saved, this shows how deliveries go; then you can send a test and get the secret.',
    never: 'Nothing was sent yet.',
    delivered: (at, seq) => `Last delivery: ${at}, row ${seq} of the log of publications.`,
    behind: (rows) => `${rows} rows of the log are still to be told.`,
    upToDate: 'Nothing waits to be sent.',
    failing: (problem, since, tries) => `It has failed since ${since}, ${tries} times. ${problem}`,
    nextTry: (at) => `Next try: ${at}.`,
    off: (at) =>
      `The system stopped sending at ${at}, after days of failure. When the receiver works again, tick “Active” and save: it goes on from where it was, and nothing is left out.`,
    inactive: 'Nothing is sent. Tick “Active” and save, and the system goes on from where it was.',
    oldSecret: (at) => `The old secret can be used until ${at}.`,
    test: 'Send a test',
    testHint: 'Sends a test message to the saved address.',
    rotate: 'New secret',
    rotateHint: 'By the secret the receiver knows that a message is from this system. It is shown once.',
    rotateSure: 'The secret in use ends in 24 hours. Make a new one?',
    rotateYes: 'Make a new one',
    rotateNo: 'Back',
    key: 'New secret',
    keyHint: 'Copy it now and hand it to the receiver in private; it cannot be seen again.',
    working: 'Working…',
    network: 'The server could not be reached; try again.',
  },
  mail: {
    subject: (name) => `No longer sending to “${name}”`,
    heading: 'A webhook was switched off',
    lines: (since, problem) => [
      `It has failed since ${since}. ${problem}`,
      'When the receiver works again, tick “Active” and save: it goes on from where it was, and nothing is left out.',
    ],
    all: 'All webhooks',
    why: 'You get this mail because you are an administrator.',
    choose: 'Your account',
    more: (count) => `and ${count} others`,
  },
}

/** The texts by language. */
export const TEXTS: Record<OwnLanguage, WebhookTexts> = { vi, en }

/** Why a try failed, in one or two sentences. */
export const problemText = (texts: WebhookTexts, problem: Problem, status: number): string => {
  if (problem !== 'status') return texts.problems[problem]
  return status >= 300 && status < 400 ? texts.redirect(status) : texts.status(status)
}
