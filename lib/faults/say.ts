import { type FlattenedField, type PayloadRequest, ValidationError } from 'payload'
import { ownLanguage } from '../text/languages.ts'
import type { Fault } from './fault.ts'

/** The language of the person who asks. */
export const languageOf = (req: Pick<PayloadRequest, 'i18n'>): string => req.i18n?.language ?? 'en'

/** The text in the person's language: Vietnamese, or English for every other language. */
export const say = (req: Pick<PayloadRequest, 'i18n'>, vi: string, en: string): string =>
  ownLanguage(languageOf(req)) === 'vi' ? vi : en

/** Label of a field in the form: `taskGroups.0.heading` is “Tên nhóm”. */
const labelAt = (fields: FlattenedField[], path: string[], req: PayloadRequest): string | undefined => {
  const [name, ...rest] = path.filter((part) => !/^\d+$/.test(part))
  const field = fields.find((candidate) => candidate.name === name)
  if (field && rest.length && 'flattenedFields' in field) return labelAt(field.flattenedFields, rest, req)
  const label = field && 'label' in field ? (field.label as { vi?: string; en?: string } | undefined) : undefined
  return label?.vi ? say(req, label.vi, label.en ?? label.vi) : undefined
}

/** Converts faults to Payload's validation error, which shows each message at its field and keeps the input. */
export const asValidationError = (args: {
  faults: Fault[]
  collection: string | undefined
  req: PayloadRequest
}): ValidationError => {
  const { faults, collection, req } = args
  const fields = req.payload.collections[collection ?? '']?.config.flattenedFields ?? []
  return new ValidationError(
    {
      collection,
      errors: faults.map(({ path, message }) => ({
        path,
        label: labelAt(fields, path.split('.'), req),
        message: say(req, message.vi, message.en),
      })),
    },
    req.t,
  )
}
