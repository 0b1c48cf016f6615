import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import { headAt, lastSeq, noteFaults, type Publication, payloadSource, trustedLog } from '../../publications/index.ts'
import { messageId, publicationBody, tellable, wantsRow } from '../core/message.ts'
import { arrived, failed } from '../core/settle.ts'
import type { StateRow } from '../core/state.ts'
import { optionsOf } from '../options.ts'
import { activeWebhooks, endTurn, isFree, statesWhere, takeTurn, webhookById, writeTurn } from '../store/states.ts'
import { send } from './send.ts'
import { switchOffFailed } from './switchOff.ts'

/** After so long, in milliseconds, a receiver with more to be told waits for the next round, so that others have theirs. */
const TURN_MS = 15_000
/** Rows of the log read at once. */
const SLICE = 100

/** Points at which a crash must be harmless; tests kill the process there. */
export type Step = 'turn taken' | 'answered' | 'written'

export interface Delivering {
  payload: Payload
  stopping?: AbortSignal
  /** From 0 to 1. */
  random?: () => number
  /** Called after each step with an effect; for fault injection in tests. */
  onStep?: (step: Step) => void | Promise<void>
}

/** The turn of one receiver, as far as it came: `over` when it must end. */
interface Turn {
  state: StateRow
  over: boolean
}

/** Makes sure that the lease outlasts a delivery; `null` when another worker has the receiver. */
const holdFor = async (payload: Payload, state: StateRow): Promise<StateRow | null> => {
  const { clock, timeoutMs } = optionsOf(payload.config)
  const now = clock.now()
  const needed = new Date(now.getTime() + timeoutMs).toISOString()
  return state.leaseUntil > needed ? state : writeTurn(payload, state, { cursor: state.cursor }, now)
}

/** Tells a receiver of one row. The turn is over when it failed, was lost, or the webhook is switched off. */
const tellRow = async (work: Delivering, turn: Turn, row: Publication): Promise<Turn | null> => {
  const { payload, stopping, random = Math.random, onStep } = work
  const { clock, retry } = optionsOf(payload.config)
  const webhook = await webhookById(payload, turn.state.webhook)
  if (!webhook?.active) return { ...turn, over: true }
  if (!wantsRow(webhook.collections, row)) return { state: { ...turn.state, cursor: row.seq }, over: false }
  const state = await holdFor(payload, turn.state)
  if (!state) return null
  const outcome = await send({
    payload,
    state,
    url: webhook.url,
    id: messageId(state.ref, row.seq),
    body: publicationBody(row),
    stopping,
  })
  await onStep?.('answered')
  if (outcome.result === 'stopped') return { state, over: true }
  const now = clock.now()
  const { status } = outcome
  if (outcome.result === 'failed') {
    const { problem } = outcome
    const data = failed({ before: state, problem, status, now, policy: retry, random: random() })
    await endTurn(payload, state, { cursor: state.cursor, ...data })
    await onStep?.('written')
    payload.logger.warn({ msg: 'a webhook failed', webhook: state.webhook, problem, status, attempts: data.attempts })
    return null
  }
  const next = await writeTurn(payload, state, arrived(row.seq, status, now), now)
  await onStep?.('written')
  return next && { state: next, over: false }
}

/** Tells a receiver everything it waits for, in the order of the log, until something fails or the turn is over. */
const serve = async (work: Delivering, before: StateRow): Promise<void> => {
  const { payload, stopping, onStep } = work
  const { clock } = optionsOf(payload.config)
  const began = performance.now()
  const taken = await takeTurn(payload, before, clock.now())
  if (!taken) return
  await onStep?.('turn taken')
  let turn: Turn = { state: taken, over: false }
  const source = payloadSource(payload)
  const after = await headAt(source, taken.cursor)
  for await (const { entries, faults, head } of trustedLog({ source, after, slice: SLICE })) {
    noteFaults(payload, faults)
    for (const row of tellable(entries)) {
      if (stopping?.aborted || performance.now() - began > TURN_MS) turn.over = true
      const next: Turn | null = turn.over ? turn : await tellRow(work, turn, row)
      // Its end is written already, or another worker has the receiver.
      if (!next) return
      turn = next
      if (turn.over) break
      await setImmediate()
    }
    if (turn.over) break
    turn.state = { ...turn.state, cursor: Math.max(turn.state.cursor, head.seq) }
  }
  await endTurn(payload, turn.state, { cursor: turn.state.cursor })
}

/** The receivers for which something new is in the log, and whose time has come. */
const dueStates = async (payload: Payload): Promise<StateRow[]> => {
  const active = new Set(await activeWebhooks(payload))
  if (!active.size) return []
  const now = optionsOf(payload.config).clock.now()
  const last = await lastSeq({ payload })
  const behind = await statesWhere(payload, { cursor: { less_than: last } })
  return behind.filter((state) => active.has(state.webhook) && state.nextAt <= now.toISOString() && isFree(state, now))
}

/**
 * One round of the worker: tells every receiver what it waits for. Any number of workers may run it at the same time,
 * and be killed at any point: a row may then be sent again under the same `webhook-id`, and none is left out.
 */
export const deliverWebhooks = async (work: Delivering): Promise<void> => {
  const { payload } = work
  const sending = await optionsOf(payload.config).sendingAllowed?.(payload)
  if (sending && !sending.allowed) return
  await switchOffFailed(payload)
  const queue = await dueStates(payload)
  const serveNext = async (): Promise<void> => {
    for (let state = queue.shift(); state && !work.stopping?.aborted; state = queue.shift()) {
      const { webhook } = state
      await serve(work, state).catch((err: unknown) => {
        // The lease of its turn ends by itself; the others have theirs.
        payload.logger.error({ msg: 'a webhook could not be served', webhook, err })
      })
    }
  }
  await Promise.all(Array.from({ length: optionsOf(payload.config).atOnce }, serveNext))
  await switchOffFailed(payload)
}
