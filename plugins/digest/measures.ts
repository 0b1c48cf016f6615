import type { Payload } from 'payload'
import { epochSeconds, type Measure } from '../../lib/measure.ts'
import type { Clock } from '../../lib/time/clock.ts'
import { outboxHealth } from './outbox/health.ts'

/** Metrics of the outbox, read from what all its workers recorded. */
export const digestMeasures = async (args: { payload: Payload; clock: Clock }): Promise<Measure[]> => {
  const now = args.clock.now()
  const { steps, relay, waiting } = await outboxHealth(args.payload, now)
  const gauge = (name: string, help: string, values: Measure['values']): Measure => ({
    name: `congbo_digest_${name}`,
    help,
    type: 'gauge',
    values,
  })
  const ofSteps = (value: (step: (typeof steps)[number]) => number) =>
    steps.map((step) => ({ labels: { step: step.name }, value: value(step) }))
  const ofGroups = (value: (group: (typeof waiting)[number]) => number) =>
    waiting.map((group) => ({ labels: { lane: group.group }, value: value(group) }))
  return [
    gauge(
      'step_seconds',
      'How long a step of the outbox took last.',
      ofSteps(({ ms }) => ms / 1_000),
    ),
    gauge(
      'step_failures',
      'How often in a row a step failed.',
      ofSteps(({ failures }) => failures),
    ),
    gauge(
      'step_ok_timestamp_seconds',
      'When a step ended well last.',
      ofSteps(({ okAt }) => epochSeconds(okAt)),
    ),
    gauge(
      'waiting_mails',
      'Mails that could leave now.',
      ofGroups(({ mails }) => mails),
    ),
    gauge(
      'oldest_waiting_seconds',
      'For how long the oldest of them has waited.',
      ofGroups(({ oldest }) => (oldest ? now.getTime() / 1_000 - epochSeconds(oldest) : 0)),
    ),
    gauge('relay_failures', 'How often in a row the mail relay could not be used.', [{ value: relay.failures }]),
  ]
}
