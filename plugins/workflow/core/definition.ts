import { canonicalJson, sha256 } from '../../publications/index.ts'

/** A text people read, in the languages of the admin. */
export interface Text {
  vi: string
  en: string
}

export interface Step {
  /** Stable name, unique in the definition. */
  name: string
  title: Text
  /** `edit`: the actor may change the text, then passes it on. `approve`: the text stands still while it is here. */
  kind: 'edit' | 'approve'
  /** Who may act here. */
  by: { role: string }
  /**
   * How many different people must approve.
   * @default 1
   */
  quorum?: number
  /**
   * Where a return leads: to the author, or to an earlier step by name.
   * @default 'author'
   */
  returnTo?: string
}

/** A workflow as data: immutable, known by the hash of its content. */
export interface WorkflowDefinition {
  name: string
  title: Text
  steps: Step[]
  /** Roles that may submit a text. */
  authors: string[]
  /** After the last approval: published at once, or held until someone publishes. */
  onApproved: 'publish' | 'hold'
  /** Role that may publish what is held and withdraw what is published. */
  authority: string
}

/**
 * What is wrong with a definition in itself, one English sentence each, naming the step. Empty when it can be used.
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
 * A definition that can be used.
 *
 * @throws Error with every fault, one a line
 */
export const defineWorkflow = (definition: WorkflowDefinition): WorkflowDefinition => {
  const faults = lintDefinition(definition)
  if (faults.length) throw new Error(faults.join('\n'))
  return definition
}

/** The address of a definition: SHA-256 of its canonical JSON. */
export const definitionHash = (definition: WorkflowDefinition): string => sha256(canonicalJson(definition))

/**
 * The first approving step that could not reach its quorum: nobody approves what they wrote, and nobody clears two
 * approving steps, so the people of all approving steps must be different. Found by augmenting paths (Kuhn), because
 * one person may hold a role that several steps ask for.
 *
 * @param eligible ids of the active people of a role, contributors left out
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
