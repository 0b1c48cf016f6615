import { type CollectionBeforeOperationHook, type PayloadRequest, ValidationError, type Where } from 'payload'
import { LONGEST, typedPassword, weakness } from './weakness.ts'

/** Programs of ours that set passwords check them on their own; the demo's are known to everybody anyway. */
const SHORTEST_INSIDE = 10

interface Person {
  id: string
  email?: string
}

/** The address of the person whose password is set. */
const addressOf = async (
  req: PayloadRequest,
  collection: string,
  args: { id?: unknown; data: { email?: unknown; token?: unknown } },
): Promise<string> => {
  const { id, data } = args
  if (typeof data.email === 'string') return data.email
  const where: Where | undefined =
    typeof id === 'string'
      ? { id: { equals: id } }
      : typeof data.token === 'string'
        ? { resetPasswordToken: { equals: data.token } }
        : undefined
  const row = where && (await req.payload.db.findOne<Person>({ collection, where }))
  return row?.email ?? ''
}

/**
 * Guarantees that a password is strong wherever one is set (creation, change, reset), and is hashed and compared in one
 * Unicode form, whichever keyboard it was typed on.
 */
export const strongPassword: CollectionBeforeOperationHook = async ({
  args,
  operation,
  collection,
  req,
  overrideAccess,
}) => {
  if (!['create', 'update', 'resetPassword', 'login'].includes(operation)) return args
  const given = args as { id?: unknown; data?: { password?: unknown; email?: unknown; token?: unknown } }
  const { password } = given.data ?? {}
  if (password === undefined || password === null || password === '') return args
  const typed = typeof password === 'string' ? typedPassword(password) : ''
  const fits = { ...args, data: { ...given.data, password: typed } } as typeof args
  if (operation === 'login') return typeof password === 'string' ? fits : args
  if (overrideAccess === true && typed.length >= SHORTEST_INSIDE && typed.length <= LONGEST) return fits
  const email = await addressOf(req, collection.slug, { id: given.id, data: given.data! })
  const weak = weakness({ password: typed, email })
  if (!weak) return fits
  throw new ValidationError(
    {
      collection: collection.slug,
      errors: [{ path: 'password', message: req.i18n?.language === 'en' ? weak.en : weak.vi }],
    },
    req.t,
  )
}
