import type { Base, Command, Decision } from './command.ts'
import type { Context } from './context.ts'
import type { StoredEvent } from './events.ts'
import { evolve, namesOf } from './evolve.ts'
import { rules } from './rules.ts'
import { type DefinitionLookup, EMPTY, type WorkflowState } from './state.ts'

/**
 * Proposes to erase the content of an edition that is public no more, such as one with personal data that should never
 * have been in it. A later proposal takes the place of an earlier one.
 */
export const proposePurge = (state: WorkflowState, base: Base, { edition }: Command, why: string): Decision => {
  const refused = rules.mayBePurged(state, edition)
  if (refused) return { refusal: refused }
  const { contentHash } = state.editions.find((one) => one.edition === edition)!
  return { events: [{ ...base, type: 'purgeProposed', edition: edition!, contentHash, reason: why }] }
}

/**
 * The texts to erase with an edition: all that was frozen on the way to it, without what another edition shows, a round
 * decides on, or is gone already. Its own text comes first.
 */
const doomed = ({ editions, purged, run }: WorkflowState, edition: number): string[] => {
  const { contentHash, texts } = editions.find((one) => one.edition === edition)!
  const kept = new Set([...editions.map((one) => one.contentHash), ...(run?.texts ?? []), ...purged])
  return [contentHash, ...texts.filter((hash) => !kept.has(hash))]
}

/** Texts that a confirmed purge would erase, apart from those of other documents; empty when none is proposed. */
export const textsToErase = (state: WorkflowState): string[] => (state.purge ? doomed(state, state.purge.edition) : [])

/** Erases what another person proposed to erase. The row, the hash and the reason stay for ever. */
export const confirmPurge = (state: WorkflowState, base: Base, { ofOthers }: Context): Decision => {
  const { event, edition, contentHash, reason } = state.purge!
  const refused = rules.ownTextAlone(contentHash, ofOthers)
  if (refused) return { refusal: refused }
  const texts = textsToErase(state).filter((hash) => !ofOthers!.has(hash))
  return { events: [{ ...base, type: 'purged', event, edition, contentHash, reason, texts }] }
}

type Purged = Extract<StoredEvent, { type: 'purged' }>

/** Whether a stored event erases what another person proposed and what may be erased, and nothing else. Pure. */
export const isLawfulPurge = (before: WorkflowState, event: Purged): boolean => {
  const { purge } = before
  const doomedNow = new Set(textsToErase(before))
  return (
    purge !== undefined &&
    purge.event === event.event &&
    purge.edition === event.edition &&
    purge.contentHash === event.contentHash &&
    !rules.mayBePurged(before, event.edition) &&
    !namesOf(event).some((name) => purge.by.includes(name)) &&
    event.texts.every((hash) => doomedNow.has(hash))
  )
}

/** What the events of a document erase. A row that the rules would never have written erases nothing. Pure. */
export const erasures = (events: readonly StoredEvent[], definitions: DefinitionLookup): Purged[] => {
  const found: Purged[] = []
  let state = EMPTY
  for (const event of events) {
    if (event.type === 'purged' && isLawfulPurge(state, event)) found.push(event)
    state = evolve(state, event, definitions)
  }
  return found
}
