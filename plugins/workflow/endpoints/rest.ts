import type { Endpoint, PayloadRequest } from 'payload'
import { readContents } from '../../publications/index.ts'
import type { Refusal } from '../core/refusal.ts'
import { refusal } from '../core/refusal.ts'
import { answer, refuse } from './answers.ts'
import { bodyOf, NOT_JSON } from './body.ts'
import type { WorkflowService } from './service.ts'

const param = (req: PayloadRequest, name: string) => String(req.routeParams?.[name] ?? '')

const respond = (req: PayloadRequest, result: object | { refusal: Refusal }): Response =>
  'refusal' in result ? refuse(result.refusal as Refusal, req) : answer(result)

/** The workflow over REST, under `/api/workflow`. */
export const restEndpoints = (service: WorkflowService): Endpoint[] => [
  // Before a document, whose path has two parts too.
  {
    path: '/workflow/tasks/waiting',
    method: 'get',
    handler: async (req) => respond(req, await service.waiting(req)),
  },
  { path: '/workflow/tasks', method: 'get', handler: async (req) => respond(req, await service.tasks(req)) },
  {
    path: '/workflow/:collection/:id',
    method: 'get',
    handler: async (req) => respond(req, await service.view(req, param(req, 'collection'), param(req, 'id'))),
  },
  {
    path: '/workflow/:collection/:id/content/:hash',
    method: 'get',
    handler: async (req) => {
      const view = await service.view(req, param(req, 'collection'), param(req, 'id'))
      if ('refusal' in view) return refuse(view.refusal, req)
      const hash = param(req, 'hash')
      // Only the hashes named in the trail of a document are answered, and only to those who may read the document.
      const content = view.timeline.some((event) => event.hash === hash)
        ? (await readContents({ payload: req.payload, hashes: [hash] })).get(hash)
        : undefined
      return content
        ? answer({ hash, content })
        : refuse(
            refusal(
              'NOT_FOUND',
              'Không có nội dung này; có thể nó đã bị xóa theo quyết định của lãnh đạo.',
              'There is no such content; the heads may have had it erased.',
            ),
            req,
          )
    },
  },
  {
    path: '/workflow/:collection/:id/:action',
    method: 'post',
    handler: async (req) => {
      const body = await bodyOf(req)
      if (body === NOT_JSON) return refuse(NOT_JSON, req)
      return respond(
        req,
        await service.act(req, param(req, 'collection'), param(req, 'id'), param(req, 'action'), body),
      )
    },
  },
]
