import type { Absence } from './absence.ts'
import type { WorkflowDefinition } from './definition.ts'
import type { Address, Frozen } from './events.ts'
import type { Members } from './groups.ts'
import type { Acting } from './powers.ts'
import type { ContentFault } from './refusal.ts'
import type { DefinitionLookup } from './state.ts'

/** The facts a decision may depend on. They are gathered beforehand, so that deciding is pure. */
export interface Context {
  definitions: DefinitionLookup
  /** ISO 8601, UTC. */
  now: string
  /** The definition that a new run would follow, and its hash. */
  current: { definition: WorkflowDefinition; hash: string }
  /**
   * The definition that the text under review would follow if it were submitted now, and its hash; required by `move`.
   * `undefined` when no run is open.
   */
  inForce?: { definition: WorkflowDefinition; hash: string }
  /** Whether this person may change the working copy of this document when nothing holds it. */
  mayEdit: boolean
  /** The working copy as frozen now; required by actions that freeze. */
  frozen?: Frozen & { faults: ContentFault[] }
  /** The active people of groups; required by actions that begin a run, and where all of a group must approve. */
  people?: Members
  /** Names of the steps that ignore everything in which the text now differs from the one under review. */
  ignoring?: readonly string[]
  /** The address that the approved content would get; required when an action publishes or may lead to publication. */
  address?: Address
  /** Instant after an amount of working hours from now, ISO 8601, UTC; required by actions that must be ratified. */
  afterWorkingHours?: (hours: number) => string
  /** The live document at the address that the command names; `undefined` when there is none. */
  target?: { document: string; url: string }
  /** The active person to whom the step is assigned; `undefined` when there is none at that address. */
  assignee?: Acting
  /** The absence of that person, when they are away now. */
  assigneeAway?: Absence
  /** Hashes of texts that other documents have too; required by what erases texts. */
  ofOthers?: ReadonlySet<string>
  /** Name of this document's stream. */
  document?: string
  /** Field with the day after which the content is not shown, if its collection has one. */
  expiresField?: string
}
