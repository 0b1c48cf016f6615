import { APIError, type PayloadRequest } from 'payload'
import { type Refusal, STATUS } from '../core/refusal.ts'

/** A text in the language of the request. */
export const sentence = (text: { vi: string; en: string }, req: Pick<PayloadRequest, 'i18n'>): string =>
  req.i18n?.language === 'en' ? text.en : text.vi

/** Converts a refusal to the error that Payload's operations throw; the code is in `data`. */
export const asApiError = (refusal: Refusal, req: Pick<PayloadRequest, 'i18n'>): APIError =>
  new APIError(sentence(refusal.message, req), STATUS[refusal.code], { code: refusal.code }, true)
