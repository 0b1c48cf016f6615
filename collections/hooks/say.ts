import { type PayloadRequest, ValidationError } from 'payload'
import type { Fault } from '../checks/fault.ts'

/** A sentence in the language of the person who asked, Vietnamese unless they read English. */
export const say = (req: Pick<PayloadRequest, 'i18n'>, vi: string, en: string): string =>
  req.i18n?.language === 'en' ? en : vi

/** Faults as Payload shows them: each sentence at its field, what was typed kept in the form. */
export const asValidationError = (args: {
  faults: Fault[]
  collection: string | undefined
  req: PayloadRequest
}): ValidationError =>
  new ValidationError(
    {
      collection: args.collection,
      errors: args.faults.map(({ path, message }) => ({ path, message: say(args.req, message.vi, message.en) })),
    },
    args.req.t,
  )
