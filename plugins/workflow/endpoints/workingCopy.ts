import type { Endpoint } from 'payload'
import { freezeWorkingCopy, readWorkingCopy } from '../../publications/index.ts'
import { answer, refuse } from './answers.ts'
import type { WorkflowService } from './service.ts'

/**
 * `GET /workflow/{collection}/{id}/content`: what would be frozen of the working copy now, with its hash, for those who
 * read the document. Freezes in memory; nothing is kept.
 */
export const workingCopyEndpoint = (service: WorkflowService): Endpoint => ({
  path: '/workflow/:collection/:id/content',
  method: 'get',
  handler: async (req) => {
    const collection = String(req.routeParams?.collection ?? '')
    const id = String(req.routeParams?.id ?? '')
    const view = await service.view(req, collection, id)
    if ('refusal' in view) return refuse(view.refusal, req)
    const row = (await readWorkingCopy({ payload: req.payload, collection, id }))!
    const { hash, content } = freezeWorkingCopy({ payload: req.payload, collection, row })
    return answer({ hash, content })
  },
})
