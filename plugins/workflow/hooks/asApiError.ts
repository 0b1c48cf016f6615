import { APIError, type PayloadRequest } from 'payload'
import { type Refusal, STATUS } from '../core/refusal.ts'

/** The sentence of a refusal in the language of the person who asked. */
export const sentence = (text: { vi: string; en: string }, req: Pick<PayloadRequest, 'i18n'>): string =>
  req.i18n?.language === 'en' ? text.en : text.vi

/** A refusal as Payload's operations throw it; the code travels in `data`. */
export const asApiError = (refusal: Refusal, req: Pick<PayloadRequest, 'i18n'>): APIError =>
  new APIError(sentence(refusal.message, req), STATUS[refusal.code], { code: refusal.code }, true)
