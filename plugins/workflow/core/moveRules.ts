import type { Context } from './context.ts'
import type { Step, WorkflowDefinition } from './definition.ts'
import { type NamedPart, stepWithoutApprovers } from './groups.ts'
import { type Refusal, refusal, wrongState } from './refusal.ts'
import { type Approval, openParts, type Run, type WorkflowState } from './state.ts'

/** A step with what is still to be approved there; nothing for one that is cleared. */
const stillOpen = (approvals: readonly Approval[], step: Step): Step[] => {
  const given = ({ name }: NamedPart) =>
    approvals.filter((one) => one.step === step.name && (one.group ?? '') === name).length
  const [first, ...others] = openParts(approvals, step).map((part) => ({
    ...part,
    quorum: part.quorum === 'all' ? part.quorum : part.quorum - given(part),
  }))
  return first ? [{ ...step, by: first.by, quorum: first.quorum, parallel: others }] : []
}

/** The rules about moving a run to another definition. Part of `rules`. */
export const moveRules = {
  onItsWay: ({ run }: WorkflowState): Refusal | undefined =>
    run
      ? undefined
      : wrongState(
          'Văn bản không ở trong vòng duyệt nào nên không có quy trình để chuyển.',
          'The text is not under review, so there is no workflow to move it from.',
        ),

  /** `undefined` in the context: nothing tells of another definition. */
  definitionChanged: ({ run }: WorkflowState, { inForce }: Pick<Context, 'inForce'>): Refusal | undefined =>
    inForce && run?.definition !== inForce.hash
      ? undefined
      : wrongState('Văn bản đang theo đúng quy trình hiện hành.', 'The text follows the workflow in force.'),

  /** Like `approversLeft`, for the steps that a run has still before it; whoever approved one takes no other. */
  approversLeftAhead: (
    { step, approvals, contributors }: Run,
    definition: WorkflowDefinition,
    people: Context['people'],
  ): Refusal | undefined => {
    const ahead = { ...definition, steps: definition.steps.slice(step).flatMap((one) => stillOpen(approvals, one)) }
    const done = new Set([
      ...contributors,
      ...approvals.flatMap(({ actor, onBehalfOf = actor }) => [actor, onBehalfOf]),
    ])
    const empty = stepWithoutApprovers(ahead, (group) => (people?.(group) ?? []).filter((person) => !done.has(person)))
    return (
      empty &&
      refusal(
        'WORKFLOW_NO_APPROVER',
        `Theo quy trình hiện hành không còn ai đủ điều kiện duyệt bước “${empty.title.vi}”; xin báo quản trị viên.`,
        `Under the workflow in force nobody eligible remains for the step “${empty.title.en}”; tell the administrator.`,
      )
    )
  },
}
