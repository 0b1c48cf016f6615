import type { Payload, Where } from 'payload'
import { canonicalJson, type Within } from '../../publications/index.ts'
import type { Delegation } from '../core/delegation.ts'
import type { Actor } from '../core/events.ts'
import type { Handed } from '../core/powers.ts'
import { type Refusal, refusal } from '../core/refusal.ts'
import { appendPower, readPowers } from '../store/powers.ts'
import type { WorkflowOptions } from '../types.ts'
import { restOfPerson } from './accounts.ts'
import { personById } from './people.ts'

export const DELEGATIONS = 'delegations'

/** A delegation as stored. */
export interface DelegationRow extends Omit<Delegation, 'collections'> {
  id: string
  collections?: string[] | null
  endedAt?: string | null
}

const subjectOf = (id: string): string => `${DELEGATIONS}:${id}`

/** Id of a related person, who may have been read with the row. */
const idOf = (person: unknown): string =>
  String(person !== null && typeof person === 'object' && 'id' in person ? person.id : person)

/** What a row says, in the form in which the log keeps it. */
export const delegationIn = (row: DelegationRow): Delegation => ({
  from: idOf(row.from),
  to: idOf(row.to),
  steps: [...row.steps].sort(),
  collections: [...(row.collections ?? [])].sort(),
  validFrom: new Date(row.validFrom).toISOString(),
  validTo: new Date(row.validTo).toISOString(),
  authority: row.authority,
  capacity: row.capacity,
})

const rowsWhere = async (payload: Payload, where: Where): Promise<DelegationRow[]> =>
  (await payload.db.find<DelegationRow>({ collection: DELEGATIONS, where, limit: 0, pagination: false })).docs

/** Delegations that nobody has ended and whose time is not over. */
export const openDelegations = async (payload: Payload, now: Date): Promise<Delegation[]> => {
  const rows = await rowsWhere(payload, { validTo: { greater_than: now.toISOString() } })
  return rows.filter(({ endedAt }) => !endedAt).map(delegationIn)
}

/** Writes down that a delegation was made. It has no effect before. */
export const recordDelegation = (args: {
  payload: Payload
  row: DelegationRow
  by: Actor
  at: Date
  req: Within
}): Promise<void> => {
  const { payload, row, by, at, req } = args
  return appendPower({
    payload,
    req,
    row: {
      document: subjectOf(String(row.id)),
      type: 'delegated',
      at: at.toISOString(),
      by,
      data: canonicalJson(delegationIn(row)),
    },
  })
}

/**
 * The delegations to a person that are valid now for a collection. One counts only as it stands in the log: a row that
 * was written or changed in another way gives nobody any power. The power of whoever left or lost it is gone.
 */
export const handedTo = async (args: {
  payload: Payload
  options: WorkflowOptions
  person: string
  /** Default: for any. */
  collection?: string
  now: Date
}): Promise<Handed[]> => {
  const { payload, options, person, collection, now } = args
  const at = now.toISOString()
  const rows = await rowsWhere(payload, {
    and: [{ to: { equals: person } }, { validFrom: { less_than_equal: at } }, { validTo: { greater_than: at } }],
  })
  const open = rows.filter(({ endedAt }) => !endedAt)
  const log = await readPowers(
    payload,
    open.map(({ id }) => subjectOf(String(id))),
  )
  const handed: Handed[] = []
  for (const row of open) {
    const delegation = delegationIn(row)
    const [made, ...since] = log.filter(({ document }) => document === subjectOf(String(row.id)))
    const stands =
      made?.type === 'delegated' && made.data === canonicalJson(delegation) && made.by.id === delegation.from
    if (!stands || since.length) continue
    if (collection !== undefined && delegation.collections.length && !delegation.collections.includes(collection))
      continue
    const from = await personById(payload, options, delegation.from)
    if (from && !(await restOfPerson(payload, options, delegation.from)))
      handed.push({
        delegation: String(row.id),
        from,
        covers: delegation.steps,
        collections: delegation.collections,
        capacity: delegation.capacity,
        authority: delegation.authority,
        until: delegation.validTo,
      })
  }
  return handed
}

/**
 * Ends a delegation at once, by one of the two people it binds.
 *
 * @returns the refusal, or `undefined` when it has ended
 */
export const endDelegation = async (args: {
  payload: Payload
  id: string
  by: Actor
  now: Date
}): Promise<Refusal | undefined> => {
  const { payload, id, by, now } = args
  const row = await payload.db.findOne<DelegationRow>({ collection: DELEGATIONS, where: { id: { equals: id } } })
  if (!row || ![String(row.from), String(row.to)].includes(by.id))
    return refusal(
      'NOT_FOUND',
      'Không có ủy quyền này của bạn hoặc cho bạn; xin tải lại trang.',
      'There is no such delegation by you or to you; reload the page.',
    )
  if (row.endedAt)
    return refusal(
      'WORKFLOW_DELEGATION_INVALID',
      'Ủy quyền này đã chấm dứt rồi; bạn không cần làm gì thêm.',
      'This delegation has ended already; nothing is left to do.',
    )
  const at = now.toISOString()
  await appendPower({ payload, row: { document: subjectOf(id), type: 'delegationEnded', at, by, data: '{}' } })
  await payload.db.updateOne({ collection: DELEGATIONS, where: { id: { equals: id } }, data: { endedAt: at } })
  return undefined
}
