import type { Endpoint } from 'payload'
import { defaultLocale, titleFieldOf } from '../../publications/index.ts'
import type { WorkflowOptions } from '../types.ts'
import { refuse } from './answers.ts'
import { documentOf } from './query.ts'
import type { WorkflowService } from './service.ts'
import { sheetPage } from './sheetPage.ts'

/** The page runs no script and loads nothing. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-disposition': 'inline',
  'cache-control': 'private, no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox allow-modals",
  'x-content-type-options': 'nosniff',
}

/** `GET /workflow/{collection}/{id}/sheet`: the approval sheet to print, for those who may read the document. */
export const sheetEndpoint = (service: WorkflowService, options: WorkflowOptions): Endpoint => ({
  path: '/workflow/:collection/:id/sheet',
  method: 'get',
  handler: async (req) => {
    const { collection, id } = documentOf(req)
    const view = await service.view(req, collection, id)
    if ('refusal' in view) return refuse(view.refusal, req)
    const document = (await req.payload.findByID({
      collection,
      id,
      depth: 0,
      locale: defaultLocale(req.payload.config),
      req,
      overrideAccess: true,
    })) as unknown as Record<string, unknown>
    const cited = options.previews?.[collection]?.cited ?? [titleFieldOf(req.payload, collection)]
    const words = cited.map((name) => document[name])
    const title = words.filter((word) => typeof word === 'string' && word).join(' – ')
    return new Response(
      sheetPage({ title, view, printedAt: options.clock.now().toISOString(), lang: options.language }),
      { headers: HEADERS },
    )
  },
})
