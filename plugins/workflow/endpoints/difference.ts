import type { Endpoint, PayloadRequest } from 'payload'
import { languageOf } from '../../../lib/faults/say.ts'
import {
  contentLocales,
  type FrozenContent,
  type Json,
  localise,
  publicationsOptions,
} from '../../publications/index.ts'
import { namedFields } from '../admin/frozen/fieldNames.ts'
import { type Refusal, refusal } from '../core/refusal.ts'
import { changedBy } from '../reading/changedBy.ts'
import { changeOf, type FieldChange, isMoved } from '../reading/changes.ts'
import { differenceOf } from '../reading/difference.ts'
import { workingTitles } from '../reading/links.ts'
import { type NamedText, textNamed } from '../reading/texts.ts'
import { readVersions, type VersionLine } from '../reading/versions.ts'
import { keyOf } from '../store/documents.ts'
import { streamOf } from '../store/stream.ts'
import type { WorkflowOptions } from '../types.ts'
import { type LoadedStream, loadStream } from '../useCases/load.ts'
import { answer, refuse } from './answers.ts'
import { askedText, documentOf } from './query.ts'
import type { WorkflowService } from './service.ts'

/** Newest saves among which those between two texts are looked for. */
const MOST_SAVES = 200

const noLanguage = (): Refusal =>
  refusal('BAD_REQUEST', 'Không có ngôn ngữ này; xin chọn lại.', 'There is no such language; choose another one.')

/** The parameter as text; `undefined` when it is a list or an object. */
const oneText = (req: PayloadRequest, name: string): string | undefined => {
  const value = req.query?.[name]
  return value === undefined || typeof value === 'string' ? askedText(req, name) : undefined
}

const told = (text: NamedText | undefined) =>
  text ? { kind: text.kind, edition: text.edition, hash: text.hash } : null

/** The saves after the older of two texts, up to the newer one, oldest first. */
const savesBetween = (lines: VersionLine[], from: NamedText | undefined, to: NamedText | undefined): VersionLine[] => {
  const ends = [from, to].map((text) => (text ? (text.saves ?? Number.POSITIVE_INFINITY) : 0))
  const [first, last] = [Math.min(...ends), Math.max(...ends)]
  return lines.filter(({ number }) => number > first && number <= last).sort((a, b) => a.number - b.number)
}

const NONE: FrozenContent = { format: 1, collection: '', locales: [], fields: {} }

const inLanguage = (content: FrozenContent | undefined, name: string, locale: string): Json | undefined => {
  const value = content?.fields[name]
  return value === undefined ? undefined : localise(value, locale, locale)
}

/**
 * `GET /workflow/{collection}/{id}/difference?from=&to=&locale=`: the public fields that differ between two texts of a
 * document, for those who may read it. `from` is the edition in force and `to` the text under review, or else the
 * working copy, unless the request says otherwise.
 */
export const differenceEndpoint = (service: WorkflowService, options: WorkflowOptions): Endpoint => {
  const changes = async (args: {
    req: PayloadRequest
    collection: string
    id: string
    loaded: LoadedStream
    from: NamedText | undefined
    to: NamedText | undefined
    locale: string
  }): Promise<(FieldChange & { by: string[] })[]> => {
    const { req, collection, loaded, from, to, locale } = args
    const { payload } = req
    const { media } = publicationsOptions(payload.config)
    const contents = [from, to].flatMap((text) => (text ? [text.content] : []))
    // Read with the access of the person, who may be refused here.
    const { versions } = await readVersions({ ...args, options, events: loaded.events, page: 1, limit: MOST_SAVES })
    const differences = differenceOf({
      from: from?.content,
      to: to?.content ?? NONE,
      fields: namedFields(payload.collections[collection]!.config.fields),
      locale,
      showing: {
        lang: languageOf(req),
        fileUrl: (name) => `${payload.config.routes.api}/${media}/file/${encodeURIComponent(name)}`,
        titleOf: await workingTitles(payload, contents, locale),
        media: 'named',
      },
    })
    const older =
      from && to && (from.saves ?? Number.POSITIVE_INFINITY) > (to.saves ?? Number.POSITIVE_INFINITY) ? to : from
    const byOf = await changedBy({
      req,
      collection,
      events: loaded.events,
      before: older?.content,
      lines: savesBetween(versions, from, to),
      fields: differences.map(({ path }) => path),
      locale,
    })
    return differences.map((difference) => {
      const [before, after] = [from, to].map((text) => inLanguage(text?.content, difference.path, locale))
      return { ...changeOf(difference, isMoved(before, after)), by: byOf(difference.path) }
    })
  }

  return {
    path: '/workflow/:collection/:id/difference',
    method: 'get',
    handler: async (req) => {
      const { collection, id } = documentOf(req)
      const view = await service.view(req, collection, id)
      if ('refusal' in view) return refuse(view.refusal, req)
      const { payload } = req
      const codes = contentLocales(payload.config)
      const locale = oneText(req, 'locale') || codes[0]!
      if (!codes.includes(locale) || oneText(req, 'locale') === undefined) return refuse(noLanguage(), req)
      const loaded = await loadStream(payload, streamOf(collection, (await keyOf({ payload, collection, id }))!))
      const [from, to] = [
        await textNamed({ payload, collection, id, loaded, side: 'from', asked: oneText(req, 'from') ?? '?' }),
        await textNamed({ payload, collection, id, loaded, side: 'to', asked: oneText(req, 'to') ?? '?' }),
      ]
      if ('refusal' in from) return refuse(from.refusal, req)
      if ('refusal' in to) return refuse(to.refusal, req)
      const fields = await changes({ req, collection, id, loaded, from: from.text, to: to.text, locale })
      return answer({ from: told(from.text), to: told(to.text), locale, fields })
    },
  }
}
