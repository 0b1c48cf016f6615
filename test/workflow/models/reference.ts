/**
 * A second, simple implementation of the workflow's rules, written from their description and not from the code: the
 * result of a request, or every rule that it breaks. It shares only the shape of a definition with the workflow's core.
 */
import type { WorkflowDefinition } from '../../../plugins/workflow/index.ts'

export interface Someone {
  id: string
  role: string
}

/** A frozen text: its hash, its contributors, and whether anything prevents its publication. */
export interface TextNow {
  hash: string
  writers: string[]
  faulty: boolean
}

export interface Request {
  action: string
  by: Someone
  now: string
  /** The last event they saw. */
  expected?: number
  reason?: string
  note?: string
  at?: string
  /** The current working copy. */
  text: TextNow
  /** Whether the portal's own rules let them write this document. */
  mayEdit: boolean
  /** The active people. */
  staff: readonly Someone[]
}

/** One round of approval. */
interface Round {
  definition: WorkflowDefinition
  waitsAt: number
  hash: string
  writers: string[]
  submitter: string
  /** Who approved which step. */
  approved: { step: string; by: string }[]
  /** Whether anyone has decided yet. */
  begun: boolean
  time?: string
  note?: string
}

export interface Machine {
  /** Number of events. */
  happened: number
  rounds: number
  round?: Round
  /** The edition that is shown, and until when. */
  shown?: { hash: string; until?: string }
  edition: number
  ended?: 'withdrawn' | 'expired'
  /** The change note of the newest edition. */
  lastNote?: string
}

export const NEW: Machine = { happened: 0, rounds: 0, edition: 0 }
export type Outcome = { after: Machine } | { broken: Set<string> }

/** Until when a text is shown, according to its own fields. */
export type EndOf = (hash: string) => string | undefined

const TWO_YEARS_MS = 2 * 366 * 24 * 3_600_000
const words = (text: string | undefined) => (text ?? '').trim().normalize('NFC')

const stepOf = (round: Round | undefined) => round?.definition.steps[round.waitsAt]
const isCleared = (round: Round) => round.waitsAt >= round.definition.steps.length
const quorumOf = (step: { quorum?: number }) => step.quorum ?? 1
const approvalsOf = (round: Round, step: string) => round.approved.filter((one) => one.step === step).length

/** Whether one more approval is the last one required. */
export const endsWithThis = (round: Round): boolean => {
  const step = stepOf(round)
  return (
    step?.kind === 'approve' &&
    round.waitsAt === round.definition.steps.length - 1 &&
    approvalsOf(round, step.name) + 1 >= quorumOf(step)
  )
}

/** Whether a different non-contributor is available for every approval, found by backtracking. */
const canBeApproved = (definition: WorkflowDefinition, staff: readonly Someone[], writers: string[]): boolean => {
  const roles = definition.steps
    .filter(({ kind }) => kind === 'approve')
    .flatMap((step) => Array.from({ length: quorumOf(step) }, () => step.by.role))
  const seat = (index: number, taken: string[]): boolean =>
    index === roles.length ||
    staff.some(
      ({ id, role }) =>
        role === roles[index] && !writers.includes(id) && !taken.includes(id) && seat(index + 1, [...taken, id]),
    )
  return seat(0, [])
}

const badTime = (at: string | undefined, now: string): boolean => {
  const instant = Date.parse(at ?? '')
  return Number.isNaN(instant) || instant <= Date.parse(now) || instant > Date.parse(now) + TWO_YEARS_MS
}

/** Publishes the text of a round as the new edition. */
const publish = (machine: Machine, round: Round, endOf: EndOf, note?: string): Machine => ({
  ...machine,
  happened: machine.happened + 1,
  round: undefined,
  edition: machine.edition + 1,
  shown: { hash: round.hash, until: endOf(round.hash) },
  ended: undefined,
  lastNote: note || round.note,
})

/** The automatic events up to an instant. */
export const passTime = (machine: Machine, now: string, endOf: EndOf): Machine => {
  const { round, shown } = machine
  if (round && isCleared(round) && round.time && round.time <= now)
    return passTime(publish(machine, round, endOf), now, endOf)
  if (shown?.until && shown.until <= now)
    return passTime({ ...machine, happened: machine.happened + 1, shown: undefined, ended: 'expired' }, now, endOf)
  return machine
}

/** Every rule that a request breaks. */
const brokenBy = (machine: Machine, request: Request, newDefinition: WorkflowDefinition, endOf: EndOf): Set<string> => {
  const { round, shown } = machine
  const { action, by, now, expected, at, text } = request
  const step = stepOf(round)
  const broken = new Set<string>()
  const rule = (code: string, holds: boolean) => {
    if (!holds) broken.add(code)
  }
  const WRONG = 'WORKFLOW_WRONG_STATE'
  const authority = (definition: WorkflowDefinition) => rule('FORBIDDEN', by.role === definition.authority)
  rule('WORKFLOW_EXPECTED_MISSING', expected !== undefined)
  rule('WORKFLOW_STALE', expected === undefined || expected === machine.happened)
  const deciding = () => {
    rule(WRONG, step !== undefined)
    if (!step) return
    rule('WORKFLOW_NOT_YOUR_STEP', step.by.role === by.role)
    if (action === 'return' || action === 'refuse' || step.kind === 'edit') return
    rule('WORKFLOW_CONFLICT_OF_DUTY', !round!.writers.includes(by.id))
    rule('WORKFLOW_CONFLICT_OF_DUTY', !round!.approved.some((one) => one.by === by.id))
  }
  const timed = action === 'schedule' || (action === 'approve' && at !== undefined)
  if (timed) rule('CONTENT_INVALID', !badTime(at, now))
  /** A text must still be shown at the moment in which it becomes public. */
  const lasts = () => {
    const instant = Date.parse((timed ? at : undefined) ?? now)
    const until = round && endOf(round.hash)
    rule('CONTENT_INVALID', !until || Number.isNaN(instant) || Date.parse(until) > instant)
  }
  if ((action === 'approve' || action === 'schedule') && round && endsWithThis(round)) lasts()
  if ((action === 'publish' || action === 'schedule') && round && isCleared(round)) lasts()
  if (['return', 'refuse', 'withdraw'].includes(action)) rule('WORKFLOW_REASON_MISSING', words(request.reason) !== '')
  switch (action) {
    case 'submit':
      rule(WRONG, round === undefined)
      rule('FORBIDDEN', newDefinition.authors.includes(by.role) && request.mayEdit)
      rule('CONTENT_INVALID', !text.faulty)
      rule(WRONG, shown?.hash !== text.hash)
      rule('WORKFLOW_NO_APPROVER', canBeApproved(newDefinition, request.staff, text.writers))
      break
    case 'recall':
      rule(WRONG, round !== undefined && !round.begun)
      rule('FORBIDDEN', round === undefined || round.submitter === by.id)
      break
    case 'refuse':
    case 'approve':
      deciding()
      rule(WRONG, !timed || (round !== undefined && endsWithThis(round)))
      if (action === 'approve' && step?.kind === 'edit') rule('CONTENT_INVALID', !text.faulty)
      break
    case 'return':
      if (round && isCleared(round) && !round.time) authority(round.definition)
      else deciding()
      break
    case 'schedule':
      if (round && isCleared(round)) authority(round.definition)
      else {
        deciding()
        rule(WRONG, round !== undefined && endsWithThis(round))
      }
      break
    case 'unschedule':
      rule(WRONG, round?.time !== undefined)
      if (round) authority(round.definition)
      break
    case 'publish':
      rule(WRONG, round !== undefined && isCleared(round))
      if (round) authority(round.definition)
      break
    case 'withdraw':
      rule(WRONG, shown !== undefined)
      authority(newDefinition)
      break
  }
  return broken
}

const moved = (machine: Machine, round: Round | undefined): Machine => ({
  ...machine,
  happened: machine.happened + 1,
  round,
})

const passOn = (round: Round, text: TextNow, note: string | undefined): Round => {
  const changed = text.hash !== round.hash
  const firstApproval = round.definition.steps.findIndex(({ kind }) => kind === 'approve')
  return {
    ...round,
    hash: text.hash,
    writers: text.writers,
    begun: true,
    note: note || round.note,
    // Approvals bind to a text. A different text has none, so everyone who approved is asked again.
    approved: changed ? [] : round.approved,
    waitsAt: changed && round.approved.length ? firstApproval : round.waitsAt + 1,
  }
}

const approveOnce = (machine: Machine, round: Round, request: Request, endOf: EndOf): Machine => {
  const step = stepOf(round)!
  const note = words(request.note) || round.note
  const ends = endsWithThis(round)
  const approved = [...round.approved, { step: step.name, by: request.by.id }]
  const done = approved.filter((one) => one.step === step.name).length >= quorumOf(step)
  const time = ends && request.at !== undefined ? new Date(request.at).toISOString() : undefined
  const after: Round = { ...round, approved, begun: true, waitsAt: round.waitsAt + (done ? 1 : 0), time, note }
  const next = moved(machine, after)
  return isCleared(after) && !time && after.definition.onApproved === 'publish' ? publish(next, after, endOf) : next
}

const returned = (machine: Machine, round: Round): Machine => {
  const to = stepOf(round)?.returnTo ?? 'author'
  if (to === 'author') return moved(machine, undefined)
  const waitsAt = round.definition.steps.findIndex(({ name }) => name === to)
  const before = new Set(round.definition.steps.slice(0, waitsAt).map(({ name }) => name))
  return moved(machine, {
    ...round,
    waitsAt,
    begun: true,
    approved: round.approved.filter(({ step }) => before.has(step)),
  })
}

/** The result of a request. */
export const answerTo = (
  machine: Machine,
  request: Request,
  newDefinition: WorkflowDefinition,
  endOf: EndOf,
): Outcome => {
  const broken = brokenBy(machine, request, newDefinition, endOf)
  if (broken.size) return { broken }
  const { round } = machine
  const { action, text, note, by } = request
  switch (action) {
    case 'submit':
      return {
        after: {
          ...moved(machine, {
            definition: newDefinition,
            waitsAt: 0,
            hash: text.hash,
            writers: text.writers,
            submitter: by.id,
            approved: [],
            begun: false,
            note: words(note) || undefined,
          }),
          rounds: machine.rounds + 1,
        },
      }
    case 'recall':
    case 'refuse':
      return { after: moved(machine, undefined) }
    case 'return':
      return { after: returned(machine, round!) }
    case 'schedule':
    case 'approve': {
      const step = stepOf(round)
      if (!step) return { after: moved(machine, { ...round!, time: new Date(request.at!).toISOString() }) }
      return {
        after:
          step.kind === 'edit'
            ? moved(machine, passOn(round!, text, words(note)))
            : approveOnce(machine, round!, request, endOf),
      }
    }
    case 'unschedule':
      return { after: moved(machine, { ...round!, time: undefined }) }
    case 'publish':
      return { after: publish(machine, round!, endOf, words(note)) }
    default:
      return { after: { ...moved(machine, round), shown: undefined, ended: 'withdrawn' } }
  }
}

/** The state of a document in the words shown to people. */
export const wordOf = ({ round, shown, ended }: Machine): string => {
  if (round && !isCleared(round)) return 'in_review'
  if (round) return round.time ? 'scheduled' : 'approved'
  return shown ? 'published' : (ended ?? 'draft')
}
