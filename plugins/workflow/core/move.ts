import type { Base, Decision } from './command.ts'
import type { Context } from './context.ts'
import { movedRun } from './movedRun.ts'
import { rules } from './rules.ts'
import type { WorkflowState } from './state.ts'

/** Lets an open run go on under the definition in force. `permit` has seen that there is one, and that it is another. */
export const move = ({ run }: WorkflowState, base: Base, context: Context, why: string): Decision => {
  const { definition, hash } = context.inForce!
  const lookup = (one: string) => (one === hash ? definition : context.definitions(one))
  const after = movedRun(run!, { definition: hash, at: base.at }, lookup)
  const refused = rules.approversLeftAhead(after, definition, context.people)
  if (refused) return { refusal: refused }
  const step = definition.steps[after.step]?.name
  return {
    events: [
      { ...base, type: 'moved', from: run!.definition, definition: hash, reason: why, ...(step ? { step } : {}) },
    ],
  }
}
