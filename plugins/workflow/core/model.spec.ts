import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import {
  type Asked,
  anyAsked,
  anyChange,
  instantOf,
  STAFF,
  sensibly,
} from '../../../test/workflow/models/anyCommand.ts'
import { answerTo, type Machine, NEW, passTime, type Request, wordOf } from '../../../test/workflow/models/reference.ts'
import type { Command } from './command.ts'
import type { Context } from './context.ts'
import { decide } from './decide.ts'
import { definitionHash, type WorkflowDefinition } from './definition.ts'
import { lastDecision, type StoredEvent, type WorkflowEvent } from './events.ts'
import { evolve } from './evolve.ts'
import { belongs } from './groups.ts'
import { ACTIONS } from './permit.ts'
import { expiryDue, overdueNow, publicationDue, published, ratificationDue } from './schedule.ts'
import { EMPTY, publicState, type WorkflowState } from './state.ts'
import { ignoringSteps } from './variants.ts'

const RUNS = 1500
const LONGEST = 30
const SHORTEST = 10
const seed = Math.floor(Math.random() * 2 ** 31)

/** Counts of what the runs covered. A run that covered nothing must not pass. */
const met = new Map<string, number>()
const meet = (what: string) => met.set(what, (met.get(what) ?? 0) + 1)
afterAll(() => {
  const counts = [...met].sort().map(([what, times]) => `${what} ${times}`)
  console.info(
    `model of decide: seed ${seed}, ${RUNS} runs of ${SHORTEST} to ${LONGEST} requests; ${counts.join(', ')}`,
  )
})

const DAY_MS = 24 * 3_600_000
/** Contents whose hash ends in `ends` expire two days after `BEGIN`. */
const BEGIN = Date.parse('2026-01-01T00:00:00.000Z')
const endOf = (hash: string) => (hash.endsWith('ends') ? new Date(BEGIN + 2 * DAY_MS).toISOString() : undefined)

/** What a delegation says beside who handed over what. */
const HANDED = { delegation: 'd', collections: [], capacity: 'KT.', authority: '01/UQ', until: '' } as const

/** In the model all hours are working hours. */
const later = (from: string, hours: number) => new Date(Date.parse(from) + hours * 3_600_000).toISOString()

/** The rules under test with a stream in memory. */
const stream = (definitions: ReadonlyMap<string, WorkflowDefinition>) => {
  const lookup = (hash: string) => definitions.get(hash)!
  const events: StoredEvent[] = []
  let state: WorkflowState = EMPTY
  const store = (event: WorkflowEvent) => {
    const stored: StoredEvent = { ...event, seq: state.seq + 1, hash: `e${state.seq + 1}` }
    events.push(stored)
    state = evolve(state, stored, lookup)
  }
  const addressOf = (hash: string) => ({ slug: 's', url: '/s', ...(endOf(hash) ? { expiresAt: endOf(hash) } : {}) })
  return {
    lookup,
    addressOf,
    events,
    store,
    state: () => state,
    passTime: (now: string) => {
      for (;;) {
        const due = publicationDue(state, lookup, lastDecision(events), now)
        const event = due
          ? published(state, due, addressOf(state.run!.contentHash))
          : (expiryDue(state, now) ?? ratificationDue(state, now, 'Quá hạn') ?? overdueNow(state, lookup, later, now))
        if (!event) return
        store(event)
        meet(`by itself: ${event.type}`)
      }
    },
  }
}

/** The observations on which the rules and the model must agree. */
const seenByRules = (state: WorkflowState, lookup: (hash: string) => WorkflowDefinition) => ({
  word: publicState(state, lookup),
  happened: state.seq,
  rounds: state.rounds,
  edition: state.edition,
  shown: state.live ? { hash: state.lastPublished!.contentHash, until: state.expiresAt } : undefined,
  endedBy: state.endedBy,
  alone: state.unapproved && { by: state.unapproved.by, writers: state.unapproved.contributors },
  leadsOn: state.redirectTo === undefined ? undefined : true,
  condemned: state.purge && { by: state.purge.by, edition: state.purge.edition },
  erased: [...state.purged].sort(),
  pending: state.unratified && {
    what: state.unratified.what,
    by: state.unratified.by,
    writers: state.unratified.contributors,
    until: state.unratified.ratifyBy,
    gone: state.unratified.withdrawAt,
    told: state.unratified.escalated,
  },
  round: state.run && {
    waitsAt: state.run.step,
    hash: state.run.contentHash,
    writers: state.run.contributors,
    submitter: state.run.submitter,
    approved: state.run.approvals.map(({ step, actor, group = '', onBehalfOf, everyone }) => ({
      step,
      by: actor,
      group,
      instead: onBehalfOf,
      everyone,
    })),
    begun: state.run.decided,
    time: state.run.publishAt,
    note: state.run.changeNote,
    corrects: state.run.correction,
    arrived: state.run.arrivedAt,
    late: state.run.overdue,
    frozen: state.run.texts,
    taken: state.run.claim && { by: state.run.claim.by, until: state.run.claim.until },
  },
})
const seenByReference = (machine: Machine) => {
  const { happened, rounds, edition, shown, round, endedBy, leadsOn, pending, alone, condemned, erased } = machine
  const { definition: _, ...rest } = round ?? { definition: undefined }
  return {
    word: wordOf(machine),
    happened,
    rounds,
    edition,
    shown,
    endedBy,
    alone,
    leadsOn,
    condemned,
    erased: [...erased].sort(),
    pending: pending && { gone: undefined, ...pending },
    round: round && { time: undefined, ...rest },
  }
}

const play = ([first, second]: [WorkflowDefinition, WorkflowDefinition], asked: Asked[]) => {
  const definitions = new Map([first, second].map((one) => [definitionHash(one), one]))
  const rules = stream(definitions)
  let machine = NEW
  let at = BEGIN
  asked.forEach((one, index) => {
    // The portal changes its workflow midway; open runs keep the definition they started with, until they are moved.
    const definition = index < asked.length / 2 ? first : second
    at += one.minutes * 60_000
    const now = new Date(at).toISOString()
    rules.passTime(now)
    machine = passTime(machine, now, endOf, later)
    const { action, by } = one.sensible
      ? sensibly(machine, definition, one, STAFF)
      : { action: one.action, by: STAFF[one.who]! }
    const expected = { now: machine.happened, other: machine.happened + 1, nothing: undefined }[one.saw]
    const publishAt = instantOf(one.at, at)
    const after = (hours: number) => new Date(at + hours * 3_600_000).toISOString()
    const leads = action === 'redirect' || (action === 'withdraw' && one.major) ? one.leads : undefined
    const from = STAFF[one.from]!
    const stepNames = (machine.round?.definition ?? definition).steps.map(({ name }) => name)
    const covers = { nothing: [], everything: ['authority'], steps: stepNames.slice(-1) }[one.handed]
    const standsInFor = one.handed === 'nothing' || from.id === by.id ? undefined : { from, covers }
    const request: Request = {
      action,
      by,
      standsInFor,
      ticked: one.ticks ? ['read'] : ['other'],
      now,
      expected,
      reason: one.reason,
      note: one.note,
      major: one.major,
      leads,
      edition: one.edition,
      to: action === 'assign' ? STAFF[one.to] : undefined,
      toAway: one.toAway,
      after,
      at: publishAt,
      text: { hash: one.hash, writers: one.writers, faulty: one.faulty, differsIn: one.differsIn },
      mayEdit: one.mayEdit,
      staff: STAFF,
    }
    const said = answerTo(machine, request, definition, endOf)
    const state = rules.state()
    const command: Command = {
      action,
      by: {
        ...by,
        name: by.id,
        capacity: by.role,
        ...(standsInFor ? { handed: { ...HANDED, from: { ...from, name: from.id, capacity: '' }, covers } } : {}),
      },
      checklist: request.ticked,
      at: now,
      expected,
      reason: one.reason,
      changeNote: one.note,
      major: one.major,
      edition: one.edition,
      leadsOn: leads !== undefined,
      publishAt,
    }
    const fault = { path: 'title', message: { vi: 'Thiếu', en: 'Missing' } }
    const context: Context = {
      definitions: rules.lookup,
      current: { definition, hash: definitionHash(definition) },
      inForce: state.run && { definition, hash: definitionHash(definition) },
      mayEdit: one.mayEdit,
      frozen: {
        contentHash: one.hash,
        contributors: one.writers,
        covers: { version: '', count: 0 },
        faults: one.faulty ? [fault] : [],
      },
      people: (group) =>
        STAFF.filter((person) => belongs({ ...person, name: '', capacity: '' }, group)).map(({ id }) => id),
      ignoring: machine.round && ignoringSteps(machine.round.definition, one.differsIn),
      address: rules.addressOf(
        action === 'publish-urgently'
          ? one.hash
          : action === 'restore'
            ? (state.lastPublished?.contentHash ?? '')
            : (state.run?.contentHash ?? ''),
      ),
      now,
      assigneeAway: one.toAway ? { from: now.slice(0, 10), until: now.slice(0, 10) } : undefined,
      assignee: { ...STAFF[one.to]!, name: STAFF[one.to]!.id, capacity: '' },
      afterWorkingHours: after,
      ofOthers: new Set(),
      document: 'letters:this',
      target: {
        other: { document: 'letters:other', url: '/other' },
        own: { document: 'letters:this', url: '/s' },
        nothing: undefined,
      }[one.leads],
    }
    const decision = decide(state, command, context)
    const what = `${index}: ${action} by ${by.id}`
    if ('refusal' in decision) {
      const broken = 'broken' in said ? [...said.broken] : ['nothing']
      expect(broken, `${what} breaks`).toContain(decision.refusal.code)
      meet(`refused ${decision.refusal.code}`)
    } else {
      expect('broken' in said ? [...said.broken] : [], `${what} was taken and breaks`).toEqual([])
      decision.events.forEach(rules.store)
      for (const event of decision.events) {
        if (event.onBehalfOf) meet('in the place of another')
        if ('group' in event && event.group) meet('for a group beside others')
        if ('everyone' in event && event.everyone) meet('the last of all')
        if ('stands' in event && event.stands) meet('an approval that stands')
        if (event.type === 'moved' && rules.state().run?.approvals.length) meet('moved with approvals')
        if ('checklist' in event && event.checklist) meet('everything ticked')
      }
      machine = 'after' in said ? said.after : machine
      meet(`taken ${action}`)
    }
    expect(seenByRules(rules.state(), rules.lookup), what).toEqual(seenByReference(machine))
    const edition = rules.events.findLast(({ type }) => type === 'published' || type === 'publishedUrgently')
    expect(edition && 'changeNote' in edition ? edition.changeNote : undefined, what).toBe(machine.lastNote)
  })
}

it('decides as a second telling of the rules does, whatever people ask of whatever workflow', () => {
  fc.assert(
    fc.property(anyChange, fc.array(anyAsked, { minLength: SHORTEST, maxLength: LONGEST, size: 'max' }), play),
    {
      seed,
      numRuns: RUNS,
    },
  )
  for (const action of ACTIONS) expect(met.get(`taken ${action}`), action).toBeGreaterThan(0)
  for (const code of [
    'CONTENT_INVALID',
    'FORBIDDEN',
    'WORKFLOW_CONFLICT_OF_DUTY',
    'WORKFLOW_EXPECTED_MISSING',
    'WORKFLOW_CLAIMED',
    'WORKFLOW_NOT_YOUR_STEP',
    'WORKFLOW_NO_APPROVER',
    'WORKFLOW_REASON_MISSING',
    'WORKFLOW_STALE',
    'WORKFLOW_WRONG_STATE',
  ])
    expect(met.get(`refused ${code}`), code).toBeGreaterThan(5)
  for (const what of [
    'in the place of another',
    'for a group beside others',
    'the last of all',
    'everything ticked',
    'moved with approvals',
  ])
    expect(met.get(what), what).toBeGreaterThan(5)
  expect(met.get('an approval that stands'), 'an approval that stands').toBeGreaterThan(0)
  for (const type of ['published', 'expired', 'escalated', 'overdue', 'withdrawn'])
    expect(met.get(`by itself: ${type}`), type).toBeGreaterThan(5)
})
