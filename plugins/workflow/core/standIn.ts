import type { Context } from './context.ts'
import { type Action, permit } from './permit.ts'
import type { Acting, Handed } from './powers.ts'
import { type Refusal, refusal } from './refusal.ts'
import type { WorkflowState } from './state.ts'

/** Refusals that say that this is somebody else's to decide. */
const OTHERS: ReadonlySet<Refusal['code']> = new Set<Refusal['code']>(['FORBIDDEN', 'WORKFLOW_NOT_YOUR_STEP'])

/** Whether a refusal says that a person has not the standing for an action. */
export const lacksStanding = ({ code }: Refusal): boolean => OTHERS.has(code)

const unusable = (vi: string, en: string): Refusal => refusal('WORKFLOW_DELEGATION_INVALID', vi, en)

/** Delegations with which a person may take an action that is not theirs to take. */
export const fittingDelegations = (args: {
  state: WorkflowState
  action: Action
  person: Acting
  handed: readonly Handed[]
  context: Context
}): Handed[] => {
  const { state, action, person, handed, context } = args
  return handed.filter((one) => !permit(state, action, { ...person, handed: one }, context))
}

/**
 * In whose right a person takes an action: their own where it suffices, otherwise that of the one delegation that does,
 * or of the one they name. Pure.
 *
 * @param args.handed the delegations to this person that are valid now
 * @param args.as id of the delegation to be used
 * @returns the person as they act, or the refusal
 */
export const standIn = (args: {
  state: WorkflowState
  action: Action
  person: Acting
  handed: readonly Handed[]
  as?: string
  context: Context
}): { acting: Acting } | { refusal: Refusal } => {
  const { state, action, person, handed, as, context } = args
  if (as !== undefined) {
    const named = handed.find(({ delegation }) => delegation === as)
    if (!named)
      return {
        refusal: unusable(
          'Ủy quyền này không còn hiệu lực hoặc không phải cho bạn; xin chọn ủy quyền khác, hoặc làm theo nhiệm vụ của mình.',
          'This delegation is not valid now, or not yours; choose another one, or act in your own right.',
        ),
      }
    const acting = { ...person, handed: named }
    const refused = permit(state, action, acting, context)
    return refused && lacksStanding(refused)
      ? {
          refusal: unusable(
            `Ủy quyền của ${named.from.name} không bao gồm việc này; xin nhờ người có thẩm quyền.`,
            `The delegation by ${named.from.name} does not cover this; ask somebody who may decide.`,
          ),
        }
      : { acting }
  }
  const own = permit(state, action, person, context)
  if (!own || !lacksStanding(own)) return { acting: person }
  const fitting = fittingDelegations({ state, action, person, handed, context })
  if (fitting.length > 1)
    return {
      refusal: unusable(
        `Bạn được ${fitting.map(({ from }) => from.name).join(', ')} ủy quyền; xin chọn ký thay ai.`,
        `${fitting.map(({ from }) => from.name).join(', ')} delegated to you; choose in whose place you act.`,
      ),
    }
  if (fitting[0]) return { acting: { ...person, handed: fitting[0] } }
  // A conflict that is inherited tells more than that the step is somebody else's.
  const inherited = handed
    .map((one) => permit(state, action, { ...person, handed: one }, context))
    .find((refused) => refused && !lacksStanding(refused))
  return { refusal: inherited ?? own }
}
