import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  author,
  context,
  definitions,
  deputy,
  editor,
  frozen,
  head,
  person,
  secretary,
} from '../../../test/workflow/play.ts'
import { decide } from './decide.ts'
import type { Actor, StoredEvent } from './events.ts'
import { evolve } from './evolve.ts'
import { isAtOnce, wants } from './noticeKinds.ts'
import { awaitedOf, noticesOf, standingOf, stillTrue, type Trail } from './notices.ts'
import { ACTIONS, permit } from './permit.ts'
import { EMPTY, type WorkflowState } from './state.ts'

const PEOPLE = [author, editor, person('gia', 'editor'), secretary, head, deputy]
const ALL_SEQS = new Set(Array.from({ length: 100 }, (_, seq) => seq))

describe('notices over any course of events', () => {
  const steps = fc.array(
    fc.tuple(fc.constantFrom(...PEOPLE), fc.constantFrom(...ACTIONS), fc.integer({ min: 1, max: 3 })),
    { maxLength: 25 },
  )

  /** Every event of a course of commands, with the trail up to it; refused commands are left out. */
  const course = (commands: [Actor, (typeof ACTIONS)[number], number][]) => {
    const trails: Trail[] = []
    let state: WorkflowState = EMPTY
    let events: StoredEvent[] = []
    for (const [by, action, text] of commands) {
      const facts = context({ frozen: frozen(`h${text}${events.length}`, ['an']), assignee: PEOPLE[text] })
      const command = {
        action,
        by,
        at: facts.now,
        expected: state.seq,
        reason: 'Vì',
        publishAt: '2026-01-02T00:00:00Z',
      }
      const decision = decide(state, command, facts)
      if ('refusal' in decision) continue
      for (const event of decision.events) {
        const stored = { ...event, seq: state.seq + 1, hash: `e${state.seq + 1}` } as StoredEvent
        events = [...events, stored]
        state = evolve(state, stored, definitions)
        trails.push({ collection: 'letters', events, context: facts })
      }
    }
    return trails
  }

  it('nobody is told of what they did, or twice of one event, and only who may decide is told to decide', () => {
    fc.assert(
      fc.property(steps, (commands) => {
        for (const one of course(commands)) {
          const event = one.events.at(-1)!
          const told = noticesOf(one, new Set([event.seq]), PEOPLE)
          expect(told.filter(({ to }) => to === event.by.id)).toEqual([])
          expect(new Set(told.map(({ to }) => to)).size).toBe(told.length)
          const { state } = standingOf(one.events, definitions)
          for (const { kind, to } of told) {
            const who = PEOPLE.find(({ id }) => id === to)!
            if (kind === 'arrived') expect(awaitedOf(state, who, one)).toBeDefined()
            if (kind === 'ratify') expect(permit(state, 'ratify', who, one.context)).toBeUndefined()
          }
        }
      }),
      { numRuns: 400 },
    )
  })

  it('everybody who may decide on a text that has just come to them is told, but who sent it there', () => {
    fc.assert(
      fc.property(steps, (commands) => {
        for (const one of course(commands)) {
          const event = one.events.at(-1)!
          const { state, arrival } = standingOf(one.events, definitions)
          if (arrival !== event.seq) continue
          const may = PEOPLE.filter((who) => who.id !== event.by.id && awaitedOf(state, who, one))
          const told = noticesOf(one, new Set([event.seq]), PEOPLE).map(({ to }) => to)
          expect(told).toEqual(expect.arrayContaining(may.map(({ id }) => id)))
        }
      }),
      { numRuns: 400 },
    )
  })

  it('every head but who acted is told of an urgent publication, at once, whatever they chose', () => {
    fc.assert(
      fc.property(steps, (commands) => {
        for (const one of course([[head, 'publish-urgently', 1], ...commands])) {
          const event = one.events.at(-1)!
          if (event.type !== 'publishedUrgently') continue
          const told = noticesOf(one, new Set([event.seq]), PEOPLE).filter(({ kind }) => kind === 'urgent')
          expect(told.map(({ to }) => to)).toEqual(
            [head, deputy].filter(({ id }) => id !== event.by.id).map(({ id }) => id),
          )
          for (const { kind } of told) expect(isAtOnce(kind) && wants('none', kind)).toBe(true)
        }
      }),
    )
  })

  it('a text that has moved on waits for nobody where it was, however late one looks', () => {
    fc.assert(
      fc.property(steps, (commands) => {
        const last = course(commands).at(-1)
        if (!last) return
        const { arrival } = standingOf(last.events, definitions)
        const told = noticesOf(last, ALL_SEQS, PEOPLE)
        for (const { kind, event } of told) if (kind === 'arrived') expect(event).toBe(arrival)
        for (const notice of told) {
          const who = PEOPLE.find(({ id }) => id === notice.to)!
          expect(stillTrue(notice, who, last)).toBe(true)
        }
        expect(new Set(told.map(({ kind, to, event }) => `${event} ${kind} ${to}`)).size).toBe(told.length)
      }),
      { numRuns: 400 },
    )
  })
})
