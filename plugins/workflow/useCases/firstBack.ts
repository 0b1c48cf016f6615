import type { Payload } from 'payload'
import { dayOf } from '../../../lib/time/periods.ts'
import { type Absence, firstBack } from '../core/absence.ts'
import { awaitedOf } from '../core/notices.ts'
import { currentStep } from '../core/state.ts'
import type { WorkflowOptions } from '../types.ts'
import { awayOn } from './absences.ts'
import { peopleLines } from './accounts.ts'
import { handedTo, openDelegations } from './delegations.ts'
import type { LoadedStream } from './load.ts'
import { contextOf } from './waiting.ts'

interface Asked {
  payload: Payload
  options: WorkflowOptions
  collection: string
  loaded: LoadedStream
}

/** Absences of everybody who could decide where a text waits, themselves or in the place of who delegated to them. */
const absencesAtStep = async ({ payload, options, collection, loaded }: Asked, now: Date) => {
  const delegates = new Set((await openDelegations(payload, now)).map(({ to }) => to))
  const context = contextOf(loaded.definitions, options.definitions[collection]!, now.toISOString())
  const absences: (Absence | undefined)[] = []
  for (const { id, person, active, absence, rest } of await peopleLines(payload, options)) {
    if (!active) continue
    const delegated = delegates.has(id) ? await handedTo({ payload, options, person: id, now }) : []
    const reader = { ...person, ...(rest ? { rests: rest } : {}), delegated }
    if (awaitedOf(loaded.state, reader, { context, collection }) === 'approve') absences.push(absence)
  }
  return absences
}

/**
 * The day on which the first of those is back who could decide at the current step, when all of them are away; `null`
 * when somebody is here. Looks at nobody's duties as long as nobody is away.
 */
export const firstBackAt = async (asked: Asked): Promise<string | null> => {
  const { payload, options, loaded } = asked
  const now = options.clock.now()
  if (!currentStep(loaded.state, loaded.definitions) || !(await awayOn(payload, options, now)).size) return null
  return firstBack(await absencesAtStep(asked, now), dayOf(now)) ?? null
}
