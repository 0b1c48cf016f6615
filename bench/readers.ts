import type { Payload } from 'payload'
import { canonicalJson, keepContent, record, sha256 } from '../plugins/publications/index.ts'
import type { FrozenContent } from '../plugins/publications/types.ts'

/** References of so many people, the same every time. */
export const readers = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => sha256(String(index)).slice(0, 32))

/** Rows written past the adapter's one-row create; making the bench's data is not what is measured. */
const fill = async (payload: Payload, table: string, refs: string[], rowOf: (ref: string) => object) => {
  const { drizzle, tables } = payload.db as unknown as {
    drizzle: { insert(table: unknown): { values(rows: object[]): Promise<unknown> } }
    tables: Record<string, unknown>
  }
  for (let start = 0; start < refs.length; start += 500)
    await drizzle.insert(tables[table]).values(refs.slice(start, start + 500).map(rowOf))
}

/**
 * People who asked for everything daily, and published notices.
 *
 * @param args.documents how many notices
 * @param args.at when the people confirmed and the notices were published, ISO 8601
 */
export const prepareReaders = async (args: {
  payload: Payload
  refs: string[]
  documents: number
  at: string
}): Promise<void> => {
  const { payload, refs, documents, at } = args
  process.stdout.write(`Đang chuẩn bị dữ liệu / preparing ${refs.length} subscribers…\n`)
  const common = {
    state: 'active',
    locale: 'vi',
    requestedAt: at,
    confirmedAt: at,
    leftAt: '',
    pausedUntil: '',
    softBounces: 0,
    bouncedAt: '',
  }
  await fill(payload, 'subscribers', refs, (ref) => ({
    ...common,
    ref,
    email: `${ref}@example.vn`,
    emailKey: `${ref}@example.vn`,
  }))
  await fill(payload, 'subscriptions', refs, (ref) => ({
    key: `${ref}:all`,
    subscriber: ref,
    cadence: 'daily',
    filter: '{}',
    state: 'active',
    since: at,
    afterSeq: 0,
    untilSeq: 0,
    endedAt: '',
  }))
  await publishNotices({ payload, from: 0, count: documents, at })
}

/**
 * Published notices, numbered.
 *
 * @param args.corrected number of an earlier one that is corrected with them
 */
export const publishNotices = async (args: {
  payload: Payload
  from: number
  count: number
  at: string
  corrected?: number
}): Promise<void> => {
  const { payload, from, count, at, corrected } = args
  const append = async (index: number, edition: number) => {
    const title = { '@vi': `Thông báo số ${index}` }
    const content: FrozenContent = { format: 1, collection: 'notices', locales: ['vi'], fields: { title, edition } }
    const bytes = canonicalJson(content)
    const hash = sha256(bytes)
    await keepContent({ payload, frozen: { content, hash, bytes } })
    await record({
      payload,
      entry: {
        key: `bench#${index}:${edition}`,
        kind: edition === 1 ? 'published' : 'corrected',
        collection: 'notices',
        document: sha256(`document ${index}`).slice(0, 32),
        url: `/thong-bao/thong-bao-so-${index}`,
        slug: `thong-bao-so-${index}`,
        edition,
        contentHash: hash,
        major: edition === 1,
        changeNote: edition === 1 ? null : 'Sửa ngày',
        capacities: '[]',
        eventsHead: '',
        at,
      },
    })
  }
  for (let index = from; index < from + count; index += 1) await append(index, 1)
  if (corrected !== undefined) await append(corrected, 2)
}
