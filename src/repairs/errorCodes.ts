import type { AfterErrorHook } from 'payload'
import { FAULTS, type Fault } from '../portal/faults.ts'
import { isBusyDatabase, isClientError } from './clientErrors.ts'
import { ENGLISH_ERRORS } from './englishErrors.ts'
import { invalidHeadline } from './invalidHeadline.ts'

interface AnsweredError {
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

const invalid = (data: Data | undefined): Fault => {
  const fields = data?.errors ?? []
  return {
    status: 422,
    code: 'CONTENT_INVALID',
    vi: invalidHeadline(fields, 'vi'),
    en: invalidHeadline(fields, 'en'),
  }
}

/** The fault behind an error of Payload or a database; nothing when the error already states its own. */
const faultOf = (error: Thrown, req: Parameters<AfterErrorHook>[0]['req']): Fault | undefined => {
  const { status, name, message = '', data } = error
  if (name === 'ValidationError') return invalid(data as Data | undefined)
  if (name === 'QueryError') {
    const paths = [...new Set(Array.isArray(data) ? data.map(({ path }) => path) : [])]
    return {
      ...FAULTS.badRequest,
      vi: `Không lọc được theo: ${paths.join(', ')}; hãy kiểm tra tên trường và phép so sánh.`,
      en: `Cannot be filtered by: ${paths.join(', ')}; check the names of fields and operators.`,
    }
  }
  if (isBusyDatabase(error)) return FAULTS.tryAgain
  if (isClientError(error, req.query)) return FAULTS.unusableValue
  if (ENGLISH_ERRORS[message]) return ENGLISH_ERRORS[message]
  if (status === undefined || status >= 500) return FAULTS.internal
  if (status === 403 && !req.user) return FAULTS.loginRequired
  // The only text of `Locked` is English and holds an id.
  if (name === 'Locked') return FAULTS.locked
  return name === 'APIError' ? BY_STATUS[status] : undefined
}

/**
 * Errors of `payload` 3.90.2 have no code that a client could rely on, a failed validation is 400 like any other bad
 * request, and requests without a login get 403. This gives every error a stable `code` and a sentence in the language
 * of the request; our own refusals keep theirs. Payload's own properties are kept, because its admin reads them.
 */
export const errorCodes: AfterErrorHook = ({ error, result, req }) => {
  const thrown = error as Thrown
  const { name, status = 500 } = thrown
  const data = Array.isArray(thrown.data) ? undefined : thrown.data
  const fault = data?.code ? undefined : faultOf(thrown, req)
  const anonymous = (status === 403 && !req.user && !fault) || name === 'LockedAuth'
  const answeredStatus = fault?.status ?? (anonymous ? 401 : status)
  const code =
    data?.code ??
    fault?.code ??
    (name === 'LockedAuth'
      ? 'LOGIN_LOCKED'
      : name === 'AuthenticationError'
        ? 'LOGIN_FAILED'
        : (BY_STATUS[answeredStatus]?.code ?? 'BAD_REQUEST'))
  const errors = ((result as { errors?: AnsweredError[] }).errors ?? [{ message: '' }]).map((answered) => ({
    ...answered,
    code,
    ...(fault ? { message: req.i18n?.language === 'en' ? fault.en : fault.vi } : {}),
    ...(name === 'ValidationError' || data?.errors
      ? { fields: data?.errors?.map(({ path, message }) => ({ path, message })) ?? [] }
      : {}),
  }))
  return { status: answeredStatus, response: { errors } }
}
