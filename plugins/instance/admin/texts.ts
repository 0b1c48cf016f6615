import type { OwnLanguage } from '../../../lib/text/languages.ts'

interface Texts {
  heading: string
  reason: string
  confirm: string
  confirmed: string
  failed: string
}

/** What the notice about a copy says, by language. */
export const copyTexts: Readonly<Record<OwnLanguage, Texts>> = {
  vi: {
    heading: 'Chưa gửi thư: hệ thống này có thể là bản sao',
    reason: 'Lý do, ghi vào nhật ký (ví dụ: máy chủ cũ đã hỏng, đây là máy thay thế)',
    confirm: 'Đây là hệ thống chính thức, gửi thư trở lại',
    confirmed: 'Đã xác nhận; thư và tin đang chờ được gửi trở lại.',
    failed: 'Chưa xác nhận được; xin kiểm tra kết nối rồi thử lại.',
  },
  en: {
    heading: 'No mail is sent: this system may be a copy',
    reason: 'Reason, for the trail (for example: the old server is broken, this one takes its place)',
    confirm: 'This is the real system; send again',
    confirmed: 'Confirmed; mails and webhooks that wait are sent again.',
    failed: 'Not confirmed; check the connection and try again.',
  },
}
