import type { Text } from '../../../lib/text/languages.ts'
import { canonicalJson, sha256 } from '../../publications/index.ts'

/** A text shown to people, in the languages of the admin. */
export type { Text }

/** People who may decide: all that is named must be true of a person. */
export interface Group {
  role?: string
  /** Key of the unit that the person belongs to. */
  unit?: string
  /** Mail address of one person. */
  person?: string
  /**
   * What the group is called.
   * @default the label of the role
   */
  title?: Text
}

/** How many different people of a group must approve. */
export type Quorum = number | 'all'

/** One of several groups that decide side by side at a step. */
export interface Part {
  /** Stable name, unique in the step. */
  name: string
  by: Group
  /** @default 1 */
  quorum?: Quorum
}

/** Something that must be ticked before the step is decided. */
export interface CheckItem {
  /** Stable name, unique in the step. */
  name: string
  title: Text
}

export interface Step {
  /** Stable name, unique in the definition. */
  name: string
  title: Text
  /**
   * `edit`: the actor may change the text and then passes it on. `approve`: nobody can change the text at this step.
   */
  kind: 'edit' | 'approve'
  /** Who may act here. */
  by: Group
  /** @default 1 */
  quorum?: Quorum
  /**
   * Further groups that decide here at the same time, in any order; the step is cleared when every group has.
   * @default only the people of `by`
   */
  parallel?: Part[]
  /**
   * What must be ticked to approve, or to pass the text on.
   * @default nothing
   */
  checklist?: CheckItem[]
  /**
   * Public fields whose change does not void the approvals of this step.
   * @default none: every change voids them
   */
  ignores?: string[]
  /**
   * The target of a return: the author, or an earlier step by name.
   * @default 'author'
   */
  returnTo?: string
  /**
   * By when the step is to be decided; time with the author does not count.
   * @default whenever
   */
  due?: {
    /** Working hours after the text arrived at the step. */
    within: number
    /**
     * Role that is told when nobody decided in time.
     * @default the authority
     */
    escalateTo?: string
  }
}

/** A workflow as data: immutable, identified by the hash of its content. */
export interface WorkflowDefinition {
  name: string
  title: Text
  steps: Step[]
  /** Roles that may submit a text. */
  authors: string[]
  /** What happens after the last approval: the text is published at once, or held until someone publishes it. */
  onApproved: 'publish' | 'hold'
  /** Role that may publish a held text, withdraw a published one, and decide on editions in general. */
  authority: string
  /**
   * Working hours for which a person who claimed a step keeps it.
   * @default 8
   */
  claimedFor?: number
  /**
   * Allows urgent publication, and asks that it and every withdrawal be ratified by a second person of the authority.
   * @default nobody publishes urgently, and a withdrawal stands by itself
   */
  ratification?: {
    /** Working hours within which it must be ratified. */
    within: number
    /**
     * Role that is told when nobody ratified in time.
     * @default the authority
     */
    escalateTo?: string
    /**
     * Working hours after which an urgent publication that nobody ratified is withdrawn.
     * @default it stays public
     */
    withdrawAfter?: number
  }
}

/** Hash that identifies a definition: SHA-256 of its canonical JSON. */
export const definitionHash = (definition: WorkflowDefinition): string => sha256(canonicalJson(definition))
