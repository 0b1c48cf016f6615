import type { Payload } from 'payload'
import { CLAIMABLE_STATES } from '../core/delivery.ts'
import type { Lane } from '../core/lanes.ts'
import type { DeliveryRow } from '../rowTypes.ts'
import { outboxModel, places, sqlOf } from './adapters.ts'
import { find } from './rows.ts'
import { randomRef } from './secrets.ts'

/** Workers choose among so many times what they want, so that they rarely want the same. */
const CHOICE = 4

interface Wanted {
  payload: Payload
  lanes: readonly Lane[]
  now: Date
  leaseUntil: string
  /** How many rows at most. */
  most: number
}

const shuffled = <T>(list: T[]): T[] =>
  list
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)

/** Chooses and claims in one statement: no other writer comes between. */
const claimedKeys = async (
  sql: NonNullable<ReturnType<typeof sqlOf>>,
  { lanes, now, leaseUntil, most }: Wanted,
  token: string,
): Promise<string[]> => {
  const at = now.toISOString()
  const { rows } = await sql.client.execute({
    sql: `UPDATE deliveries SET state = 'claimed', token = ?, lease_until = ?, attempts = attempts + 1
      WHERE id IN (SELECT id FROM deliveries
        WHERE lane IN ${places(lanes)} AND state IN ${places(CLAIMABLE_STATES)} AND not_before <= ? AND expires_at > ?
        LIMIT ?)
      RETURNING "key"`,
    args: [token, leaseUntil, ...lanes, ...CLAIMABLE_STATES, at, at, most],
  })
  return rows.map((row) => String(row.key))
}

/** Each document is claimed by a conditional update of its own; one command carries them all. */
const claimedDocuments = async (
  { payload, lanes, now, leaseUntil, most }: Wanted,
  token: string,
): Promise<string[]> => {
  const at = now.toISOString()
  const model = outboxModel(payload)
  const claimable = { state: { $in: [...CLAIMABLE_STATES] } }
  const due = { lane: { $in: [...lanes] }, ...claimable, notBefore: { $lte: at }, expiresAt: { $gt: at } }
  const found = await model.find(due, { key: 1 }, { limit: most * CHOICE, lean: true })
  const keys = shuffled(found.map(({ key }) => key)).slice(0, most)
  if (!keys.length) return []
  const change = { $set: { state: 'claimed', token, leaseUntil }, $inc: { attempts: 1 } }
  await model.updateMany({ key: { $in: keys }, ...claimable }, change)
  return keys
}

/**
 * Claims due rows for this worker, in no particular order.
 *
 * @returns the rows with their new token; none when nothing is due, or other workers were faster
 */
export const claimDeliveries = async (wanted: Wanted): Promise<DeliveryRow[]> => {
  const { payload } = wanted
  const token = randomRef()
  const sql = sqlOf(payload)
  const keys = sql ? await claimedKeys(sql, wanted, token) : await claimedDocuments(wanted, token)
  if (!keys.length) return []
  return find({
    payload,
    collection: 'deliveries',
    where: { key: { in: keys }, token: { equals: token } },
    limit: 0,
  })
}

/** Gives claimed rows back untried: their relay was gone, or the process stops. */
export const releaseDeliveries = async (payload: Payload, rows: readonly DeliveryRow[]): Promise<void> => {
  const [first] = rows
  if (!first) return
  const keys = rows.map(({ key }) => key)
  const sql = sqlOf(payload)
  if (sql)
    await sql.client.execute({
      sql: `UPDATE deliveries SET state = 'pending', token = '', attempts = attempts - 1
        WHERE "key" IN ${places(keys)} AND token = ? AND state = 'claimed'`,
      args: [...keys, first.token],
    })
  else
    await outboxModel(payload).updateMany(
      { key: { $in: keys }, token: first.token, state: 'claimed' },
      { $set: { state: 'pending', token: '' }, $inc: { attempts: -1 } },
    )
}
