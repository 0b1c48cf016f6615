/** An error for programs (`code`) and for people (one sentence that says what to do next). */
export interface Fault {
  status: number
  code: string
  vi: string
  en: string
}

export const FAULTS = {
  badRequest: {
    status: 400,
    code: 'BAD_REQUEST',
    vi: 'Yêu cầu không đọc được; hãy kiểm tra lại dữ liệu gửi lên.',
    en: 'The request cannot be read; check the data you sent.',
  },
  unusableValue: {
    status: 400,
    code: 'BAD_REQUEST',
    vi: 'Một giá trị gửi lên không hợp với trường của nó hoặc chỉ tới thứ không có; hãy kiểm tra mã, ngày, số và điều kiện lọc.',
    en: 'A value does not fit its field or points to nothing; check ids, days, numbers and filters.',
  },
  loginRequired: {
    status: 401,
    code: 'LOGIN_REQUIRED',
    vi: 'Hãy đăng nhập rồi thử lại.',
    en: 'Log in and try again.',
  },
  forbidden: {
    status: 403,
    code: 'FORBIDDEN',
    vi: 'Bạn không có quyền làm việc này; hãy hỏi người quản trị.',
    en: 'You may not do this; ask an administrator.',
  },
  notFound: {
    status: 404,
    code: 'NOT_FOUND',
    vi: 'Không có gì ở địa chỉ này; hãy kiểm tra lại đường dẫn.',
    en: 'There is nothing at this address; check the link.',
  },
  wrongMethod: {
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
    vi: 'Địa chỉ này không nhận phương thức đó; xem các phương thức trong header Allow.',
    en: 'This address does not take that method; see the Allow header.',
  },
  tryAgain: {
    status: 503,
    code: 'TRY_AGAIN',
    vi: 'Máy chủ đang bận ghi dữ liệu nên chưa lưu được; xin thử lại sau ít phút, nội dung bạn nhập vẫn còn.',
    en: 'The database is busy and nothing was saved; try again in a few minutes, what you typed is still there.',
  },
  conflict: {
    status: 409,
    code: 'CONFLICT',
    vi: 'Dữ liệu vừa được thay đổi ở nơi khác; hãy tải lại rồi thử lại.',
    en: 'This was changed elsewhere meanwhile; load it again and retry.',
  },
  tooLarge: {
    status: 413,
    code: 'TOO_LARGE',
    vi: 'Dữ liệu gửi lên quá lớn; hãy chia nhỏ hoặc rút gọn.',
    en: 'What you sent is too large; split or shorten it.',
  },
  tooManyRows: {
    status: 400,
    code: 'QUERY_TOO_COSTLY',
    vi: 'Truy vấn này đọc quá nhiều mục cùng lúc; hãy đặt limit nhỏ hơn hoặc chia thành nhiều truy vấn.',
    en: 'This query reads too many rows at once; set a smaller limit or split it.',
  },
  tooManyConditions: {
    status: 400,
    code: 'QUERY_TOO_COSTLY',
    vi: 'Truy vấn này lọc hoặc sắp xếp theo quá nhiều điều kiện; hãy bớt đi hoặc chia thành nhiều truy vấn.',
    en: 'This query filters or sorts by too many conditions; use fewer or split it.',
  },
  wrongType: {
    status: 415,
    code: 'WRONG_CONTENT_TYPE',
    vi: 'Kiểu dữ liệu gửi lên không được nhận; hãy gửi application/json.',
    en: 'This content type is not taken; send application/json.',
  },
  wrongHost: {
    status: 421,
    code: 'WRONG_HOST',
    vi: 'Máy chủ không phục vụ tên miền này; hãy dùng địa chỉ đã công bố.',
    en: 'This server does not answer for that host name; use its published address.',
  },
  locked: {
    status: 423,
    code: 'DOCUMENT_LOCKED',
    vi: 'Người khác đang sửa mục này; hãy đợi họ xong rồi mở lại, hoặc mở để tiếp quản.',
    en: 'Somebody else is editing this; wait until they are done and open it again, or open it and take over.',
  },
  tooMany: {
    status: 429,
    code: 'TOO_MANY_REQUESTS',
    vi: 'Bạn thử quá nhiều lần; hãy đợi ít phút rồi thử lại.',
    en: 'Too many tries; wait a few minutes and try again.',
  },
  internal: {
    status: 500,
    code: 'INTERNAL',
    vi: 'Máy chủ gặp lỗi; hãy thử lại, và báo người quản trị mã yêu cầu nếu lỗi còn lặp lại.',
    en: 'The server failed; try again, and tell an administrator the request id if it happens again.',
  },
} satisfies Record<string, Fault>

/** Message of an error in the client's language; Vietnamese unless English comes first. */
export const sentenceFor = (fault: Pick<Fault, 'vi' | 'en'>, acceptLanguage: string | null | undefined): string =>
  /^\s*en\b/i.test(acceptLanguage ?? '') ? fault.en : fault.vi
