import type { AfterErrorHook } from 'payload'
import { invalidHeadline } from './invalidHeadline.ts'

interface Said {
  message: string
  code?: string
  fields?: { path: string; message: string }[]
  data?: { code?: string; errors?: { label?: unknown; path: string; message: string }[] } & Record<string, unknown>
}

const BY_STATUS: Record<number, string> = {
  400: 'BAD_REQUEST',
  401: 'LOGIN_REQUIRED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  413: 'TOO_LARGE',
  422: 'CONTENT_INVALID',
  429: 'TOO_MANY_REQUESTS',
}

/**
 * Gives every error of Payload's REST API the stable `code` that programs rely on: our own from the error's data,
 * else one by status. A refused validation is 422 `CONTENT_INVALID` with its fields; being refused without a login is
 * 401. Payload's own members stay, because its admin reads them.
 */
export const errorCodes: AfterErrorHook = ({ error, result, req }) => {
  const { status = 500, name, data } = error as { status?: number; name?: string; data?: Said['data'] }
  const invalid = name === 'ValidationError'
  const anonymous = status === 403 && !req.user
  const locked = name === 'LockedAuth'
  const answered = locked ? 401 : anonymous ? 401 : invalid ? 422 : status
  const code =
    data?.code ??
    (locked
      ? 'LOGIN_LOCKED'
      : name === 'AuthenticationError'
        ? 'LOGIN_FAILED'
        : (BY_STATUS[answered] ?? (answered >= 500 ? 'INTERNAL' : 'BAD_REQUEST')))
  const headline = invalid ? invalidHeadline(data?.errors ?? [], req.i18n?.language) : undefined
  const errors = ((result as { errors?: Said[] }).errors ?? [{ message: '' }]).map((said) => ({
    ...said,
    ...(headline ? { message: headline } : {}),
    code,
    ...(invalid ? { fields: data?.errors?.map(({ path, message }) => ({ path, message })) ?? [] } : {}),
  }))
  return { status: answered, response: { errors } }
}
