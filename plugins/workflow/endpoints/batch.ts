import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { manifestOf } from '../core/batch.ts'
import { type Refusal, refusal, STATUS } from '../core/refusal.ts'
import { sentence } from '../hooks/asApiError.ts'
import type { BatchOptions, WorkflowOptions } from '../types.ts'
import { isHead } from '../useCases/accounts.ts'
import { type Asked, approveBatch, MOST_LISTED, type NotTaken } from '../useCases/batch.ts'
import { candidatesOf } from '../useCases/batchCandidates.ts'
import { personAsking } from '../useCases/people.ts'
import { answer, refuse } from './answers.ts'
import { bodyOf, NOT_JSON } from './body.ts'
import { malformed, unknown } from './service.ts'
import { refuseStranger } from './stranger.ts'

const HASH = /^[0-9a-f]{64}$/

const documents = z
  .array(
    z.object({
      collection: z.string().max(100),
      id: z.union([z.string().max(100), z.number().int()]).transform(String),
      contentHash: z.string().regex(HASH),
    }),
  )
  .min(1)
  .max(MOST_LISTED)
  .refine((all) => new Set(all.map(({ collection, id }) => `${collection}:${id}`)).size === all.length)
const unsigned = z.object({ documents })
const signed = unsigned.extend({ manifest: z.string().regex(HASH) })

/** The body of a request, or why it cannot be used. */
const sentIn = async <T extends object>(
  req: PayloadRequest,
  shape: z.ZodType<T>,
): Promise<T | { refusal: Refusal }> => {
  const body = await bodyOf(req)
  if (body === NOT_JSON) return { refusal: NOT_JSON }
  const parsed = shape.safeParse(body)
  return parsed.success ? parsed.data : { refusal: malformed(parsed.error.issues[0]!) }
}

const heads = () =>
  refusal(
    'FORBIDDEN',
    'Chỉ lãnh đạo ban biên tập được duyệt các bản nhập từ cổng cũ theo lô.',
    'Only the heads of the editorial board may approve imported texts together.',
  )

/** The documents that kept a list from being approved, each with its reason. */
const refuseList = (notTaken: readonly NotTaken[], published: number, req: PayloadRequest): Response =>
  answer(
    {
      errors: notTaken.map(({ listed, refusal: { code, message, fields } }) => ({
        code,
        message: sentence(message, req),
        document: listed,
        ...(fields ? { fields: fields.map(({ path, message }) => ({ path, message: sentence(message, req) })) } : {}),
      })),
      published,
    },
    STATUS[notTaken[0]!.refusal.code],
  )

/** Approval of many imported texts at once, under `/api/workflow/batch`; for heads only. */
export const batchEndpoints = ({ batch, ...rest }: WorkflowOptions): Endpoint[] => {
  if (!batch) return []
  const options: WorkflowOptions & { batch: BatchOptions } = { ...rest, batch }
  const asked = async (req: PayloadRequest): Promise<Asked | { refusal: Refusal }> => {
    const stranger = refuseStranger(req)
    if (stranger) return { refusal: stranger }
    const actor = await personAsking(req, options)
    return isHead(actor, options) ? { payload: req.payload, options, actor } : { refusal: heads() }
  }
  return [
    {
      path: '/workflow/batch',
      method: 'get',
      handler: async (req) => {
        const by = await asked(req)
        if ('refusal' in by) return refuse(by.refusal, req)
        const { searchParams } = new URL(req.url ?? '', 'http://localhost')
        const collection = searchParams.get('collection') ?? Object.keys(options.definitions)[0]!
        if (!Object.hasOwn(options.definitions, collection)) return refuse(unknown(), req)
        const page = Math.max(1, Math.trunc(Number(searchParams.get('page') ?? 1)) || 1)
        const { candidates, more } = await candidatesOf(by, collection, page)
        const listed = candidates.map(({ refusal: because, ...candidate }) => ({
          ...candidate,
          ok: because === null,
          ...(because ? { because: sentence(because.message, req) } : {}),
        }))
        return answer({
          collection,
          manifest: manifestOf(listed.filter(({ ok }) => ok)),
          documents: listed,
          page,
          more,
        })
      },
    },
    {
      path: '/workflow/batch/manifest',
      method: 'post',
      handler: async (req) => {
        const by = await asked(req)
        if ('refusal' in by) return refuse(by.refusal, req)
        const sent = await sentIn(req, unsigned)
        return 'refusal' in sent ? refuse(sent.refusal, req) : answer({ manifest: manifestOf(sent.documents) })
      },
    },
    {
      path: '/workflow/batch',
      method: 'post',
      handler: async (req) => {
        const by = await asked(req)
        if ('refusal' in by) return refuse(by.refusal, req)
        const sent = await sentIn(req, signed)
        if ('refusal' in sent) return refuse(sent.refusal, req)
        const { manifest } = sent
        const outcome = await approveBatch(by, manifest, sent.documents)
        if ('refusal' in outcome) return refuse(outcome.refusal, req)
        const { published, before, notTaken } = outcome
        return notTaken.length ? refuseList(notTaken, published, req) : answer({ manifest, published, before })
      },
    },
  ]
}
