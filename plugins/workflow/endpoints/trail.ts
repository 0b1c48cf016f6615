import { ReadableStream } from 'node:stream/web'
import { setTimeout as wait } from 'node:timers/promises'
import type { Endpoint, PayloadRequest } from 'payload'
import { languageOf } from '../../../lib/faults/say.ts'
import { dayOf } from '../../../lib/time/periods.ts'
import { type Refusal, refusal } from '../core/refusal.ts'
import { exportTrail } from '../trail/export.ts'
import { documentsIn, faultWords, verdictOf } from '../trail/faultWords.ts'
import type { TrailRow } from '../trail/named.ts'
import { documentsOf } from '../trail/named.ts'
import { trailPage } from '../trail/page.ts'
import { queryFault, type TrailQuery, trailWhere } from '../trail/query.ts'
import { verifyOnce } from '../trail/verifyOnce.ts'
import type { WorkflowOptions } from '../types.ts'
import { answer, refuse } from './answers.ts'
import { askedNumber, askedText } from './query.ts'
import { refuseStranger } from './stranger.ts'

/** Longest text that somebody looks for. */
const LONGEST = 300
/** Faults told by name; the command line tells all. */
const MOST_FAULTS = 50
/** How often a waiting client gets a sign of life, so that no proxy ends the wait, ms. */
const SIGN_EVERY = 5_000

const forbidden = (): Refusal =>
  refusal(
    'FORBIDDEN',
    'Bạn không có quyền đọc nhật ký của mọi văn bản; xin nhờ kiểm tra viên hoặc lãnh đạo.',
    'You may not read the trail of all documents; ask an auditor or a head.',
  )

const unusable = (): Refusal =>
  refusal(
    'BAD_REQUEST',
    'Điều kiện lọc không dùng được; xin chọn lại.',
    'These conditions cannot be used; choose them again.',
  )

const NAMES = ['document', 'person', 'from', 'to', 'type'] as const

/** The query of a request; `undefined` when a part of it is no text, or a very long one. */
const queryOf = (req: PayloadRequest): TrailQuery | undefined => {
  const values = NAMES.map((name) => req.query?.[name] ?? '')
  if (values.some((value) => typeof value !== 'string' || value.length > LONGEST)) return undefined
  return Object.fromEntries(NAMES.map((name) => [name, askedText(req, name).trim()])) as unknown as TrailQuery
}

const encode = async function* (pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const utf8 = new TextEncoder()
  for await (const piece of pieces) yield utf8.encode(piece)
}

const streamed = (pieces: AsyncIterable<string>): BodyInit => ReadableStream.from(encode(pieces)) as unknown as BodyInit

/**
 * JSON that takes a while: spaces, which JSON allows before a value, keep the connection alive until the value is there.
 * If the work fails the answer breaks off, because its status is sent already.
 */
const slowJson = async function* (work: Promise<object>): AsyncGenerator<string> {
  let done = false
  const settled = work.finally(() => {
    done = true
  })
  // Awaited below; this avoids an unhandled rejection until then.
  settled.catch(() => {})
  while (!done) {
    yield ' '
    await Promise.race([settled.catch(() => {}), wait(SIGN_EVERY, undefined, { ref: false })])
  }
  yield JSON.stringify(await settled)
}

/** The reading room of the trail, under `/api/workflow/trail`. */
export const trailEndpoints = (options: WorkflowOptions): Endpoint[] => {
  const mayAudit = options.audit ?? options.read
  const refusalOf = async (req: PayloadRequest): Promise<Refusal | undefined> =>
    refuseStranger(req) ?? ((await mayAudit({ req })) ? undefined : forbidden())

  const verdict = async (req: PayloadRequest): Promise<object> => {
    const { payload } = req
    const lang = languageOf(req)
    const report = await verifyOnce(payload)
    const named = report.faults.slice(0, MOST_FAULTS)
    const rows = documentsIn(named).map((document) => ({ document }) as TrailRow)
    const titles = await documentsOf(payload, rows)
    return {
      ok: report.faults.length === 0,
      sentence: verdictOf(report, lang),
      checkedAt: options.clock.now().toISOString(),
      faults: named.map((fault) => ({
        ...fault,
        says: faultWords({
          fault,
          lang,
          titleOf: (document) => titles.get(document)?.title ?? '',
          otherLogs: options.otherLogs,
        }),
      })),
      totalFaults: report.faults.length,
    }
  }

  return [
    {
      path: '/workflow/trail',
      method: 'get',
      handler: async (req) => {
        const refused = await refusalOf(req)
        if (refused) return refuse(refused, req)
        const query = queryOf(req)
        const page = askedNumber(req, 'page', 1)
        if (!query || !(page >= 1)) return refuse(unusable(), req)
        const fault = queryFault(query)
        if (fault) return refuse(fault, req)
        const { payload } = req
        const where = await trailWhere({ req, options, query })
        const lang = languageOf(req)
        if (askedText(req, 'format') !== 'csv') return answer(await trailPage({ payload, options, where, page, lang }))
        const stopping = req.signal ?? undefined
        const pieces = exportTrail({ payload, format: 'csv', lang, where, gently: true, stopping })
        return new Response(streamed(pieces), {
          headers: {
            'content-type': 'text/csv; charset=utf-8',
            'content-disposition': `attachment; filename="nhat-ky-duyet-${dayOf(options.clock.now())}.csv"`,
            'cache-control': 'private, no-store',
          },
        })
      },
    },
    {
      path: '/workflow/trail/people',
      method: 'get',
      handler: async (req) => {
        const refused = await refusalOf(req)
        if (refused) return refuse(refused, req)
        const { collection, name } = options.people
        const { docs } = await req.payload.db.find<Record<string, unknown> & { id: string }>({
          collection,
          limit: 0,
          pagination: false,
        })
        const names = docs.flatMap((person) => (typeof person[name] === 'string' ? [person[name]] : []))
        return answer({ people: [...new Set(names)].sort(new Intl.Collator('vi').compare) })
      },
    },
    {
      path: '/workflow/trail/verify',
      method: 'post',
      handler: async (req) => {
        const refused = await refusalOf(req)
        if (refused) return refuse(refused, req)
        return new Response(streamed(slowJson(verdict(req))), {
          headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'private, no-store' },
        })
      },
    },
  ]
}
