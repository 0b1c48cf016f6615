import type { OwnLanguage } from '../../../lib/text/languages.ts'

/** Path of the viewer. */
export const VIEWER_PATH = '/admin-mail'

interface ViewerWords {
  title: string
  subject: string
  to: string
  day: string
  empty: string
  all: string
  htmlPart: string
  textPart: string
  mail: string
  missing: string
  login: string
  logIn: string
  thenAgain: string
}

export const VIEWER_WORDS: Record<OwnLanguage, ViewerWords> = {
  vi: {
    title: 'Thư đã viết ra tệp',
    subject: 'Tiêu đề',
    to: 'Gửi tới',
    day: 'Ngày',
    empty: 'Chưa có thư nào.',
    all: 'Tất cả thư',
    htmlPart: 'Bản HTML',
    textPart: 'Bản văn bản thuần',
    mail: 'Thư',
    missing: 'Không có thư này',
    login: 'Cần đăng nhập',
    logIn: 'Đăng nhập vào trang quản trị',
    thenAgain: 'rồi mở lại trang này.',
  },
  en: {
    title: 'Mails in files',
    subject: 'Subject',
    to: 'To',
    day: 'Day',
    empty: 'There is no mail yet.',
    all: 'All mails',
    htmlPart: 'HTML',
    textPart: 'Plain text',
    mail: 'Mail',
    missing: 'There is no such mail',
    login: 'A login is needed',
    logIn: 'Log in to the admin',
    thenAgain: 'and open this page again.',
  },
}
