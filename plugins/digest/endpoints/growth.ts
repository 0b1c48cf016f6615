import type { Endpoint } from 'payload'
import { growth } from '../desk/growth.ts'
import { answer, refuseAtDesk } from './deskAnswers.ts'

/** `GET /api/digest/growth`: the last twelve weeks in figures, for mail officers, auditors and administrators. */
export const growthEndpoint: Endpoint = {
  path: '/digest/growth',
  method: 'get',
  handler: async (req) => (await refuseAtDesk(req, 'readDesk')) ?? answer(await growth(req.payload)),
}
