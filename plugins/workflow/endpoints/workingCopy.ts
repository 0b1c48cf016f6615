import type { Endpoint } from 'payload'
import { freezeStored } from '../reading/workingCopy.ts'
import { answer, refuse } from './answers.ts'
import { documentOf } from './query.ts'
import type { WorkflowService } from './service.ts'

/**
 * `GET /workflow/{collection}/{id}/content`: the content and hash that freezing the working copy now would give, for
 * those who may read the document. Freezes in memory; stores nothing.
 */
export const workingCopyEndpoint = (service: WorkflowService): Endpoint => ({
  path: '/workflow/:collection/:id/content',
  method: 'get',
  handler: async (req) => {
    const { collection, id } = documentOf(req)
    const view = await service.view(req, collection, id)
    if ('refusal' in view) return refuse(view.refusal, req)
    const { hash, content } = (await freezeStored(req.payload, collection, id))!
    return answer({ hash, content })
  },
})
