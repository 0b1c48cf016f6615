import type { Endpoint } from 'payload'
import { languageOf } from '../../../lib/faults/say.ts'
import { ownLanguage } from '../../../lib/text/languages.ts'
import { deskOverview } from '../desk/overview.ts'
import { answer, refuseAtDesk } from './deskAnswers.ts'

/** `GET /api/digest/desk`: today and this week, for mail officers, auditors and administrators. */
export const deskOverviewEndpoint: Endpoint = {
  path: '/digest/desk',
  method: 'get',
  handler: async (req) =>
    (await refuseAtDesk(req, 'readDesk')) ?? answer(await deskOverview(req.payload, ownLanguage(languageOf(req)))),
}
