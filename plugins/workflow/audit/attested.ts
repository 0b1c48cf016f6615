import type { StoredEvent } from '../core/events.ts'
import { evolve } from '../core/evolve.ts'
import { PUBLIC } from '../core/publicRow.ts'
import { isLawfulPurge } from '../core/purge.ts'
import { type Approval, type DefinitionLookup, EMPTY, openParts, type Run } from '../core/state.ts'
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
  const { approvals, contributors } = run
  const namesOf = ({ actor, onBehalfOf = actor }: Approval) => [...new Set([actor, onBehalfOf])]
  const names = approvals.flatMap(namesOf)
  return (
    run.step === steps.length &&
    steps.every((step) => step.kind === 'edit' || !openParts(approvals, step).length) &&
    // Nobody approves twice, or what they wrote, or lends their name to another who does.
    new Set(names).size === names.length &&
    !names.some((name) => contributors.includes(name))
  )
}

/** Whether whoever moved a run had the authority of the definition that it follows since. */
const isLawfulMove = (event: StoredEvent, run: Run | undefined, definitions: DefinitionLookup): boolean =>
  event.type !== 'moved' ||
  (event.from === run?.definition &&
    (event.onBehalfOf?.role ?? event.by.role) === definitions(event.definition).authority)

/** The rows that one stream requires in the publications log, in order. Pure. */
export const attested = (
  document: string,
  events: readonly StoredEvent[],
  definitions: DefinitionLookup,
): Attested[] => {
  const found: Attested[] = []
  let state = EMPTY
  /** Whether every move of the run was lawful. */
  let lawful = true
  for (const event of events) {
    const before = state
    const { run, lastPublished, unratified } = before
    lawful = event.type === 'submitted' || (lawful && isLawfulMove(event, run, definitions))
    state = evolve(state, event, definitions)
    const key = eventKey(document, event.seq)
    if (event.type === 'published') {
      const complete = lawful && isApproved(run, event.contentHash, definitions)
      found.push({ key, hash: event.hash, contentHash: event.contentHash, complete })
    } else if (event.type === 'publishedUrgently') {
      const { authority, ratification } = definitions(event.definition)
      const role = event.onBehalfOf?.role ?? event.by.role
      const complete = ratification !== undefined && role === authority
      found.push({ key, hash: event.hash, contentHash: event.contentHash, complete })
    } else if (event.type === 'restored') {
      // What comes back is the edition that was public before, not another text.
      const complete = event.contentHash === lastPublished?.contentHash
      found.push({ key, hash: event.hash, contentHash: event.contentHash, complete })
    } else if (event.type === 'ratified') {
      const names = [event.by.id, event.onBehalfOf?.id ?? event.by.id]
      const { by = [], contributors = [] } = unratified ?? {}
      const complete = unratified !== undefined && !names.some((name) => [...by, ...contributors].includes(name))
      found.push({ key, hash: event.hash, contentHash: lastPublished?.contentHash ?? '', complete })
    } else if (event.type === 'purged') {
      found.push({ key, hash: event.hash, contentHash: event.contentHash, complete: isLawfulPurge(before, event) })
    } else if (PUBLIC.has(event.type))
      found.push({ key, hash: event.hash, contentHash: lastPublished?.contentHash ?? '', complete: true })
  }
  return found
}
