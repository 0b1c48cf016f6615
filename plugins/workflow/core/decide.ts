import { type Step, stepWithoutApprovers, type Text, type WorkflowDefinition } from './definition.ts'
import type { Actor, Frozen, WorkflowEvent } from './events.ts'
import { type ContentFault, type Refusal, refusal } from './refusal.ts'
import { currentStep, type DefinitionLookup, type Run, type WorkflowState } from './state.ts'

export const ACTIONS = ['submit', 'recall', 'approve', 'return', 'refuse', 'publish', 'withdraw'] as const
export type Action = (typeof ACTIONS)[number]

export interface Command {
  action: Action
  by: Actor
  /** ISO 8601, UTC. */
  at: string
  /** The stream's last `seq` that the person saw; 0 before the first event. */
  expected?: number
  reason?: string
  comment?: string
  changeNote?: string
}

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
  /** The address the approved content would have; needed when an action publishes. */
  address?: { slug: string; url: string }
}

export type Decision = { events: WorkflowEvent[] } | { refusal: Refusal }

const REASONED = new Set<Action>(['return', 'refuse', 'withdraw'])

const wrongState = (vi: string, en: string) => refusal('WORKFLOW_WRONG_STATE', vi, en)

const notYours = (step: Step): Refusal =>
  refusal(
    'WORKFLOW_NOT_YOUR_STEP',
    `Bước “${step.title.vi}” do người khác giải quyết; xin chờ hoặc liên hệ người được giao bước này.`,
    `The step “${step.title.en}” is somebody else's; wait, or ask the people in charge of it.`,
  )

/** Separation of duties: nobody approves what they wrote, and nobody clears two approving steps of one round. */
const conflict = (run: Run, actor: Actor): Refusal | undefined => {
  if (run.contributors.includes(actor.id))
    return refusal(
      'WORKFLOW_CONFLICT_OF_DUTY',
      'Bạn đã tham gia soạn văn bản này nên không thể duyệt; xin để người khác duyệt.',
      'You contributed to this text, so you cannot approve it; ask another approver.',
    )
  if (run.approvals.some((one) => one.actor === actor.id))
    return refusal(
      'WORKFLOW_CONFLICT_OF_DUTY',
      'Bạn đã duyệt văn bản này ở vòng này; bước tiếp theo phải do người khác duyệt.',
      'You have approved this text in this round already; another person must take the next approval.',
    )
  return undefined
}

/**
 * Whether a person may take an action on a document as it stands, before anything is known of what they typed.
 *
 * @returns why not, or `undefined`
 */
export const permit = (state: WorkflowState, action: Action, actor: Actor, context: Context): Refusal | undefined => {
  const { run } = state
  const step = currentStep(state, context.definitions)
  const authority = (definition: WorkflowDefinition, what: Text) =>
    actor.role === definition.authority
      ? undefined
      : refusal(
          'FORBIDDEN',
          `Chỉ lãnh đạo ban biên tập được ${what.vi}.`,
          `Only the heads of the editorial board may ${what.en}.`,
        )
  switch (action) {
    case 'submit':
      if (run)
        return wrongState(
          'Văn bản đang được trình duyệt; xin thu hồi trước khi trình lại.',
          'The text is under review; recall it before you submit it again.',
        )
      if (!context.current.definition.authors.includes(actor.role) || !context.mayEdit)
        return refusal(
          'FORBIDDEN',
          'Bạn không có quyền trình văn bản này; xin nhờ người soạn.',
          'You may not submit this text; ask its author.',
        )
      return undefined
    case 'recall':
      if (!run)
        return wrongState(
          'Văn bản không ở trong vòng duyệt nào để thu hồi.',
          'The text is not under review, so there is nothing to recall.',
        )
      if (run.submitter !== actor.id)
        return refusal(
          'FORBIDDEN',
          'Chỉ người đã trình được thu hồi văn bản.',
          'Only the person who submitted the text may recall it.',
        )
      if (run.decided)
        return wrongState(
          'Đã có người giải quyết văn bản này; xin đề nghị họ trả lại.',
          'Somebody has decided on this text already; ask them to return it.',
        )
      return undefined
    case 'approve':
    case 'return':
    case 'refuse':
      if (!run || !step)
        return wrongState('Văn bản không chờ ai duyệt lúc này.', 'The text is not waiting for a decision now.')
      if (step.by.role !== actor.role) return notYours(step)
      return action === 'approve' && step.kind === 'approve' ? conflict(run, actor) : undefined
    case 'publish':
      if (!run || step)
        return wrongState(
          'Văn bản chưa được duyệt xong nên chưa công bố được.',
          'The text is not fully approved yet, so it cannot be published.',
        )
      return authority(context.definitions(run.definition), {
        vi: 'công bố văn bản đã duyệt',
        en: 'publish an approved text',
      })
    case 'withdraw':
      if (!state.live)
        return wrongState(
          'Văn bản không ở trạng thái công bố nên không có gì để rút.',
          'The text is not public, so there is nothing to withdraw.',
        )
      return authority(context.current.definition, { vi: 'rút văn bản đã công bố', en: 'withdraw a published text' })
  }
}

const contentFaults = (frozen: Context['frozen']): Refusal | undefined =>
  frozen?.faults.length
    ? refusal(
        'CONTENT_INVALID',
        'Văn bản chưa đủ nội dung; xin bổ sung các mục được nêu.',
        'The text is not complete; fill in the fields named.',
        {
          fields: frozen.faults,
        },
      )
    : undefined

/**
 * The rules of the workflow: what happens when a person takes an action on a document, or why it does not.
 * Pure: everything it needs is in its arguments.
 */
export const decide = (state: WorkflowState, command: Command, context: Context): Decision => {
  const { by, at, reason, comment } = command
  const base = { by, at, ...(comment?.trim() ? { comment: comment.trim() } : {}) }
  if (command.expected === undefined)
    return {
      refusal: refusal(
        'WORKFLOW_EXPECTED_MISSING',
        'Thiếu trạng thái đã xem; xin tải lại trang rồi làm lại.',
        'The state you decided on is missing: send `expected`, the last `seq` you saw.',
      ),
    }
  if (command.expected !== state.seq)
    return {
      refusal: refusal(
        'WORKFLOW_STALE',
        'Văn bản vừa có thay đổi; xin xem lại rồi quyết định.',
        'Something happened to this text meanwhile; look again, then decide.',
        { seq: state.seq },
      ),
    }
  const refused = permit(state, command.action, by, context)
  if (refused) return { refusal: refused }
  const why = reason?.trim() ?? ''
  if (REASONED.has(command.action) && !why)
    return {
      refusal: refusal(
        'WORKFLOW_REASON_MISSING',
        'Xin ghi lý do để người soạn biết cần làm gì.',
        'Say why, so that the author knows what to do.',
      ),
    }

  const { run } = state
  switch (command.action) {
    case 'submit':
      return submit(state, base, context)
    case 'recall':
      return { events: [{ ...base, type: 'recalled' }] }
    case 'approve': {
      const step = currentStep(state, context.definitions)!
      if (step.kind === 'edit') {
        const faults = contentFaults(context.frozen)
        if (faults) return { refusal: faults }
        const { faults: _, ...frozen } = context.frozen!
        return { events: [{ ...base, type: 'passed', step: step.name, ...frozen }] }
      }
      const definition = context.definitions(run!.definition)
      const had = run!.approvals.filter((one) => one.step === step.name).length
      const final = run!.step === definition.steps.length - 1 && had + 1 >= (step.quorum ?? 1)
      return { events: [{ ...base, type: 'approved', step: step.name, contentHash: run!.contentHash, final }] }
    }
    case 'return': {
      const step = currentStep(state, context.definitions)!
      return { events: [{ ...base, type: 'returned', step: step.name, to: step.returnTo ?? 'author', reason: why }] }
    }
    case 'refuse':
      return {
        events: [{ ...base, type: 'refused', step: currentStep(state, context.definitions)!.name, reason: why }],
      }
    case 'publish':
      return { events: [published(state, base, context, command.changeNote)] }
    case 'withdraw':
      return { events: [{ ...base, type: 'withdrawn', edition: state.edition, reason: why }] }
  }
}

const submit = (
  state: WorkflowState,
  base: Pick<WorkflowEvent, 'by' | 'at' | 'comment'>,
  context: Context,
): Decision => {
  const faults = contentFaults(context.frozen)
  if (faults) return { refusal: faults }
  const { faults: _, ...frozen } = context.frozen!
  if (state.live && state.lastPublished?.contentHash === frozen.contentHash)
    return {
      refusal: wrongState(
        'Văn bản không khác bản đang công bố nên không cần trình duyệt.',
        'The text equals the edition in force, so there is nothing to approve.',
      ),
    }
  const { definition, hash } = context.current
  const empty = stepWithoutApprovers(definition, (role) =>
    (context.people?.(role) ?? []).filter((person) => !frozen.contributors.includes(person)),
  )
  if (empty)
    return {
      refusal: refusal(
        'WORKFLOW_NO_APPROVER',
        `Không còn ai đủ điều kiện duyệt bước “${empty.title.vi}”; xin báo quản trị viên.`,
        `Nobody eligible remains for the step “${empty.title.en}”; tell the administrator.`,
      ),
    }
  return { events: [{ ...base, type: 'submitted', round: state.rounds + 1, definition: hash, ...frozen }] }
}

const published = (
  state: WorkflowState,
  base: Pick<WorkflowEvent, 'by' | 'at' | 'comment'>,
  context: Context,
  changeNote?: string,
): WorkflowEvent => ({
  ...base,
  type: 'published',
  contentHash: state.run!.contentHash,
  edition: state.edition + 1,
  ...context.address!,
  ...(changeNote?.trim() ? { changeNote: changeNote.trim() } : {}),
})

/**
 * The publication that follows by itself when every step is cleared and the definition does not hold it, in the name
 * of the person whose approval was the last.
 *
 * @returns the event, or `undefined` when nothing follows
 */
export const publicationDue = (
  state: WorkflowState,
  context: Pick<Context, 'definitions' | 'address'>,
  last: Pick<WorkflowEvent, 'by' | 'at'>,
): WorkflowEvent | undefined => {
  const { run } = state
  if (!run) return undefined
  const definition = context.definitions(run.definition)
  if (run.step < definition.steps.length || definition.onApproved !== 'publish') return undefined
  return published(state, { by: last.by, at: last.at }, context as Context)
}

/**
 * Whether the working copy may be changed by this person as far as the workflow goes: in a draft by those who may
 * edit, in an `edit` step by its actors, in an `approve` step or once approved by nobody.
 */
export const mayChange = (state: WorkflowState, role: string, definitions: DefinitionLookup): boolean => {
  if (!state.run) return true
  const step = currentStep(state, definitions)
  return step?.kind === 'edit' && step.by.role === role
}
