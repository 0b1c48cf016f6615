import { canonicalJson, sha256 } from '../../publications/index.ts'
import type { Command, Decision } from './command.ts'
import type { Context } from './context.ts'
import { decide } from './decide.ts'
import type { BatchMark, StoredEvent, WorkflowEvent } from './events.ts'
import { evolve } from './evolve.ts'
import { rules } from './rules.ts'
import type { WorkflowState } from './state.ts'

/** A document on a list, with the text that is approved. */
export interface Listed {
  collection: string
  /** Database id of the working copy. */
  id: string
  contentHash: string
}

/** SHA-256, in hex, of a list in canonical JSON (RFC 8785); the same whatever the order of the list. */
export const manifestOf = (documents: readonly Listed[]): string =>
  sha256(
    canonicalJson(
      documents
        .map(({ collection, id, contentHash }) => ({ collection, id, contentHash }))
        .sort((one, other) => (`${one.collection} ${one.id}` < `${other.collection} ${other.id}` ? -1 : 1)),
    ),
  )

/** What is known of a document on a list. */
export interface Facts {
  listed: Listed
  /** Whether it was imported as it stands. */
  imported: boolean
  mark: BatchMark
}

/**
 * Submits and approves one document of a list, as a run like any other under the definition of `context.current`. Every
 * rule of a submission and of an approval holds. Pure.
 */
export const approveListed = (
  state: WorkflowState,
  by: Pick<Command, 'by' | 'at'>,
  context: Context,
  { listed, imported, mark }: Facts,
): Decision => {
  // A process that stopped in between left the text submitted.
  const goesOn = state.run?.batch?.manifest === mark.manifest
  const refused =
    rules.hasAuthority(by.by, context.current.definition, {
      vi: 'duyệt các bản nhập từ cổng cũ theo lô',
      en: 'approve imported texts together',
    }) ??
    (goesOn ? undefined : rules.neverSubmitted(state)) ??
    rules.asImported(imported) ??
    rules.asListed(context.frozen!.contentHash, listed.contentHash)
  if (refused) return { refusal: refused }
  const events: WorkflowEvent[] = []
  let now = state
  const actions: Pick<Command, 'action' | 'batch'>[] = [
    ...(goesOn ? [] : [{ action: 'submit' as const, batch: mark }]),
    { action: 'approve' },
  ]
  for (const action of actions) {
    const decision = decide(now, { ...by, ...action, expected: now.seq }, context)
    if ('refusal' in decision) return decision
    for (const event of decision.events) {
      events.push(event)
      now = evolve(now, { ...event, seq: now.seq + 1, hash: '' } as StoredEvent, context.definitions)
    }
  }
  return { events }
}
