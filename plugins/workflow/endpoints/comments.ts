import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { namedFields } from '../admin/frozen/fieldNames.ts'
import type { Refusal } from '../core/refusal.ts'
import { TEXT_LIMITS } from '../core/textLimits.ts'
import { keyOf } from '../store/documents.ts'
import type { WorkflowOptions } from '../types.ts'
import { type Discussion, discussionOf, type Place, resolve, say } from '../useCases/discuss.ts'
import { personAsking } from '../useCases/people.ts'
import { answer, refuse } from './answers.ts'
import { bodyOf, NOT_JSON } from './body.ts'
import { documentOf } from './query.ts'
import { malformed, unknown } from './service.ts'
import { refuseStranger } from './stranger.ts'

const saying = z.object({
  text: z.string().max(TEXT_LIMITS.discussion).optional(),
  path: z.string().max(200).optional(),
  replyTo: z.string().max(100).optional(),
})

/** The conversation about a document, under `/api/workflow/{collection}/{id}/comments`. */
export const commentsEndpoints = (options: WorkflowOptions): Endpoint[] => {
  const opened = async (req: PayloadRequest): Promise<Place | { refusal: Refusal }> => {
    const stranger = refuseStranger(req)
    if (stranger) return { refusal: stranger }
    const { collection, id } = documentOf(req)
    const key = Object.hasOwn(options.definitions, collection)
      ? await keyOf({ payload: req.payload, collection, id })
      : undefined
    if (key === undefined) return { refusal: unknown() }
    return { payload: req.payload, options, collection, key, actor: await personAsking(req, options) }
  }
  const respond = (req: PayloadRequest, result: Discussion | { refusal: Refusal }): Response =>
    'refusal' in result ? refuse(result.refusal, req) : answer(result)

  return [
    {
      path: '/workflow/:collection/:id/comments',
      method: 'get',
      handler: async (req) => {
        const place = await opened(req)
        return 'refusal' in place ? refuse(place.refusal, req) : answer(await discussionOf(place))
      },
    },
    {
      path: '/workflow/:collection/:id/comments',
      method: 'post',
      handler: async (req) => {
        const place = await opened(req)
        if ('refusal' in place) return refuse(place.refusal, req)
        const body = await bodyOf(req)
        if (body === NOT_JSON) return refuse(NOT_JSON, req)
        const parsed = saying.safeParse(body)
        if (!parsed.success) return refuse(malformed(parsed.error.issues[0]!), req)
        const { fields } = req.payload.collections[place.collection]!.config
        const names = namedFields(fields).map(({ name }) => name)
        return respond(req, await say(place, parsed.data, names))
      },
    },
    {
      path: '/workflow/:collection/:id/comments/:comment/resolve',
      method: 'post',
      handler: async (req) => {
        const place = await opened(req)
        if ('refusal' in place) return refuse(place.refusal, req)
        return respond(req, await resolve(place, String(req.routeParams?.comment ?? '')))
      },
    },
  ]
}
