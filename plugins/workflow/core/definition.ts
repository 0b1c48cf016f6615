import { canonicalJson, sha256 } from '../../publications/index.ts'

/** A text shown to people, in the languages of the admin. */
export interface Text {
  vi: string
  en: string
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
  by: { role: string }
  /**
   * How many different people must approve.
   * @default 1
   */
  quorum?: number
  /**
   * The target of a return: the author, or an earlier step by name.
   * @default 'author'
   */
  returnTo?: string
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
  /** Role that may publish a held text and withdraw a published one. */
  authority: string
}

/**
 * Faults of the definition itself, one English sentence each, with the name of the step. Empty when the definition is
 * usable.
 */
export const lintDefinition = (definition: WorkflowDefinition): string[] => {
  const { steps, authors, name } = definition
  const faults: string[] = []
  const say = (text: string) => faults.push(`Workflow "${name}": ${text}`)
  if (!steps.some((step) => step.kind === 'approve'))
    say('has no approving step, so anything would be published unapproved')
  if (!authors.length) say('names no author, so nothing could be submitted')
  steps.forEach((step, index) => {
    if (steps.findIndex((other) => other.name === step.name) !== index) say(`step "${step.name}" stands twice`)
    if (step.quorum !== undefined && (!Number.isInteger(step.quorum) || step.quorum < 1))
      say(`step "${step.name}" needs a quorum of at least one`)
    if (step.kind === 'edit' && (step.quorum ?? 1) > 1)
      say(`step "${step.name}" is passed on by one person and takes no quorum`)
    if (
      step.returnTo &&
      step.returnTo !== 'author' &&
      !steps.slice(0, index).some((earlier) => earlier.name === step.returnTo)
    )
      say(`step "${step.name}" returns to "${step.returnTo}", which is no earlier step`)
  })
  if (steps.length && steps.at(-1)!.kind !== 'approve')
    say(`the last step "${steps.at(-1)!.name}" must approve, or what it changes would be published unseen`)
  return faults
}

/**
 * Checks a definition and returns it.
 *
 * @throws Error listing every fault, one per line
 */
export const defineWorkflow = (definition: WorkflowDefinition): WorkflowDefinition => {
  const faults = lintDefinition(definition)
  if (faults.length) throw new Error(faults.join('\n'))
  return definition
}

/** Hash that identifies a definition: SHA-256 of its canonical JSON. */
export const definitionHash = (definition: WorkflowDefinition): string => sha256(canonicalJson(definition))

/**
 * Returns the first approving step that could not reach its quorum. Nobody may approve what they wrote, and nobody may
 * clear two approving steps, so all approvers of a run must be different people. One person may hold a role that
 * several steps require, so the check is a bipartite matching by augmenting paths (Kuhn).
 *
 * @param eligible returns the ids of the active people with a role, without contributors
 */
export const stepWithoutApprovers = (
  definition: WorkflowDefinition,
  eligible: (role: string) => string[],
): Step | undefined => {
  const seats = definition.steps
    .filter((step) => step.kind === 'approve')
    .flatMap((step) => Array.from({ length: step.quorum ?? 1 }, () => step))
  const seatOf = new Map<string, number>()
  const assign = (seat: number, visited: Set<string>): boolean =>
    eligible(seats[seat]!.by.role).some((person) => {
      if (visited.has(person)) return false
      visited.add(person)
      const taken = seatOf.get(person)
      if (taken !== undefined && !assign(taken, visited)) return false
      seatOf.set(person, seat)
      return true
    })
  return seats.find((_, seat) => !assign(seat, new Set()))
}
