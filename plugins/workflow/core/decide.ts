import { hasWords, normalise } from '../../../lib/text/normalise.ts'
import type { Context } from './context.ts'
import { stepWithoutApprovers } from './definition.ts'
import type { Actor, StoredEvent, WorkflowEvent } from './events.ts'
import { type Action, permit } from './permit.ts'
import { type Refusal, refusal, wrongState } from './refusal.ts'
import { instantFault, publicationDue, published } from './schedule.ts'
import { currentStep, type DefinitionLookup, evolve, isFinal, type WorkflowState } from './state.ts'

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
  /** Instant to publish at, ISO 8601 with its zone: for `schedule`, and for the approval that is the last. */
  publishAt?: string
}

export type Decision = { events: WorkflowEvent[] } | { refusal: Refusal }

const REASONED = new Set<Action>(['return', 'refuse', 'withdraw'])

/** What a person said; empty when there is not a word in it. */
const said = (text: string | undefined): string => {
  const tidy = normalise(text ?? '')
  return hasWords(tidy) ? tidy : ''
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
 * The rules of the workflow: what happens when a person takes an action on a document, or why it does not. What the
 * action brings about at once is part of the decision, in order.
 * Pure: everything it needs is in its arguments.
 */
export const decide = (state: WorkflowState, command: Command, context: Context): Decision => {
  const { by, at } = command
  const comment = said(command.comment)
  const base = { by, at, ...(comment ? { comment } : {}) }
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
  const why = said(command.reason)
  if (REASONED.has(command.action) && !why) return { refusal: reasonMissing(command.action) }

  const { run } = state
  switch (command.action) {
    case 'submit':
      return submit(state, base, command, context)
    case 'recall':
      return { events: [{ ...base, type: 'recalled' }] }
    case 'approve':
      return approve(state, base, command, context)
    case 'schedule':
      return currentStep(state, context.definitions)
        ? approve(state, base, command, context)
        : schedule(state, base, command)
    case 'unschedule':
      return { events: [{ ...base, type: 'unscheduled' }] }
    case 'return': {
      const step = currentStep(state, context.definitions)
      // What every step approved and nobody published goes back to the author.
      const { name, returnTo = 'author' } = step ?? { name: context.definitions(run!.definition).steps.at(-1)!.name }
      return { events: [{ ...base, type: 'returned', step: name, to: returnTo, reason: why }] }
    }
    case 'refuse':
      return {
        events: [{ ...base, type: 'refused', step: currentStep(state, context.definitions)!.name, reason: why }],
      }
    case 'publish':
      return { events: [published(state, base, context.address!, said(command.changeNote))] }
    case 'withdraw':
      return { events: [{ ...base, type: 'withdrawn', edition: state.edition, reason: why }] }
  }
}

type Base = Pick<WorkflowEvent, 'by' | 'at' | 'comment'>

const reasonMissing = (action: Action): Refusal =>
  action === 'withdraw'
    ? refusal(
        'WORKFLOW_REASON_MISSING',
        'Xin ghi lý do rút; người đọc sẽ thấy lý do này.',
        'Say why it is withdrawn; readers will see it.',
      )
    : refusal(
        'WORKFLOW_REASON_MISSING',
        'Xin ghi lý do để người soạn biết cần làm gì.',
        'Say why, so that the author knows what to do.',
      )

/** What changed since the edition in force, as far as this person says it. */
const noted = ({ changeNote }: Command) => (said(changeNote) ? { changeNote: said(changeNote) } : {})

const approve = (state: WorkflowState, base: Base, command: Command, context: Context): Decision => {
  const step = currentStep(state, context.definitions)!
  const final = isFinal(state, context.definitions)
  const timed = command.action === 'schedule' || command.publishAt !== undefined
  if (timed && !final) return { refusal: notLast() }
  const late = timed ? instantFault(command.publishAt, base.at) : undefined
  if (late) return { refusal: late }
  if (step.kind === 'edit') {
    const faults = contentFaults(context.frozen)
    if (faults) return { refusal: faults }
    const { faults: _, ...frozen } = context.frozen!
    return { events: [{ ...base, type: 'passed', step: step.name, ...frozen, ...noted(command) }] }
  }
  const { contentHash } = state.run!
  const publishAt = timed ? { publishAt: new Date(command.publishAt!).toISOString() } : {}
  const approved: WorkflowEvent = {
    ...base,
    type: 'approved',
    step: step.name,
    contentHash,
    final,
    ...publishAt,
    ...noted(command),
  }
  return { events: [approved, ...atOnce(state, approved, context)] }
}

/**
 * The publication that an approval brings about by itself: the very event that is written later, should a crash come
 * between the two.
 */
const atOnce = (state: WorkflowState, approved: WorkflowEvent, context: Context): WorkflowEvent[] => {
  const stored = { ...approved, seq: state.seq + 1, hash: '' } as StoredEvent
  const after = evolve(state, stored, context.definitions)
  const due = publicationDue(after, context.definitions, stored, approved.at)
  return due ? [published(after, due, context.address!)] : []
}

const notLast = (): Refusal =>
  wrongState(
    'Chỉ hẹn được giờ công bố ở lần duyệt cuối cùng; xin duyệt trước, không kèm thời điểm.',
    'Only the last approval can set a time; approve without one.',
  )

const schedule = (state: WorkflowState, base: Base, command: Command): Decision => {
  const late = instantFault(command.publishAt, base.at)
  if (late) return { refusal: late }
  const publishAt = new Date(command.publishAt!).toISOString()
  return { events: [{ ...base, type: 'scheduled', contentHash: state.run!.contentHash, publishAt }] }
}

const submit = (state: WorkflowState, base: Base, command: Command, context: Context): Decision => {
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
  const round = state.rounds + 1
  return { events: [{ ...base, type: 'submitted', round, definition: hash, ...frozen, ...noted(command) }] }
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
