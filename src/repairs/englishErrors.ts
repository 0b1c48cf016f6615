import { FAULTS, type Fault } from '../portal/faults.ts'

const brokenForm: Fault = {
  ...FAULTS.badRequest,
  vi: 'Tệp gửi lên bị đứt giữa chừng hoặc có tên không đọc được; hãy đổi tên tệp rồi tải lại.',
  en: 'The upload broke off or the file’s name cannot be read; rename the file and upload it again.',
}

/**
 * `payload` 3.90.2 and `busboy` 1.6.0, which it parses forms with, report some errors only in English. These are the
 * replacements, by the English message: the errors have no other identification.
 */
export const ENGLISH_ERRORS: Record<string, Fault> = {
  'Token is either invalid or has expired.': {
    status: 403,
    code: 'RESET_TOKEN_INVALID',
    vi: 'Liên kết đặt lại mật khẩu không đúng hoặc đã hết hạn; hãy yêu cầu liên kết mới ở trang đăng nhập.',
    en: 'The link to reset the password is wrong or has expired; ask for a new one on the login page.',
  },
  'No User': FAULTS.loginRequired,
  'Malformed part header': brokenForm,
  'Unexpected end of form': brokenForm,
  'Invalid JSON': {
    ...FAULTS.badRequest,
    vi: 'Dữ liệu gửi lên không phải là JSON; hãy kiểm tra lại cú pháp.',
    en: 'What you sent is no JSON; check its syntax.',
  },
}
