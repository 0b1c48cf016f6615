import { APIError, type PayloadRequest } from 'payload'
import { languageOf } from '../../../lib/faults/say.ts'
import { type Text, textIn } from '../../../lib/text/languages.ts'
import { type Refusal, STATUS } from '../core/refusal.ts'

/** A text in the language of the request. */
export const sentence = (text: Text, req: Pick<PayloadRequest, 'i18n'>): string => textIn(text, languageOf(req))

/** Converts a refusal to the error that Payload's operations throw; the code is in `data`. */
export const asApiError = (refusal: Refusal, req: Pick<PayloadRequest, 'i18n'>): APIError =>
  new APIError(sentence(refusal.message, req), STATUS[refusal.code], { code: refusal.code }, true)
