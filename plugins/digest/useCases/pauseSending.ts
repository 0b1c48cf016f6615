import type { Payload } from 'payload'
import type { Clock } from '../../../lib/time/clock.ts'
import { type Pause, type PauseScope, toPause, toResume } from '../core/pauses.ts'
import { settingsOf } from '../options.ts'
import { appendAct, type Officer } from '../store/acts.ts'
import { lastActs, pausesAfter } from '../store/pausesInForce.ts'

/** What is held back, as people and programs are told. */
export interface PauseStatus {
  /** Whether the server's configuration stops every mail. */
  mailPaused: boolean
  /** Whether every digest waits. */
  all: boolean
  /** Cadences that wait by a pause of their own. */
  cadences: Exclude<PauseScope, 'all'>[]
  pauses: Pause[]
}

/** Reads what is held back now. */
export const pauseStatus = async (payload: Payload): Promise<PauseStatus> => {
  const pauses = pausesAfter(await lastActs(payload))
  return {
    mailPaused: settingsOf(payload.config).paused,
    all: pauses.some(({ scope }) => scope === 'all'),
    cadences: pauses.flatMap(({ scope }) => (scope === 'all' ? [] : [scope])),
    pauses,
  }
}

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
