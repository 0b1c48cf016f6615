import type { Payload } from 'payload'
import type { Clock } from '../../../lib/time/clock.ts'
import { type PauseScope, toPause, toResume } from '../core/pauses.ts'
import { appendAct, type Officer } from '../store/acts.ts'
import { type PauseStatus, pauseStatus } from '../store/pauseStatus.ts'
import { lastActs, pausesAfter } from '../store/pausesInForce.ts'

/**
 * Pauses or resumes digests, of one cadence or all, and writes it into the trail. Idempotent: of two officers who do the
 * same, one is written down. Resuming all ends every pause. Mails that somebody waits for are not concerned.
 */
export const pauseSending = async (args: {
  payload: Payload
  clock: Clock
  officer: Officer
  kind: 'paused' | 'resumed'
  scope: PauseScope
  reason: string
}): Promise<PauseStatus> => {
  const { payload, clock, officer, kind, scope, reason } = args
  const decide = kind === 'paused' ? toPause : toResume
  const acts = await lastActs(payload)
  for (const concerned of decide(pausesAfter(acts), scope)) {
    // The key names the act on which this one was decided, so that only one of several can follow it.
    const key = `${concerned}:${kind}:after:${acts.get(concerned)?.seq ?? 0}`
    await appendAct({
      payload,
      officer,
      act: { key, kind, scope: concerned, at: clock.now().toISOString(), reason },
    })
  }
  return pauseStatus(payload)
}
