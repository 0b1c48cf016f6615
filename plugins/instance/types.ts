import type { Access, Payload } from 'payload'
import type { OwnText } from '../../lib/text/languages.ts'
import type { Clock } from '../../lib/time/clock.ts'
import type { Place } from './core/mark.ts'

/** Who confirmed that a copy is the real system. */
export interface Confirmer {
  id: string
  name: string
  role: string
}

/** Whether anything may be sent; if not, why and what to do. */
export type Sending = { allowed: true } | { allowed: false; because: OwnText }

export interface InstanceOptions {
  clock: Clock
  /** Absolute folder in which the mark stands beside the database. */
  dataDir: string
  /** Where this process stands: see `placeOf`. */
  place: Place
  /** Who may see whether sending waits, and confirm. */
  access: Access
  /**
   * Writes into the trail that somebody confirmed, before sending goes on.
   *
   * @param args.by an account, or the operator of a machine
   * @param args.facts the new mark, what it is a copy of, and how that was recognised
   */
  record: (args: {
    payload: Payload
    by: Confirmer
    reason: string
    at: Date
    facts: Readonly<Record<string, string>>
  }) => Promise<void>
}
