import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import {
  type Asked,
  anyAsked,
  anyDefinition,
  instantOf,
  STAFF,
  sensibly,
} from '../../../test/workflow/models/anyCommand.ts'
import { answerTo, type Machine, NEW, passTime, type Request, wordOf } from '../../../test/workflow/models/reference.ts'
import type { Context } from './context.ts'
import { type Command, decide } from './decide.ts'
import { definitionHash, type WorkflowDefinition } from './definition.ts'
import { lastDecision, type StoredEvent, type WorkflowEvent } from './events.ts'
import { expiryDue, publicationDue, published } from './schedule.ts'
import { EMPTY, evolve, publicState, type WorkflowState } from './state.ts'

const RUNS = 600
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
        const event = due ? published(state, due, addressOf(state.run!.contentHash)) : expiryDue(state, now)
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
  round: state.run && {
    waitsAt: state.run.step,
    hash: state.run.contentHash,
    writers: state.run.contributors,
    submitter: state.run.submitter,
    approved: state.run.approvals.map(({ step, actor }) => ({ step, by: actor })),
    begun: state.run.decided,
    time: state.run.publishAt,
    note: state.run.changeNote,
  },
})
const seenByReference = (machine: Machine) => {
  const { happened, rounds, edition, shown, round } = machine
  const { definition: _, ...rest } = round ?? { definition: undefined }
  return { word: wordOf(machine), happened, rounds, edition, shown, round: round && { time: undefined, ...rest } }
}

const play = (first: WorkflowDefinition, second: WorkflowDefinition, asked: Asked[]) => {
  const definitions = new Map([first, second].map((one) => [definitionHash(one), one]))
  const rules = stream(definitions)
  let machine = NEW
  let at = BEGIN
  asked.forEach((one, index) => {
    // The portal changes its workflow midway; open runs keep the definition they started with.
    const definition = index < asked.length / 2 ? first : second
    at += one.minutes * 60_000
    const now = new Date(at).toISOString()
    rules.passTime(now)
    machine = passTime(machine, now, endOf)
    const { action, by } = one.sensible
      ? sensibly(machine, definition, one, STAFF)
      : { action: one.action, by: STAFF[one.who]! }
    const expected = { now: machine.happened, other: machine.happened + 1, nothing: undefined }[one.saw]
    const publishAt = instantOf(one.at, at)
    const request: Request = {
      action,
      by,
      now,
      expected,
      reason: one.reason,
      note: one.note,
      at: publishAt,
      text: { hash: one.hash, writers: one.writers, faulty: one.faulty },
      mayEdit: one.mayEdit,
      staff: STAFF,
    }
    const said = answerTo(machine, request, definition, endOf)
    const state = rules.state()
    const command: Command = {
      action,
      by: { ...by, name: by.id, capacity: by.role },
      at: now,
      expected,
      reason: one.reason,
      changeNote: one.note,
      publishAt,
    }
    const fault = { path: 'title', message: { vi: 'Thiếu', en: 'Missing' } }
    const context: Context = {
      definitions: rules.lookup,
      current: { definition, hash: definitionHash(definition) },
      mayEdit: one.mayEdit,
      frozen: {
        contentHash: one.hash,
        contributors: one.writers,
        covers: { version: '', count: 0 },
        faults: one.faulty ? [fault] : [],
      },
      people: (role) => STAFF.filter((person) => person.role === role).map(({ id }) => id),
      address: rules.addressOf(state.run?.contentHash ?? ''),
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
      machine = 'after' in said ? said.after : machine
      meet(`taken ${action}`)
    }
    expect(seenByRules(rules.state(), rules.lookup), what).toEqual(seenByReference(machine))
    const edition = rules.events.findLast(({ type }) => type === 'published')
    expect(edition?.type === 'published' ? edition.changeNote : undefined, what).toBe(machine.lastNote)
  })
}

it('decides as a second telling of the rules does, whatever people ask of whatever workflow', () => {
  fc.assert(
    fc.property(
      anyDefinition,
      anyDefinition,
      fc.array(anyAsked, { minLength: SHORTEST, maxLength: LONGEST, size: 'max' }),
      play,
    ),
    {
      seed,
      numRuns: RUNS,
    },
  )
  for (const action of [
    'submit',
    'recall',
    'approve',
    'return',
    'refuse',
    'publish',
    'schedule',
    'unschedule',
    'withdraw',
  ])
    expect(met.get(`taken ${action}`), action).toBeGreaterThan(5)
  for (const code of [
    'CONTENT_INVALID',
    'FORBIDDEN',
    'WORKFLOW_CONFLICT_OF_DUTY',
    'WORKFLOW_EXPECTED_MISSING',
    'WORKFLOW_NOT_YOUR_STEP',
    'WORKFLOW_NO_APPROVER',
    'WORKFLOW_REASON_MISSING',
    'WORKFLOW_STALE',
    'WORKFLOW_WRONG_STATE',
  ])
    expect(met.get(`refused ${code}`), code).toBeGreaterThan(5)
  for (const type of ['published', 'expired']) expect(met.get(`by itself: ${type}`), type).toBeGreaterThan(5)
})
