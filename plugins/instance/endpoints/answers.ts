import type { Endpoint, PayloadRequest } from 'payload'
import { PRIVATE, refuseReader } from '../../../lib/faults/refuseReader.ts'
import { optionsOf } from '../options.ts'

/** An answer for the person who asks alone. */
export const answer = (body: object): Response => Response.json(body, { headers: PRIVATE })

/** A refusal with a stable code and a sentence. */
export const refuse = (status: number, code: string, message: string): Response =>
  Response.json({ errors: [{ code, message }] }, { status, headers: PRIVATE })

/** An endpoint for those who may confirm. */
export const guarded = (
  method: 'get' | 'post',
  path: string,
  handle: (req: PayloadRequest) => Promise<Response>,
): Omit<Endpoint, 'root'> => ({
  method,
  path,
  handler: async (req) => (await refuseReader(req, optionsOf(req.payload.config).access)) ?? handle(req),
})
