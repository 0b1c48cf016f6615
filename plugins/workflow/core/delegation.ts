import type { WorkflowDefinition } from './definition.ts'
import { type Person, sitsAt } from './groups.ts'
import { AUTHORITY, CAPACITIES, type Capacity } from './powers.ts'
import { type Refusal, refusal } from './refusal.ts'
import { writtenText } from './writtenText.ts'

/** What one person hands to another, for how long, and by which document. */
export interface Delegation {
  /** Ids of people. */
  from: string
  to: string
  /** Names of approving steps, or `AUTHORITY` for everything that the person decides. */
  steps: string[]
  /** Slugs of the collections it is for; empty for all. */
  collections: string[]
  /** From this instant, ISO 8601, UTC. */
  validFrom: string
  /** Until before this instant, ISO 8601, UTC. */
  validTo: string
  /** Number of the document that says so. */
  authority: string
  capacity: Capacity
}

/** A delegation lasts a year at most: whoever forgets to end it hands nothing over for ever. */
const LONGEST_MS = 366 * 24 * 3_600_000

const invalid = (path: string, vi: string, en: string): Refusal =>
  refusal('WORKFLOW_DELEGATION_INVALID', vi, en, { fields: [{ path, message: { vi, en } }] })

/** Whether a person may decide what a name stands for, in their own right. */
const holds = (person: Person, name: string, definitions: readonly WorkflowDefinition[]): boolean =>
  definitions.some(({ authority, steps }) =>
    name === AUTHORITY
      ? person.role === authority
      : steps.some((step) => step.name === name && step.kind === 'approve' && sitsAt(person, step)),
  )

/** What a person could hand over: names of approving steps, and `AUTHORITY`. */
export const handable = (person: Person, definitions: readonly WorkflowDefinition[]): string[] =>
  [AUTHORITY, ...new Set(definitions.flatMap(({ steps }) => steps.map(({ name }) => name)))].filter((name) =>
    holds(person, name, definitions),
  )

const overlap = (one: Delegation, other: Delegation): boolean =>
  one.validFrom < other.validTo && other.validFrom < one.validTo

/** Whether delegations that hold at the same time lead from one person back to another. */
const leadsBack = (wanted: Delegation, others: readonly Delegation[]): boolean => {
  const reached = new Set([wanted.to])
  for (const person of reached)
    for (const other of others) if (other.from === person && overlap(other, wanted)) reached.add(other.to)
  return reached.has(wanted.from)
}

/**
 * Why a delegation cannot be made; `undefined` when it can. Pure.
 *
 * @param args.to the person who would receive it; `undefined` when they do not work here any more
 * @param args.others delegations that have not ended
 * @param args.now ISO 8601, UTC
 */
export const delegationFault = (args: {
  wanted: Delegation
  from: Person
  to: Person | undefined
  others: readonly Delegation[]
  definitions: readonly WorkflowDefinition[]
  now: string
}): Refusal | undefined => {
  const { wanted, from, to, others, definitions, now } = args
  if (!to) return invalid('to', 'Xin chọn người nhận ủy quyền đang làm việc.', 'Choose somebody who works here.')
  if (wanted.to === wanted.from)
    return invalid(
      'to',
      'Không ủy quyền cho chính mình được; xin chọn người khác.',
      'Choose somebody else than yourself.',
    )
  if (!wanted.steps.length)
    return invalid('steps', 'Xin chọn ít nhất một việc để ủy quyền.', 'Choose at least one thing to hand over.')
  if (!wanted.steps.every((name) => holds(from, name, definitions)))
    return invalid(
      'steps',
      'Chỉ ủy quyền được việc thuộc nhiệm vụ của chính bạn; xin bỏ chọn việc khác.',
      'You can only hand over what you decide yourself; deselect the rest.',
    )
  if (!CAPACITIES.includes(wanted.capacity))
    return invalid('capacity', 'Xin chọn tư cách ký: KT., TL., TUQ. hoặc Q.', 'Choose how the delegate signs.')
  if (!writtenText(wanted.authority))
    return invalid('authority', 'Xin ghi số văn bản làm căn cứ ủy quyền.', 'Name the document by which you delegate.')
  if (!(wanted.validFrom < wanted.validTo))
    return invalid('validTo', 'Thời điểm kết thúc phải sau thời điểm bắt đầu.', 'It must end after it begins.')
  if (wanted.validTo <= now)
    return invalid('validTo', 'Thời điểm kết thúc đã qua; xin chọn thời điểm sau.', 'It would have ended already.')
  if (Date.parse(wanted.validTo) - Date.parse(wanted.validFrom) > LONGEST_MS)
    return invalid(
      'validTo',
      'Mỗi lần ủy quyền không quá một năm; xin chọn ngày sớm hơn.',
      'It may last a year at most.',
    )
  return leadsBack(wanted, others)
    ? invalid(
        'to',
        'Người này đang ủy quyền cho bạn trong thời gian đó, nên ủy quyền sẽ thành vòng; xin chọn người khác.',
        'This person delegates to you in that time, so power would go in a circle; choose somebody else.',
      )
    : undefined
}
