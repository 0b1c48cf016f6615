import type { Payload } from 'payload'
import { epochSeconds, type Measure } from '../../lib/measure.ts'
import { lastSeq } from '../publications/index.ts'
import type { StateRow } from './core/state.ts'
import { activeWebhooks, statesWhere } from './store/states.ts'

/** Metrics of the receivers that are switched on, and of those that were switched off for their failures. */
export const webhookMeasures = async ({ payload }: { payload: Payload }): Promise<Measure[]> => {
  const active = new Set(await activeWebhooks(payload))
  const states = await statesWhere(payload, {})
  const watched = states.filter(({ webhook, offAt }) => offAt || active.has(webhook))
  const end = watched.length ? await lastSeq({ payload }) : 0
  const gauge = (name: string, help: string, value: (state: StateRow) => number): Measure => ({
    name: `congbo_webhook_${name}`,
    help,
    type: 'gauge',
    values: watched.map((state) => ({ labels: { webhook: state.webhook }, value: value(state) })),
  })
  return [
    gauge('behind', 'Publications that a receiver does not have yet.', ({ cursor }) => Math.max(0, end - cursor)),
    gauge('failures', 'How often in a row a receiver could not be reached.', ({ attempts }) => attempts),
    gauge('delivered_timestamp_seconds', 'When a receiver took something last; 0 if never.', ({ deliveredAt }) =>
      epochSeconds(deliveredAt),
    ),
    gauge('off', 'Whether a receiver was switched off for its failures.', ({ offAt }) => (offAt ? 1 : 0)),
  ]
}
