import type { Payload } from 'payload'
import { claim, insertOnce } from '../../publications/index.ts'
import type { LaneGroup } from '../core/lanes.ts'
import {
  AFTER_SUCCESS,
  afterFailure,
  type GateState,
  mayConnect,
  OPEN_GATE,
  takeSlots,
  whileProbed,
} from '../core/relayGate.ts'
import type { RelayRow } from '../rowTypes.ts'
import { findOne } from './rows.ts'

const KEY = 'relay'
/** Tries to change the row before another worker does; each time one of them succeeds. */
const TRIES = 20

/** The relay as all workers know it. */
export const readGate = async (payload: Payload): Promise<RelayRow> => {
  const row = await findOne(payload, 'digest-relay', { key: { equals: KEY } })
  if (row) return row
  const data: RelayRow = { key: KEY, version: 0, reason: '', ...OPEN_GATE }
  await insertOnce({ payload, collection: 'digest-relay', data, unique: ['key'] })
  return (await findOne(payload, 'digest-relay', { key: { equals: KEY } })) ?? data
}

/**
 * Changes the row by a rule, once, whatever other workers do meanwhile.
 *
 * @param rule the new state, with what it means for the caller; without a state nothing is written
 * @returns what the rule said last; `undefined` when others were always faster
 */
const change = async <T>(
  payload: Payload,
  rule: (row: RelayRow) => { said: T; state?: Partial<GateState> & { reason?: string } },
): Promise<T | undefined> => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const row = await readGate(payload)
    const { said, state } = rule(row)
    if (!state) return said
    const written = await claim({
      payload,
      collection: 'digest-relay',
      where: { key: { equals: KEY }, version: { equals: row.version } },
      data: { ...state, version: row.version + 1 },
    })
    if (written) return said
  }
  return undefined
}

/** Whether this worker may connect now. While the relay is down only one at a time may, to see whether it is back. */
export const mayUseRelay = async (payload: Payload, now: Date): Promise<boolean> => {
  const at = now.getTime()
  const said = await change(payload, (row) => {
    const may = mayConnect(row, at)
    return { said: may !== 'no', ...(may === 'probe' ? { state: whileProbed(at) } : {}) }
  })
  return said ?? false
}

/**
 * How many mails may leave now under the rate that all workers share.
 *
 * @param args.perSecond `undefined` for no limit
 */
export const slotsFor = async (args: {
  payload: Payload
  now: Date
  perSecond: number | undefined
  most: number
  group: LaneGroup
}): Promise<number> => {
  const { payload, now, perSecond, most, group } = args
  if (perSecond === undefined) return most
  const said = await change(payload, (row) => {
    const { granted, slotAt } = takeSlots(row, { now: now.getTime(), perSecond, most, group })
    return { said: granted, ...(granted ? { state: { slotAt } } : {}) }
  })
  return said ?? 0
}

/** The relay could not be used. @param reason without addresses or secrets */
export const relayFailed = async (payload: Payload, now: Date, reason: string): Promise<void> => {
  await change(payload, (row) => ({ said: undefined, state: { ...afterFailure(row, now.getTime()), reason } }))
}

/** The relay answered. Writes nothing while it works. */
export const relayWorks = async (payload: Payload): Promise<void> => {
  await change(payload, (row) => ({
    said: undefined,
    ...(row.failures ? { state: { ...AFTER_SUCCESS, reason: '' } } : {}),
  }))
}
