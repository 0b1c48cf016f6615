import { canonicalJson } from '../../publications/index.ts'
import type { WorkflowDefinition } from './definition.ts'
import { type DefinitionLookup, nextStep, type Run } from './state.ts'

/** Names of the steps with which two definitions begin alike, in order. Pure. */
export const sharedSteps = (one: WorkflowDefinition, other: WorkflowDefinition): string[] => {
  const differs = one.steps.findIndex((step, at) => {
    const twin = other.steps[at]
    return twin === undefined || canonicalJson(step) !== canonicalJson(twin)
  })
  return (differs === -1 ? one.steps : one.steps.slice(0, differs)).map(({ name }) => name)
}

/**
 * A run as it goes on under another definition. What was decided stands for the steps with which both begin alike; the
 * text waits at the first step after them that is not cleared. Moves that are stored are read with this too, so another
 * rule needs an event that says so. A time stands only if no step is left, and a move by itself
 * publishes nothing. Pure.
 *
 * @param moved hash of the definition from now on, and the instant of the move
 */
export const movedRun = (
  run: Run,
  { definition, at }: { definition: string; at: string },
  definitions: DefinitionLookup,
): Run => {
  const { steps } = definitions(definition)
  const shared = sharedSteps(definitions(run.definition), definitions(definition))
  const approvals = run.approvals.filter(({ step }) => shared.includes(step))
  const step = nextStep(steps, Math.min(run.step, shared.length), approvals)
  return {
    ...run,
    definition,
    step,
    approvals,
    arrivedAt: at,
    overdue: undefined,
    claim: undefined,
    publishAt: step === steps.length ? run.publishAt : undefined,
    publishing: false,
  }
}
