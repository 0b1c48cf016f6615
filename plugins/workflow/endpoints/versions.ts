import type { Endpoint, PayloadRequest } from 'payload'
import { languageOf } from '../../../lib/faults/say.ts'
import { defaultLocale, publicationsOptions, readWorkingCopy } from '../../publications/index.ts'
import { namedFields } from '../admin/frozen/fieldNames.ts'
import { refusal } from '../core/refusal.ts'
import { changedLocales, differenceOf } from '../reading/difference.ts'
import { workingTitles } from '../reading/links.ts'
import { comparedWith, readSide } from '../reading/sides.ts'
import { readVersions, type VersionLine, type VersionPage } from '../reading/versions.ts'
import { readStream, streamOf } from '../store/stream.ts'
import type { WorkflowOptions } from '../types.ts'
import { answer, refuse } from './answers.ts'
import { askedNumber, askedText, documentOf } from './query.ts'
import type { WorkflowService } from './service.ts'

const MOST = 100
const DEFAULT = 20

const noVersion = () =>
  refusal(
    'NOT_FOUND',
    'Không có phiên bản này; xin chọn lại trong danh sách.',
    'There is no such version; choose one of the list.',
  )

/** The versions of a governed document and the difference between two of them, for those who may read the document. */
export const versionsEndpoints = (service: WorkflowService, options: WorkflowOptions): Endpoint[] => {
  const opened = async (req: PayloadRequest) => {
    const { collection, id } = documentOf(req)
    const view = await service.view(req, collection, id)
    if ('refusal' in view) return view
    const { key } = (await readWorkingCopy({ payload: req.payload, collection, id }))!
    const events = await readStream(req.payload, streamOf(collection, key))
    const page = (wanted: number, limit: number): Promise<VersionPage> =>
      readVersions({ req, options, collection, id, events, page: wanted, limit })
    return { collection, events, page }
  }

  const comparison = async (req: PayloadRequest): Promise<Response> => {
    const document = await opened(req)
    if ('refusal' in document) return refuse(document.refusal, req)
    const { collection, events, page } = document
    const { total } = await page(1, 1)
    /** The version with this number: with one version per page, newest first, the page follows from the number. */
    const numbered = async (number: number): Promise<VersionLine | undefined> =>
      number >= 1 && number <= total ? (await page(total - number + 1, 1)).versions[0] : undefined
    const to = await numbered(askedNumber(req, 'to', total))
    if (!to) return refuse(noVersion(), req)
    const wantedFrom = askedNumber(req, 'from', comparedWith(events, to.number) ?? 0)
    const from = await numbered(wantedFrom)
    // Version 0 stands for the empty state before the first version.
    if (!from && wantedFrom !== 0) return refuse(noVersion(), req)
    const sideOf = (line: VersionLine) => readSide({ req, collection, line, events })
    const [young, old] = [await sideOf(to), from && (await sideOf(from))]
    const contents = old ? [old.content, young.content] : [young.content]
    const locales = [...new Set(contents.flatMap(({ locales }) => locales))]
    const wanted = askedText(req, 'locale')
    const locale = locales.includes(wanted) ? wanted : (locales[0] ?? defaultLocale(req.payload.config))
    const { payload } = req
    const { media } = publicationsOptions(payload.config)
    const fields = differenceOf({
      from: old?.content,
      to: young.content,
      fields: namedFields(payload.collections[collection]!.config.fields),
      locale,
      showing: {
        lang: languageOf(req),
        fileUrl: (name) => `${payload.config.routes.api}/${media}/file/${encodeURIComponent(name)}`,
        titleOf: await workingTitles(payload, contents, locale),
        media: 'named',
      },
    })
    return answer({
      from: old?.line ?? null,
      to: young.line,
      locale,
      locales,
      changedLocales: changedLocales(old?.content, young.content, locales),
      fields,
    })
  }

  return [
    {
      path: '/workflow/:collection/:id/versions',
      method: 'get',
      handler: async (req) => {
        const document = await opened(req)
        if ('refusal' in document) return refuse(document.refusal, req)
        const limit = Math.min(askedNumber(req, 'limit', DEFAULT) || DEFAULT, MOST)
        return answer(await document.page(askedNumber(req, 'page', 1) || 1, limit))
      },
    },
    {
      path: '/workflow/:collection/:id/versions/difference',
      method: 'get',
      handler: comparison,
    },
  ]
}
