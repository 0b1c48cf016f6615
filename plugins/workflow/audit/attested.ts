import type { StoredEvent } from '../core/events.ts'
import { type DefinitionLookup, EMPTY, evolve, type Run } from '../core/state.ts'
import { eventKey } from '../useCases/finish.ts'

/** A publication according to a stream, and whether the approvals support it. */
export interface Attested {
  /** Key of the row in the publications log. */
  key: string
  hash: string
  contentHash: string
  complete: boolean
}

const isApproved = (run: Run | undefined, contentHash: string, definitions: DefinitionLookup): boolean => {
  if (!run || run.contentHash !== contentHash) return false
  const { steps } = definitions(run.definition)
  const reached = ({ name, quorum = 1 }: (typeof steps)[number]) =>
    new Set(run.approvals.filter((one) => one.step === name).map((one) => one.actor)).size >= quorum
  return (
    run.step === steps.length &&
    steps.filter((step) => step.kind === 'approve').every(reached) &&
    !run.approvals.some((one) => run.contributors.includes(one.actor))
  )
}

/** The rows that one stream requires in the publications log, in order. Pure. */
export const attested = (
  document: string,
  events: readonly StoredEvent[],
  definitions: DefinitionLookup,
): Attested[] => {
  const found: Attested[] = []
  let state = EMPTY
  for (const event of events) {
    const { run, lastPublished } = state
    state = evolve(state, event, definitions)
    const key = eventKey(document, event.seq)
    if (event.type === 'published') {
      const complete = isApproved(run, event.contentHash, definitions)
      found.push({ key, hash: event.hash, contentHash: event.contentHash, complete })
    }
    if (event.type === 'withdrawn' || event.type === 'expired')
      found.push({ key, hash: event.hash, contentHash: lastPublished?.contentHash ?? '', complete: true })
  }
  return found
}
