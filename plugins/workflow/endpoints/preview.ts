import type { Endpoint, PayloadRequest } from 'payload'
import { languageOf } from '../../../lib/faults/say.ts'
import { publicationsOptions, titleFieldOf } from '../../publications/index.ts'
import { namedFields } from '../admin/frozen/fieldNames.ts'
import { liveEditions } from '../reading/links.ts'
import { freezeStored } from '../reading/workingCopy.ts'
import type { WorkflowOptions } from '../types.ts'
import { refuse } from './answers.ts'
import { previewPage } from './previewPage.ts'
import { askedText, documentOf } from './query.ts'
import type { WorkflowService } from './service.ts'

/** No script runs on the page, whatever a text contains. Images and videos come only from this server. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; frame-ancestors 'none'; sandbox allow-same-origin allow-popups"

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-disposition': 'inline',
  'cache-control': 'private, no-store',
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
}

/**
 * `GET /workflow/{collection}/{id}/preview?locale=`: the working copy as its readers would see it, for those who may
 * read it.
 */
export const previewEndpoint = (service: WorkflowService, previews: WorkflowOptions['previews'] = {}): Endpoint => ({
  path: '/workflow/:collection/:id/preview',
  method: 'get',
  handler: async (req: PayloadRequest) => {
    const { collection, id } = documentOf(req)
    // Uses the access rule of the workflow view.
    const view = await service.view(req, collection, id)
    if ('refusal' in view) return refuse(view.refusal, req)
    const { payload } = req
    const { content } = (await freezeStored(payload, collection, id))!
    const { media } = publicationsOptions(payload.config)
    const { api } = payload.config.routes
    return new Response(
      previewPage({
        content,
        fields: namedFields(payload.collections[collection]!.config.fields),
        title: titleFieldOf(payload, collection),
        layout: previews[collection] ?? {},
        locale: askedText(req, 'locale'),
        lang: languageOf(req),
        fileUrl: (filename) => `${api}/${media}/file/${encodeURIComponent(filename)}`,
        liveEdition: await liveEditions(payload, content),
        citedBy: (slug) => previews[slug]?.cited ?? [titleFieldOf(payload, slug)],
      }),
      { headers: HEADERS },
    )
  },
})
