import type { WorkflowDefinition } from './definition.ts'
import type { Address, Frozen } from './events.ts'
import type { ContentFault } from './refusal.ts'
import type { DefinitionLookup } from './state.ts'

/** What a decision may ask about the world; gathered before, so that deciding is pure. */
export interface Context {
  definitions: DefinitionLookup
  /** The definition a new run would follow, and its hash. */
  current: { definition: WorkflowDefinition; hash: string }
  /** Whether this person may change this document's working copy when nothing holds it. */
  mayEdit: boolean
  /** The working copy frozen now; needed by actions that freeze. */
  frozen?: Frozen & { faults: ContentFault[] }
  /** Ids of active people of a role. */
  people?: (role: string) => string[]
  /** The address the approved content would have; needed when an action publishes or leads to it. */
  address?: Address
}
