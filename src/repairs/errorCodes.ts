import type { AfterErrorHook } from 'payload'
import { FAULTS, type Fault } from '../portal/faults.ts'
import { isAskersFault } from './askersFault.ts'
import { invalidHeadline } from './invalidHeadline.ts'

interface Said {
  message: string
  code?: string
  fields?: { path: string; message: string }[]
}

interface Data {
  code?: string
  errors?: { path: string; message: string; label?: unknown }[]
}

interface Thrown {
  status?: number
  name?: string
  message?: string
  data?: Data | { path: string }[]
}

const BY_STATUS: Record<number, Fault> = {
  400: FAULTS.badRequest,
  401: FAULTS.loginRequired,
  403: FAULTS.forbidden,
  404: FAULTS.notFound,
  409: FAULTS.conflict,
  413: FAULTS.tooLarge,
  429: FAULTS.tooMany,
}

const brokenForm: Fault = {
  ...FAULTS.badRequest,
  vi: 'Tệp gửi lên bị đứt giữa chừng hoặc có tên không đọc được; hãy đổi tên tệp rồi tải lại.',
  en: 'The upload broke off or the file’s name cannot be read; rename the file and upload it again.',
}

/** What Payload and its reader of forms say in English alone, in whatever language they are asked. */
const UNTRANSLATED: Record<string, Fault> = {
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

const invalid = (data: Data | undefined): Fault => {
  const fields = data?.errors ?? []
  return {
    status: 422,
    code: 'CONTENT_INVALID',
    vi: invalidHeadline(fields, 'vi'),
    en: invalidHeadline(fields, 'en'),
  }
}

/** The fault that an error of Payload's or of a database is; nothing when it says itself what it is. */
const faultOf = (error: Thrown, req: Parameters<AfterErrorHook>[0]['req']): Fault | undefined => {
  const { status, name, message = '', data } = error
  if (name === 'ValidationError') return invalid(data as Data | undefined)
  if (name === 'QueryError') {
    const paths = Array.isArray(data) ? data.map(({ path }) => path) : []
    return {
      ...FAULTS.badRequest,
      vi: `Không lọc được theo: ${paths.join(', ')}; hãy kiểm tra tên trường và phép so sánh.`,
      en: `Cannot be filtered by: ${paths.join(', ')}; check the names of fields and operators.`,
    }
  }
  if (isAskersFault(error, req.query)) return FAULTS.unusableValue
  if (UNTRANSLATED[message]) return UNTRANSLATED[message]
  if (status === undefined || status >= 500) return FAULTS.internal
  if (status === 403 && !req.user) return FAULTS.loginRequired
  return name === 'APIError' ? BY_STATUS[status] : undefined
}

/**
 * Gives every error of Payload's APIs the stable `code` that programs rely on and a sentence in the language of who
 * asked: our own refusals keep theirs, what Payload or a database throws gets one here. A refused validation is 422
 * `CONTENT_INVALID` with its fields; being refused without a login is 401; a value that a database cannot take is 400.
 * Payload's own members stay, because its admin reads them.
 */
export const errorCodes: AfterErrorHook = ({ error, result, req }) => {
  const thrown = error as Thrown
  const { name, status = 500 } = thrown
  const data = Array.isArray(thrown.data) ? undefined : thrown.data
  const fault = data?.code ? undefined : faultOf(thrown, req)
  const anonymous = (status === 403 && !req.user && !fault) || name === 'LockedAuth'
  const answered = fault?.status ?? (anonymous ? 401 : status)
  const code =
    data?.code ??
    fault?.code ??
    (name === 'LockedAuth'
      ? 'LOGIN_LOCKED'
      : name === 'AuthenticationError'
        ? 'LOGIN_FAILED'
        : (BY_STATUS[answered]?.code ?? 'BAD_REQUEST'))
  const errors = ((result as { errors?: Said[] }).errors ?? [{ message: '' }]).map((said) => ({
    ...said,
    code,
    ...(fault ? { message: req.i18n?.language === 'en' ? fault.en : fault.vi } : {}),
    ...(name === 'ValidationError'
      ? { fields: data?.errors?.map(({ path, message }) => ({ path, message })) ?? [] }
      : {}),
  }))
  return { status: answered, response: { errors } }
}
