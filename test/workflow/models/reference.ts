/**
 * A second, simple implementation of the workflow's rules, written from their description and not from the code: the
 * result of a request, or every rule that it breaks. It shares only the shape of a definition with the workflow's core.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Step, WorkflowDefinition } from '../../../plugins/workflow/index.ts'

/** Whether two definitions say the same; made ones may lack a prototype, which says nothing. */
export const isSameDefinition = (one: WorkflowDefinition, other: WorkflowDefinition): boolean =>
  isDeepStrictEqual(structuredClone(one), structuredClone(other))

export interface Someone {
  id: string
  role: string
  unit?: string
}

/** A frozen text: its hash, its contributors, and whether anything prevents its publication. */
export interface TextNow {
  hash: string
  writers: string[]
  faulty: boolean
  /** The public fields in which it differs from any other text. */
  differsIn: string[]
}

export interface Request {
  action: string
  by: Someone
  /** In whose place they act, and what was handed to them: steps, or everything. */
  standsInFor?: { from: Someone; covers: string[] }
  /** What they ticked. */
  ticked: string[]
  now: string
  /** The last event they saw. */
  expected?: number
  reason?: string
  note?: string
  /** Of a correction: whether everybody is told. */
  major?: boolean
  /** What is live at the address to which the document shall lead: another document, itself, or nothing. */
  leads?: 'other' | 'own' | 'nothing'
  /** Which edition shall be erased. */
  edition?: number
  /** To whom the step shall be given. */
  to?: Someone
  /** Whether they are away. */
  toAway?: boolean
  /** Instant after an amount of working hours. */
  after: (hours: number) => string
  at?: string
  /** The current working copy. */
  text: TextNow
  /** Whether the portal's own rules let them write this document. */
  mayEdit: boolean
  /** The active people. */
  staff: readonly Someone[]
}

/** An approval: for which group of the step, in whose place, and whether it was the last of all of a group. */
export interface Approved {
  step: string
  by: string
  group: string
  instead?: string
  everyone?: boolean
}

/** One round of approval. */
interface Round {
  definition: WorkflowDefinition
  waitsAt: number
  hash: string
  /** Everything frozen in this round. */
  frozen: string[]
  writers: string[]
  submitter: string
  /** Who approved which step. */
  approved: Approved[]
  /** Whether anyone has decided yet. */
  begun: boolean
  time?: string
  note?: string
  corrects?: { major: boolean }
  /** When the text came to the step, and whether people were told that it is late. */
  arrived: string
  late?: boolean
  /** Who has taken the step, and until when. */
  taken?: { by: string; until: string }
}

/** Something that took effect at once and waits for a second person. */
interface Pending {
  what: 'publication' | 'withdrawal'
  by: string[]
  writers: string[]
  until: string
  gone?: string
  told: boolean
}

export interface Machine {
  /** Number of events. */
  happened: number
  /** How many of the last events only told people that they are late. */
  told: number
  rounds: number
  round?: Round
  /** The edition that is shown, and until when. */
  shown?: { hash: string; until?: string }
  edition: number
  ended?: 'withdrawn' | 'expired'
  endedBy?: string[]
  /** Whether its address leads to another document. */
  leadsOn?: boolean
  /** Text of the newest edition. */
  lastHash?: string
  pending?: Pending
  /** Who published the newest edition without approval, and who wrote it. */
  alone?: { by: string[]; writers: string[] }
  /** Everything frozen since the last edition. */
  since: string[]
  /** What was frozen on the way to each edition, its own text first. */
  made: { edition: number; texts: string[] }[]
  /** Who proposes to erase which edition. */
  condemned?: { by: string[]; edition: number }
  erased: string[]
  /** The change note of the newest edition. */
  lastNote?: string
}

export const NEW: Machine = { happened: 0, told: 0, rounds: 0, edition: 0, since: [], made: [], erased: [] }
export type Outcome = { after: Machine } | { broken: Set<string> }

/** Instant after an amount of working hours from another. */
export type Later = (from: string, hours: number) => string

/** Until when a text is shown, according to its own fields. */
export type EndOf = (hash: string) => string | undefined

const TWO_YEARS_MS = 2 * 366 * 24 * 3_600_000
const words = (text: string | undefined) => (text ?? '').trim().normalize('NFC')

const stepOf = (round: Round | undefined) => round?.definition.steps[round.waitsAt]
const isCleared = (round: Round) => round.waitsAt >= round.definition.steps.length
interface Side {
  name: string
  group: { role?: string; unit?: string }
  needs: number | 'all'
}

/** The groups that decide at a step. */
const sidesOf = ({ by, quorum, parallel }: Step): Side[] => {
  const sides: Side[] = [{ name: '', group: by, needs: quorum ?? 1 }]
  for (const side of parallel ?? []) sides.push({ name: side.name, group: side.by, needs: side.quorum ?? 1 })
  return sides
}
const isOf = (person: Someone, { group }: Side) =>
  (group.role ?? person.role) === person.role && (group.unit ?? person.unit) === person.unit

const isDone = (approved: readonly Approved[], step: Step, side: Side): boolean => {
  const votes = approved.filter((one) => one.step === step.name && one.group === side.name)
  return side.needs === 'all' ? votes.some(({ everyone }) => everyone) : votes.length >= side.needs
}
const isPassed = (approved: readonly Approved[], step: Step): boolean =>
  step.kind === 'approve' && sidesOf(step).every((side) => isDone(approved, step, side))

/** In whose seat somebody sits. */
const seatOf = ({ by, standsInFor }: Request): Someone => standsInFor?.from ?? by
const handedOver = ({ standsInFor }: Request, what: string): boolean =>
  !standsInFor || standsInFor.covers.includes('authority') || standsInFor.covers.includes(what)
/** Everyone in whose name a request is made. */
const inNameOf = ({ by, standsInFor }: Request): string[] => (standsInFor ? [by.id, standsInFor.from.id] : [by.id])
const decidesAt = (request: Request, step: Step): boolean =>
  sidesOf(step).some((side) => isOf(seatOf(request), side)) &&
  handedOver(request, step.name) &&
  (request.standsInFor === undefined || step.kind === 'approve')
const isChief = (request: Request, { authority }: WorkflowDefinition): boolean =>
  seatOf(request).role === authority && handedOver(request, 'authority')

/** A group of a step that must still decide. */
export const waitsFor = (round: Round, step: Step): Side['group'] =>
  sidesOf(step).find((side) => !isDone(round.approved, step, side))?.group ?? step.by

/** The group for which an approval would count. */
const sideFor = (round: Round, step: Step, request: Request): Side | undefined =>
  decidesAt(request, step)
    ? sidesOf(step).find((side) => isOf(seatOf(request), side) && !isDone(round.approved, step, side))
    : undefined

/** The approval that a request would add. */
const voteOf = (round: Round, request: Request): Approved | undefined => {
  const step = stepOf(round)
  const side = step?.kind === 'approve' ? sideFor(round, step, request) : undefined
  if (!step || !side) return undefined
  const names = round.approved.flatMap((one) => [one.by, one.instead ?? one.by])
  const waited = request.staff.filter(
    (one) => isOf(one, side) && ![...round.writers, ...names, ...inNameOf(request)].includes(one.id),
  )
  return {
    step: step.name,
    by: request.by.id,
    group: side.name,
    instead: request.standsInFor?.from.id,
    everyone: side.needs === 'all' && waited.length === 0 ? true : undefined,
  }
}

/** The first step from one on at which somebody must still decide. */
const onward = (definition: WorkflowDefinition, from: number, approved: readonly Approved[]): number => {
  let index = from
  while (index < definition.steps.length && isPassed(approved, definition.steps[index]!)) index += 1
  return index
}

/** Whether the approval of a request is the last one required. */
export const endsWithThis = (round: Round, request: Request): boolean => {
  const vote = voteOf(round, request)
  return (
    vote !== undefined &&
    onward(round.definition, round.waitsAt, [...round.approved, vote]) === round.definition.steps.length
  )
}

/** Whether a different non-contributor is available for every approval, found by backtracking. */
const canBeApproved = (definition: WorkflowDefinition, staff: readonly Someone[], writers: string[]): boolean => {
  const free = staff.filter(({ id }) => !writers.includes(id))
  const seats = definition.steps
    .filter(({ kind }) => kind === 'approve')
    .flatMap(sidesOf)
    .flatMap((side) => {
      const length = side.needs === 'all' ? Math.max(1, free.filter((one) => isOf(one, side)).length) : side.needs
      return Array.from({ length }, () => side)
    })
  const seat = (index: number, taken: string[]): boolean =>
    index === seats.length ||
    free.some((one) => isOf(one, seats[index]!) && !taken.includes(one.id) && seat(index + 1, [...taken, one.id]))
  return seat(0, [])
}

/** Whether the steps of a definition from one on can still be taken, each by somebody who took none before. */
const canGoOn = ({ definition, waitsAt, approved, writers }: Round, staff: readonly Someone[]): boolean => {
  const used = [...writers, ...approved.flatMap(({ by, instead }) => [by, instead ?? by])]
  const free = staff.filter(({ id }) => !used.includes(id))
  const seats = definition.steps.slice(waitsAt).flatMap((step) =>
    step.kind === 'edit'
      ? []
      : sidesOf(step)
          .filter((side) => !isDone(approved, step, side))
          .flatMap((side) => {
            const had = approved.filter((one) => one.step === step.name && one.group === side.name).length
            const length =
              side.needs === 'all' ? Math.max(1, free.filter((one) => isOf(one, side)).length) : side.needs - had
            return Array.from({ length }, () => side)
          }),
  )
  const seat = (index: number, taken: string[]): boolean =>
    index === seats.length ||
    free.some((one) => isOf(one, seats[index]!) && !taken.includes(one.id) && seat(index + 1, [...taken, one.id]))
  return seat(0, [])
}

/** A round as it goes on under another definition: what both begin with alike stands, the rest begins anew. */
const under = (round: Round, definition: WorkflowDefinition, now: string): Round => {
  let alike = 0
  const [old, next] = [round.definition.steps, definition.steps]
  while (alike < old.length && alike < next.length && isDeepStrictEqual(old[alike], next[alike])) alike += 1
  const approved = round.approved.filter(({ step }) => old.findIndex(({ name }) => name === step) < alike)
  const waitsAt = onward(definition, Math.min(alike, round.waitsAt), approved)
  return {
    ...round,
    definition,
    approved,
    waitsAt,
    arrived: now,
    late: undefined,
    taken: undefined,
    time: waitsAt < next.length ? undefined : round.time,
  }
}

const badTime = (at: string | undefined, now: string): boolean => {
  const instant = Date.parse(at ?? '')
  return Number.isNaN(instant) || instant <= Date.parse(now) || instant > Date.parse(now) + TWO_YEARS_MS
}

/** Publishes the text of a round as the new edition. */
const publish = (machine: Machine, round: Round, endOf: EndOf, note?: string): Machine => ({
  ...machine,
  happened: machine.happened + 1,
  told: 0,
  round: undefined,
  edition: machine.edition + 1,
  since: [],
  made: [...machine.made, { edition: machine.edition + 1, texts: [round.hash, ...machine.since] }],
  ...nowShown(round.hash, endOf(round.hash)),
  lastHash: round.hash,
  pending: undefined,
  alone: undefined,
  lastNote: note || round.note,
})

/** What is true of every document that has just become public. */
const nowShown = (hash: string, until: string | undefined) => ({
  shown: { hash, until },
  ended: undefined,
  endedBy: undefined,
  leadsOn: undefined,
})

const nobodyRatified = (machine: Machine, now: string): Machine | undefined => {
  const { pending, shown } = machine
  if (!pending) return undefined
  if (!pending.told && pending.until <= now)
    return {
      ...machine,
      happened: machine.happened + 1,
      told: machine.told + 1,
      pending: { ...pending, told: true },
    }
  if (pending.what === 'publication' && shown && pending.gone && pending.gone <= now)
    return { ...ends(machine, 'withdrawn', ['system']), pending: undefined }
  return undefined
}

const nobodyDecided = (machine: Machine, now: string, later: Later): Machine | undefined => {
  const { round, happened, told } = machine
  const due = stepOf(round)?.due
  if (!round || !due || round.late || later(round.arrived, due.within) > now) return undefined
  return { ...machine, happened: happened + 1, told: told + 1, round: { ...round, late: true } }
}

const ends = (machine: Machine, ended: Machine['ended'], endedBy: string[]): Machine => ({
  ...machine,
  happened: machine.happened + 1,
  told: 0,
  shown: undefined,
  ended,
  endedBy,
  leadsOn: undefined,
})

/** The automatic events up to an instant. */
export const passTime = (machine: Machine, now: string, endOf: EndOf, later: Later): Machine => {
  const { round, shown } = machine
  if (round && isCleared(round) && round.time && round.time <= now)
    return passTime(publish(machine, round, endOf), now, endOf, later)
  if (shown?.until && shown.until <= now) return passTime(ends(machine, 'expired', ['system']), now, endOf, later)
  const late = nobodyRatified(machine, now) ?? nobodyDecided(machine, now, later)
  return late ? passTime(late, now, endOf, later) : machine
}

/** Whether an edition could be erased: nobody reads it, nobody decides on its text, and it is still there. */
const canBeErased = ({ made, shown, round, erased }: Machine, number: number | undefined): boolean =>
  made.some(
    ({ edition, texts: [own = ''] }) =>
      edition === number && own !== shown?.hash && !round?.frozen.includes(own) && !erased.includes(own),
  )

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
  const authority = (definition: WorkflowDefinition) => rule('FORBIDDEN', isChief(request, definition))
  const names = inNameOf(request)
  rule('WORKFLOW_EXPECTED_MISSING', expected !== undefined)
  const { happened, told } = machine
  rule('WORKFLOW_STALE', expected === undefined || (expected >= happened - told && expected <= happened))
  const holder = round?.taken && round.taken.until > now ? round.taken.by : undefined
  const deciding = () => {
    rule(WRONG, step !== undefined)
    if (!step) return
    rule('WORKFLOW_NOT_YOUR_STEP', decidesAt(request, step))
    rule('WORKFLOW_CLAIMED', holder === undefined || holder === by.id)
    if (['return', 'refuse', 'assign', 'release'].includes(action) || step.kind === 'edit') return
    rule('WORKFLOW_CONFLICT_OF_DUTY', !names.some((id) => round!.writers.includes(id)))
    rule(
      'WORKFLOW_CONFLICT_OF_DUTY',
      !round!.approved.some((one) => names.includes(one.by) || names.includes(one.instead ?? one.by)),
    )
    if (action === 'claim') return
    rule(WRONG, !decidesAt(request, step) || sideFor(round!, step, request) !== undefined)
  }
  const everythingTicked = () => {
    for (const { name } of step?.checklist ?? []) rule('CONTENT_INVALID', request.ticked.includes(name))
  }
  const timed = action === 'schedule' || (action === 'approve' && at !== undefined)
  if (timed) rule('CONTENT_INVALID', !badTime(at, now))
  /** A text must still be shown at the moment in which it becomes public. */
  const lasts = () => {
    const instant = Date.parse((timed ? at : undefined) ?? now)
    const until = round && endOf(round.hash)
    rule('CONTENT_INVALID', !until || Number.isNaN(instant) || Date.parse(until) > instant)
  }
  if ((action === 'approve' || action === 'schedule') && round && endsWithThis(round, request)) lasts()
  if ((action === 'publish' || action === 'schedule') && round && isCleared(round)) lasts()
  if (
    [
      'return',
      'refuse',
      'withdraw',
      'expire',
      'restore',
      'publish-urgently',
      'move',
      'propose-purge',
      'decline-purge',
    ].includes(action)
  )
    rule('WORKFLOW_REASON_MISSING', words(request.reason) !== '')
  /** What was erased does not come back in the same words. */
  const isThere = !machine.erased.includes(text.hash)
  switch (action) {
    case 'submit':
      rule(WRONG, round === undefined)
      rule('FORBIDDEN', newDefinition.authors.includes(by.role) && request.mayEdit)
      rule('CONTENT_INVALID', !text.faulty)
      rule(WRONG, shown?.hash !== text.hash && isThere)
      rule('WORKFLOW_NO_APPROVER', canBeApproved(newDefinition, request.staff, text.writers))
      break
    case 'recall':
      rule(WRONG, round !== undefined && !round.begun)
      rule('FORBIDDEN', round === undefined || round.submitter === by.id)
      break
    case 'claim':
      deciding()
      rule(WRONG, holder !== by.id)
      break
    case 'assign': {
      rule(WRONG, step !== undefined)
      if (!isChief(request, round?.definition ?? newDefinition)) deciding()
      const { to } = request
      const conflict =
        step?.kind === 'approve' &&
        (round!.writers.includes(to?.id ?? '') ||
          round!.approved.some((one) => to && [one.by, one.instead].includes(to.id)))
      rule(
        'CONTENT_INVALID',
        !request.toAway &&
          to !== undefined &&
          step !== undefined &&
          sidesOf(step).some((side) => isOf(to, side)) &&
          !conflict,
      )
      break
    }
    case 'release':
      rule(WRONG, holder !== undefined)
      if (!isChief(request, round?.definition ?? newDefinition))
        rule('WORKFLOW_CLAIMED', holder === undefined || holder === by.id)
      break
    case 'refuse':
    case 'approve':
      deciding()
      rule(WRONG, !timed || (round !== undefined && endsWithThis(round, request)))
      if (action === 'approve' && step?.kind === 'edit') {
        rule('CONTENT_INVALID', !text.faulty)
        rule(WRONG, isThere)
      }
      if (action === 'approve') everythingTicked()
      break
    case 'return':
      if (round && isCleared(round) && !round.time) authority(round.definition)
      else deciding()
      break
    case 'schedule':
      if (round && isCleared(round)) authority(round.definition)
      else {
        deciding()
        rule(WRONG, round !== undefined && endsWithThis(round, request))
        everythingTicked()
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
    case 'expire':
      rule(WRONG, shown !== undefined)
      authority(newDefinition)
      if (action === 'withdraw') rule('CONTENT_INVALID', request.leads === undefined || request.leads === 'other')
      break
    case 'correct':
      rule(WRONG, shown !== undefined && round === undefined)
      rule('FORBIDDEN', newDefinition.authors.includes(by.role) && request.mayEdit)
      rule('WORKFLOW_REASON_MISSING', words(request.note) !== '')
      rule('CONTENT_INVALID', !text.faulty)
      rule(WRONG, shown?.hash !== text.hash && isThere)
      rule('WORKFLOW_NO_APPROVER', canBeApproved(newDefinition, request.staff, text.writers))
      break
    case 'publish-urgently': {
      rule('FORBIDDEN', newDefinition.ratification !== undefined)
      authority(newDefinition)
      rule('CONTENT_INVALID', !text.faulty)
      rule(WRONG, shown?.hash !== text.hash && isThere)
      const until = endOf(text.hash)
      rule('CONTENT_INVALID', !until || until > now)
      break
    }
    case 'ratify':
      rule(WRONG, machine.pending !== undefined)
      authority(newDefinition)
      rule(
        'WORKFLOW_CONFLICT_OF_DUTY',
        !names.some((id) => machine.pending?.by.includes(id) || machine.pending?.writers.includes(id)),
      )
      break
    case 'move':
      rule(WRONG, round !== undefined && !isSameDefinition(round.definition, newDefinition))
      authority(newDefinition)
      rule('WORKFLOW_NO_APPROVER', !round || canGoOn(under(round, newDefinition, now), request.staff))
      break
    case 'propose-purge':
      rule(
        WRONG,
        machine.made.some(({ edition }) => canBeErased(machine, edition)),
      )
      authority(newDefinition)
      rule('CONTENT_INVALID', canBeErased(machine, request.edition))
      break
    case 'confirm-purge':
    case 'decline-purge': {
      const { condemned } = machine
      rule(WRONG, condemned !== undefined)
      authority(newDefinition)
      if (action === 'decline-purge') break
      rule('WORKFLOW_CONFLICT_OF_DUTY', !names.some((id) => condemned?.by.includes(id)))
      rule('CONTENT_INVALID', canBeErased(machine, condemned?.edition))
      break
    }
    case 'restore':
      rule(WRONG, machine.edition > 0 && shown === undefined && !machine.erased.includes(machine.lastHash ?? ''))
      authority(newDefinition)
      rule('WORKFLOW_CONFLICT_OF_DUTY', !names.some((id) => machine.endedBy?.includes(id)))
      rule(
        'WORKFLOW_CONFLICT_OF_DUTY',
        !names.some((id) => machine.alone?.by.includes(id) || machine.alone?.writers.includes(id)),
      )
      break
    case 'redirect':
      rule(WRONG, machine.edition > 0 && shown === undefined)
      authority(newDefinition)
      rule('CONTENT_INVALID', request.leads === 'other')
      break
  }
  return broken
}

const moved = (machine: Machine, round: Round | undefined): Machine => ({
  ...machine,
  happened: machine.happened + 1,
  told: 0,
  round,
})

const passOn = (round: Round, text: TextNow, note: string | undefined, now: string): Round => {
  const changed = text.hash !== round.hash
  const { steps } = round.definition
  // Approvals bind to a text, save for those of steps that ignore all that was changed: everyone else is asked again.
  const stands = ({ step }: Approved) => {
    const ignored = steps.find(({ name }) => name === step)?.ignores ?? []
    return !changed || text.differsIn.every((field) => ignored.includes(field))
  }
  const approved = round.approved.filter(stands)
  const lost = round.approved.filter((one) => !stands(one)).map(({ step }) => step)
  const again = steps.findIndex(({ name }) => lost.includes(name))
  return {
    ...round,
    taken: undefined,
    arrived: now,
    late: undefined,
    hash: text.hash,
    frozen: [...round.frozen, text.hash],
    writers: text.writers,
    begun: true,
    note: note || round.note,
    approved,
    waitsAt: again === -1 ? onward(round.definition, round.waitsAt + 1, approved) : again,
  }
}

const approveOnce = (machine: Machine, round: Round, request: Request, endOf: EndOf): Machine => {
  const note = words(request.note) || round.note
  const ends = endsWithThis(round, request)
  const approved = [...round.approved, voteOf(round, request)!]
  const waitsAt = onward(round.definition, round.waitsAt, approved)
  const time = ends && request.at !== undefined ? new Date(request.at).toISOString() : undefined
  const after: Round = {
    ...round,
    ...(waitsAt > round.waitsAt ? { arrived: request.now, late: undefined } : {}),
    taken: undefined,
    approved,
    begun: true,
    waitsAt,
    time,
    note,
  }
  const next = moved(machine, after)
  return isCleared(after) && !time && after.definition.onApproved === 'publish' ? publish(next, after, endOf) : next
}

const returned = (machine: Machine, round: Round, now: string): Machine => {
  const to = stepOf(round)?.returnTo ?? 'author'
  if (to === 'author') return moved(machine, undefined)
  const waitsAt = round.definition.steps.findIndex(({ name }) => name === to)
  const before = new Set(round.definition.steps.slice(0, waitsAt).map(({ name }) => name))
  return moved(machine, {
    ...round,
    waitsAt,
    begun: true,
    arrived: now,
    late: undefined,
    taken: undefined,
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
  const { ratification } = newDefinition
  const begins = (what: Pending['what'], writers: string[]): Pending | undefined =>
    ratification && {
      what,
      by: inNameOf(request),
      writers,
      until: request.after(ratification.within),
      ...(what === 'publication' && ratification.withdrawAfter
        ? { gone: request.after(ratification.withdrawAfter) }
        : {}),
      told: false,
    }
  switch (action) {
    case 'withdraw': {
      const gone = { ...ends(machine, 'withdrawn', inNameOf(request)), pending: begins('withdrawal', []) }
      return { after: request.leads ? { ...gone, happened: gone.happened + 1, leadsOn: true } : gone }
    }
    case 'claim':
    case 'assign': {
      const taken = { by: action === 'claim' ? by.id : request.to!.id, until: request.after(8) }
      return { after: moved(machine, { ...round!, taken }) }
    }
    case 'release':
      return { after: moved(machine, { ...round!, taken: undefined }) }
    case 'expire':
      return { after: ends(machine, 'expired', inNameOf(request)) }
    case 'move':
      return { after: moved(machine, under(round!, newDefinition, request.now)) }
    case 'propose-purge': {
      const condemned = { by: inNameOf(request), edition: request.edition! }
      return { after: { ...machine, happened: machine.happened + 1, told: 0, condemned } }
    }
    case 'decline-purge':
      return { after: { ...machine, happened: machine.happened + 1, told: 0, condemned: undefined } }
    case 'confirm-purge': {
      const [own, ...others] = machine.made.find(({ edition }) => edition === machine.condemned!.edition)!.texts
      const keeps = [...machine.made.map(({ texts }) => texts[0]), ...(round?.frozen ?? [])]
      const erased = new Set([...machine.erased, own!, ...others.filter((hash) => !keeps.includes(hash))])
      const after = { ...machine, happened: machine.happened + 1, told: 0, condemned: undefined, erased: [...erased] }
      return { after }
    }
    case 'redirect':
      return { after: { ...machine, happened: machine.happened + 1, told: 0, leadsOn: true } }
    case 'ratify': {
      const alone = machine.pending?.what === 'publication' ? undefined : machine.alone
      return { after: { ...machine, happened: machine.happened + 1, told: 0, pending: undefined, alone } }
    }
    case 'restore': {
      const until = endOf(machine.lastHash!)
      return {
        after: {
          ...machine,
          happened: machine.happened + 1,
          told: 0,
          ...nowShown(machine.lastHash!, until && until > request.now ? until : undefined),
          pending: machine.pending?.what === 'withdrawal' ? undefined : machine.pending,
        },
      }
    }
    case 'publish-urgently':
      return {
        after: {
          ...moved(machine, undefined),
          edition: machine.edition + 1,
          since: [],
          made: [...machine.made, { edition: machine.edition + 1, texts: [text.hash, ...machine.since] }],
          ...nowShown(text.hash, endOf(text.hash)),
          lastHash: text.hash,
          lastNote: words(note) || undefined,
          pending: begins('publication', text.writers),
          alone: { by: inNameOf(request), writers: text.writers },
        },
      }
    case 'correct':
    case 'submit':
      return {
        after: {
          ...moved(machine, {
            definition: newDefinition,
            waitsAt: 0,
            hash: text.hash,
            frozen: [text.hash],
            writers: text.writers,
            submitter: by.id,
            approved: [],
            begun: false,
            arrived: request.now,
            note: words(note) || undefined,
            corrects: action === 'correct' ? { major: request.major === true } : undefined,
          }),
          since: [...machine.since, text.hash],
          rounds: machine.rounds + 1,
        },
      }
    case 'recall':
    case 'refuse':
      return { after: moved(machine, undefined) }
    case 'return':
      return { after: returned(machine, round!, request.now) }
    case 'schedule':
    case 'approve': {
      const step = stepOf(round)
      if (!step) return { after: moved(machine, { ...round!, time: new Date(request.at!).toISOString() }) }
      return {
        after:
          step.kind === 'edit'
            ? {
                ...moved(machine, passOn(round!, text, words(note), request.now)),
                since: [...machine.since, text.hash],
              }
            : approveOnce(machine, round!, request, endOf),
      }
    }
    case 'unschedule':
      return { after: moved(machine, { ...round!, time: undefined }) }
    default:
      return { after: publish(machine, round!, endOf, words(note)) }
  }
}

/** The state of a document in the words shown to people. */
export const wordOf = ({ round, shown, ended }: Machine): string => {
  if (round && !isCleared(round)) return 'in_review'
  if (round) return round.time ? 'scheduled' : 'approved'
  return shown ? 'published' : (ended ?? 'draft')
}
