import { CADENCES, type RunCadence } from './periods.ts'

/** Cadences of runs; each can be paused on its own. */
export const PAUSABLE: readonly RunCadence[] = [...CADENCES, 'evening', 'urgent']

/** What a pause holds back: one cadence, or every digest. */
export const PAUSE_SCOPES = ['all', ...PAUSABLE] as const
export type PauseScope = 'all' | RunCadence

/** A pause of digests that a mail officer made. */
export interface Pause {
  scope: PauseScope
  /** ISO 8601. */
  since: string
  by: string
  reason: string
}

/** What is held back now. */
export interface PausesInForce {
  all: boolean
  cadences: ReadonlySet<RunCadence>
}

export const isPauseScope = (value: unknown): value is PauseScope =>
  (PAUSE_SCOPES as readonly unknown[]).includes(value)

/** Summary of pauses, for the outbox. */
export const inForceOf = (pauses: readonly Pause[]): PausesInForce => ({
  all: pauses.some(({ scope }) => scope === 'all'),
  cadences: new Set(pauses.flatMap(({ scope }) => (scope === 'all' ? [] : [scope]))),
})

/** Whether the digests of a cadence wait. */
export const isHeldBack = (pauses: PausesInForce, cadence: RunCadence): boolean =>
  pauses.all || pauses.cadences.has(cadence)

/** Scopes to pause; none when it is paused already, so that the first reason stays. */
export const toPause = (pauses: readonly Pause[], scope: PauseScope): PauseScope[] =>
  pauses.some((pause) => pause.scope === scope) ? [] : [scope]

/** Scopes to resume: that of a cadence alone, or every pause in force. */
export const toResume = (pauses: readonly Pause[], scope: PauseScope): PauseScope[] =>
  pauses.flatMap((pause) => (scope === 'all' || pause.scope === scope ? [pause.scope] : []))
