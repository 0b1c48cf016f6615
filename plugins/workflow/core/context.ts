import type { WorkflowDefinition } from './definition.ts'
import type { Address, Frozen } from './events.ts'
import type { ContentFault } from './refusal.ts'
import type { DefinitionLookup } from './state.ts'

/** The facts a decision may depend on. They are gathered beforehand, so that deciding is pure. */
export interface Context {
  definitions: DefinitionLookup
  /** The definition that a new run would follow, and its hash. */
  current: { definition: WorkflowDefinition; hash: string }
  /** Whether this person may change the working copy of this document when nothing holds it. */
  mayEdit: boolean
  /** The working copy as frozen now; required by actions that freeze. */
  frozen?: Frozen & { faults: ContentFault[] }
  /** Ids of the active people with a role. */
  people?: (role: string) => string[]
  /** The address that the approved content would get; required when an action publishes or may lead to publication. */
  address?: Address
  /** Field with the day after which the content is not shown, if its collection has one. */
  expiresField?: string
}
