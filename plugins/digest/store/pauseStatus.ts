import type { Payload } from 'payload'
import type { Pause, PauseScope } from '../core/pauses.ts'
import { settingsOf } from '../options.ts'
import { lastActs, pausesAfter } from './pausesInForce.ts'

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
