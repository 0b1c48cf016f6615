import type { Payload, PayloadRequest, Where } from 'payload'
import { claim, lastSeq } from '../../publications/index.ts'
import { AFRESH, LEASE_MS, NEVER } from '../core/settle.ts'
import type { StateRow } from '../core/state.ts'
import type { WebhookRow } from '../types.ts'
import { newSecret, randomRef, sealed } from './secrets.ts'

export const WEBHOOKS = 'webhooks'
export const STATES = 'webhook-states'

type Within = Pick<PayloadRequest, 'transactionID'>

const of = (webhook: string): Where => ({ webhook: { equals: webhook } })

/** The webhook with an id, as it is in the database now. */
export const webhookById = async (payload: Payload, id: string): Promise<WebhookRow | undefined> =>
  (await payload.db.findOne<WebhookRow & { id: string }>({ collection: WEBHOOKS, where: { id: { equals: id } } })) ??
  undefined

/** The state of a webhook. */
export const stateOf = async (payload: Payload, webhook: string): Promise<StateRow | undefined> =>
  (await payload.db.findOne<StateRow & { id: string }>({ collection: STATES, where: of(webhook) })) ?? undefined

/** States that match, in no particular order. */
export const statesWhere = async (payload: Payload, where: Where): Promise<StateRow[]> => {
  const found = await payload.db.find<StateRow & { id: string }>({
    collection: STATES,
    where,
    sort: 'webhook',
    limit: 0,
    pagination: false,
  })
  return found.docs
}

/** Ids of the webhooks that are switched on. */
export const activeWebhooks = async (payload: Payload): Promise<string[]> => {
  const found = await payload.db.find<WebhookRow & { id: string }>({
    collection: WEBHOOKS,
    where: { active: { equals: true } },
    limit: 0,
    pagination: false,
  })
  return found.docs.map(({ id }) => String(id))
}

/**
 * Begins the state of a new webhook at the end of the log.
 *
 * @returns its signing secret, which nobody can read again
 */
export const beginState = async (args: { payload: Payload; webhook: string; req: Within }): Promise<string> => {
  const { payload, webhook, req } = args
  const ref = randomRef()
  const secret = newSecret()
  const data: StateRow = {
    ...AFRESH,
    webhook,
    ref,
    cursor: await lastSeq({ payload }),
    secret: sealed(payload, ref, secret),
    oldSecret: '',
    oldUntil: '',
    fence: 0,
    leaseUntil: NEVER,
    triedAt: '',
    deliveredAt: '',
    deliveredSeq: 0,
  }
  await payload.db.create({ collection: STATES, data: { ...data }, req })
  return secret
}

/** Lets a webhook be tried at once again, from where it was. */
export const beginAfresh = async (args: { payload: Payload; webhook: string; req: Within }): Promise<void> => {
  const { payload, webhook, req } = args
  await payload.db.updateOne({ collection: STATES, where: of(webhook), data: { ...AFRESH }, req })
}

/** Removes the state of a webhook that is gone. */
export const endState = async (args: { payload: Payload; webhook: string; req: Within }): Promise<void> => {
  const { payload, webhook, req } = args
  await payload.db.deleteMany({ collection: STATES, where: of(webhook), req })
}

/** Whether nobody holds a receiver. */
export const isFree = ({ leaseUntil }: StateRow, now: Date): boolean => leaseUntil <= now.toISOString()

/**
 * Takes the turn of a receiver. Of any number of workers one gets it; it has it until its lease is over.
 *
 * @param state as just read
 * @returns the state with the new fencing token; `null` when another worker was faster
 */
export const takeTurn = async (payload: Payload, state: StateRow, now: Date): Promise<StateRow | null> =>
  isFree(state, now)
    ? claim<StateRow>({
        payload,
        collection: STATES,
        where: { ...of(state.webhook), fence: { equals: state.fence } },
        data: { fence: state.fence + 1, leaseUntil: leaseFrom(now) },
      })
    : null

/**
 * Writes what happened in a turn, and keeps the turn.
 *
 * @returns the new state; `null` when the turn was lost, and nothing was written
 */
export const writeTurn = (
  payload: Payload,
  turn: StateRow,
  data: Partial<StateRow>,
  now: Date,
): Promise<StateRow | null> => inTurn(payload, turn, { ...data, leaseUntil: leaseFrom(now) })

/** Ends a turn. Of a turn that was lost nothing is written. */
export const endTurn = async (payload: Payload, turn: StateRow, data: Partial<StateRow> = {}): Promise<void> => {
  await inTurn(payload, turn, { ...data, leaseUntil: NEVER })
}

const leaseFrom = (now: Date): string => new Date(now.getTime() + LEASE_MS).toISOString()

const inTurn = (payload: Payload, turn: StateRow, data: Partial<StateRow>) =>
  claim<StateRow>({
    payload,
    collection: STATES,
    where: { ...of(turn.webhook), fence: { equals: turn.fence } },
    data,
  })

/**
 * Exchanges the signing secret. The one before it signs as well for some time.
 *
 * @param args.oldUntil until when, ISO 8601
 * @returns the new secret, which nobody can read again; `undefined` when there is no such webhook, or another
 *   administrator exchanges it at the same moment
 */
export const exchangeSecret = async (args: {
  payload: Payload
  webhook: string
  oldUntil: string
}): Promise<string | undefined> => {
  const { payload, webhook, oldUntil } = args
  const state = await stateOf(payload, webhook)
  if (!state) return undefined
  const secret = newSecret()
  const exchanged = await claim<StateRow>({
    payload,
    collection: STATES,
    where: { ...of(webhook), secret: { equals: state.secret } },
    data: { secret: sealed(payload, state.ref, secret), oldSecret: state.secret, oldUntil },
  })
  return exchanged ? secret : undefined
}

/** Switches a webhook off. What was asked for in the form stays as it is. */
export const switchOff = (payload: Payload, webhook: string): Promise<unknown> =>
  claim({
    payload,
    collection: WEBHOOKS,
    where: { id: { equals: webhook }, active: { equals: true } },
    data: { active: false },
  })

/** Writes down that the administrators know of it, unless it was switched on again. */
export const writeTold = (payload: Payload, { webhook, offAt }: StateRow): Promise<unknown> =>
  claim({
    payload,
    collection: STATES,
    where: { ...of(webhook), offAt: { equals: offAt } },
    data: { told: true },
  })
