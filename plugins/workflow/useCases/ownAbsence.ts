import type { Payload } from 'payload'
import { dayBounds } from '../../../lib/time/periods.ts'
import { handable } from '../core/delegation.ts'
import type { Person } from '../core/groups.ts'
import type { WorkflowOptions } from '../types.ts'
import { awayOn } from './absences.ts'
import { definitionsOf } from './definitions.ts'
import { openDelegations } from './delegations.ts'

/** A person's own absence, as they are reminded of it. */
export interface OwnAbsence {
  /** Its last day, `YYYY-MM-DD`. */
  until: string
  /** Whether they have power that they have not handed over for all of its days still to come. */
  uncovered: boolean
}

/** The absence of somebody who asks while they are away; `null` when they are not. */
export const ownAbsence = async (
  payload: Payload,
  options: WorkflowOptions,
  person: Person,
): Promise<OwnAbsence | null> => {
  const now = options.clock.now()
  const absence = (await awayOn(payload, options, now, person.id)).get(person.id)
  if (!absence) return null
  const ends = dayBounds(absence.until).end.toISOString()
  const covered = (await openDelegations(payload, now)).some(
    ({ from, validFrom, validTo }) => from === person.id && validFrom <= now.toISOString() && validTo >= ends,
  )
  return { until: absence.until, uncovered: !covered && handable(person, definitionsOf(options)).length > 0 }
}
