import type { Endpoint, PayloadRequest } from 'payload'
import { PRIVATE, refuseReader } from '../../../lib/faults/refuseReader.ts'
import { languageOf } from '../../../lib/faults/say.ts'
import { ownLanguage } from '../../../lib/text/languages.ts'
import { optionsOf } from '../options.ts'
import { TEXTS, type WebhookTexts } from '../translations/texts.ts'

/** The texts in the language of the person who asks. */
export const textsFor = (req: PayloadRequest): WebhookTexts => TEXTS[ownLanguage(languageOf(req))]

/** An answer for the person who asks alone. */
export const answer = (body: object): Response => Response.json(body, { headers: PRIVATE })

/** A refusal with a stable code and a sentence. */
export const refuse = (status: number, code: string, message: string): Response =>
  Response.json({ errors: [{ code, message }] }, { status, headers: PRIVATE })

/** There is no webhook with this id. */
export const refuseUnknown = (req: PayloadRequest): Response => refuse(404, 'NOT_FOUND', textsFor(req).refusals.unknown)

/**
 * An endpoint of one webhook, for those who may see webhooks.
 *
 * @param path below the webhook: `test` answers `/api/webhooks/{id}/test`
 */
export const endpointOf = (
  method: 'get' | 'post',
  path: string,
  handle: (req: PayloadRequest, webhook: string) => Promise<Response>,
): Omit<Endpoint, 'root'> => ({
  method,
  path: `/:id/${path}`,
  handler: async (req) => {
    const refusal = await refuseReader(req, optionsOf(req.payload.config).access)
    return refusal ?? handle(req, String(req.routeParams?.id))
  },
})
