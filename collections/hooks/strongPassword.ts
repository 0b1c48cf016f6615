import { type CollectionBeforeOperationHook, ValidationError } from 'payload'

const SHORTEST = 10
const LONGEST = 200

/**
 * Guarantees a minimum password length wherever a password is set: creation, change, reset. NIST SP 800-63B requires no
 * more.
 */
export const strongPassword: CollectionBeforeOperationHook = ({ args, operation, collection, req }) => {
  if (!['create', 'update', 'resetPassword'].includes(operation)) return args
  const { password } = ((args as { data?: { password?: unknown } }).data ?? {}) as { password?: unknown }
  if (password === undefined || password === null || password === '') return args
  if (typeof password === 'string' && password.length >= SHORTEST && password.length <= LONGEST) return args
  throw new ValidationError(
    {
      collection: collection.slug,
      errors: [
        {
          path: 'password',
          message:
            req.i18n?.language === 'en'
              ? `Use a password of ${SHORTEST} to ${LONGEST} characters.`
              : `Mật khẩu cần từ ${SHORTEST} đến ${LONGEST} ký tự; xin đặt lại dài hơn.`,
        },
      ],
    },
    req.t,
  )
}
