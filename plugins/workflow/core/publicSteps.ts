import type { Capacity } from '../../publications/index.ts'
import type { StoredEvent } from './events.ts'
import { sharedSteps } from './movedRun.ts'
import type { DefinitionLookup, Run } from './state.ts'

type Taken = Extract<StoredEvent, { type: 'passed' | 'approved' }>

/** A text is edited once more after it came back, but several people may approve at one step. */
const placeOf = (event: Taken): string => (event.type === 'passed' ? event.step : `${event.step}\n${event.by.id}`)

/**
 * The steps that the text of a run went through, in the order in which they were taken, as the public may see them:
 * titles and capacities, no person. Approvals that a change of the text voided are not among them, nor what was done
 * under a definition that the run no longer follows, save in steps that both have. Pure.
 *
 * @param events the stream of the document, up to the publication
 */
export const clearedSteps = (args: {
  run: Run
  events: readonly StoredEvent[]
  definitions: DefinitionLookup
}): Capacity[] => {
  const { run, events, definitions } = args
  const stands = ({ step, by }: Taken) => run.approvals.some((one) => one.step === step && one.actor === by.id)
  const taken = new Map<string, Taken>()
  for (const event of events.slice(events.findLastIndex(({ type }) => type === 'submitted'))) {
    if (event.type === 'moved') {
      const shared = sharedSteps(definitions(event.from), definitions(event.definition))
      for (const [place, { step }] of taken) if (!shared.includes(step)) taken.delete(place)
    }
    if (event.type !== 'passed' && event.type !== 'approved') continue
    if (event.type === 'approved' && !stands(event)) continue
    taken.delete(placeOf(event))
    taken.set(placeOf(event), event)
  }
  const { steps } = definitions(run.definition)
  return [...taken.values()].map(({ step, by, at }) => {
    const title = steps.find(({ name }) => name === step)?.title
    return { step, capacity: by.capacity, at, ...(title ? { title: { ...title } } : {}) }
  })
}
