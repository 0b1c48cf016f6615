import type { Payload, Where } from 'payload'
import { claim, insertOnce } from '../../publications/index.ts'
import type { NoticeKind } from '../core/noticeKinds.ts'
import type { Notice } from '../core/notices.ts'

const NOTICES = 'workflow-notices'

/** A row of `workflow-notices`: one thing that one person is told of one document, once. */
export interface NoticeRow {
  /** `<document>#<seq>:<kind>:<person>` */
  key: string
  document: string
  event: number
  kind: NoticeKind
  person: string
  /** When it came up, ISO 8601, UTC. */
  at: string
  /** `told`: it is part of a mail in the outbox. `dropped`: the person wants no such mail. */
  state: 'waiting' | 'told' | 'dropped'
  /** Key of the mail that it is pinned to; empty when to none. */
  mail: string
}

/** Keeps notices, each once for ever. */
export const keepNotices = async (
  payload: Payload,
  document: string,
  notices: readonly Notice[],
  at: string,
): Promise<void> => {
  for (const { kind, to, event } of notices) {
    const data: NoticeRow = {
      key: `${document}#${event}:${kind}:${to}`,
      document,
      event,
      kind,
      person: to,
      at,
      state: 'waiting',
      mail: '',
    }
    await insertOnce({ payload, collection: NOTICES, data, unique: ['key'] })
  }
}

const find = async (payload: Payload, where: Where): Promise<NoticeRow[]> => {
  const found = await payload.db.find<NoticeRow & { id: string }>({
    collection: NOTICES,
    where,
    sort: 'at',
    limit: 0,
    pagination: false,
  })
  return found.docs
}

/** Everything that nobody was told of yet, the oldest first. */
export const waitingNotices = (payload: Payload): Promise<NoticeRow[]> =>
  find(payload, { state: { equals: 'waiting' } })

/** Notices by their keys. */
export const noticesByKey = (payload: Payload, keys: string[]): Promise<NoticeRow[]> =>
  keys.length ? find(payload, { key: { in: keys } }) : Promise.resolve([])

/**
 * Pins a notice to a mail, so that no other mail carries it.
 *
 * @returns whether it is pinned to this one
 */
export const pinNotice = async (payload: Payload, { key, mail: pinned }: NoticeRow, mail: string): Promise<boolean> =>
  pinned === mail ||
  (await claim({
    payload,
    collection: NOTICES,
    where: { key: { equals: key }, state: { equals: 'waiting' }, mail: { equals: '' } },
    data: { mail },
  })) !== null

/**
 * Marks the notices that a stored mail lists as told, and lets go those that were pinned to it too late.
 *
 * @param told keys that the stored mail lists
 */
export const settleNotices = async (payload: Payload, mail: string, told: ReadonlySet<string>): Promise<void> => {
  const where = { mail: { equals: mail }, state: { equals: 'waiting' } }
  for (const { key } of await find(payload, where))
    await claim({
      payload,
      collection: NOTICES,
      where: { ...where, key: { equals: key } },
      data: told.has(key) ? { state: 'told' } : { mail: '' },
    })
}

/** Ends a notice that its person does not want. */
export const dropNotice = async (payload: Payload, { key }: NoticeRow): Promise<void> => {
  await claim({
    payload,
    collection: NOTICES,
    where: { key: { equals: key }, state: { equals: 'waiting' }, mail: { equals: '' } },
    data: { state: 'dropped' },
  })
}

/** Deletes notices that ended, and came up before an instant. */
export const forgetNotices = async (payload: Payload, before: string): Promise<void> => {
  await payload.db.deleteMany({
    collection: NOTICES,
    where: { state: { in: ['told', 'dropped'] }, at: { less_than: before } },
  })
}
