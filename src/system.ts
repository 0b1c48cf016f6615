import type { Payload, SanitizedConfig } from 'payload'
import type { Clock } from '../lib/time/clock.ts'
import type { Environment } from './config/environment.ts'

/** A running system without a face: configuration, database, clock. */
export interface System {
  payload: Payload
  config: SanitizedConfig
  environment: Environment
  clock: Clock
}
