import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defineWorkflow } from './lint.ts'
import { expiryDue, instantFault, nextInstant, publicationDue } from './schedule.ts'
import { EMPTY, type Run, type WorkflowState } from './state.ts'

const title = { vi: 'Bước', en: 'Step' }
const definition = defineWorkflow({
  name: 'one',
  title,
  authors: ['contributor'],
  authority: 'head',
  onApproved: 'publish',
  steps: [{ name: 'approve', title, kind: 'approve', by: { role: 'head' } }],
})
const by = { id: 'dung', role: 'head', name: 'Dũng', capacity: 'Trưởng ban' }
const run = (more: Partial<Run>): Run => ({
  round: 1,
  definition: 'hash',
  step: 1,
  contentHash: 'h1',
  texts: ['h1'],
  submitter: 'an',
  contributors: ['an'],
  covers: { version: 'v1', count: 1 },
  approvals: [{ step: 'approve', actor: 'dung', capacity: 'Trưởng ban' }],
  arrivedAt: '',
  decided: true,
  ...more,
})
const state = (more: Partial<WorkflowState>): WorkflowState => ({ ...EMPTY, seq: 3, ...more })
const due = (of: WorkflowState, now: string) =>
  publicationDue(of, () => definition, { by, at: '2026-11-23T03:00:00.000Z' }, now)

const NOW = '2026-11-23T03:00:00.000Z'
const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })

describe('a set time', () => {
  it.each([
    ['2026-11-23T03:00:00.001Z', undefined],
    ['2026-11-23T10:01+07:00', undefined],
    ['2026-11-23T03:00:00.000Z', 'CONTENT_INVALID'],
    ['2026-11-31T00:00:00Z', 'CONTENT_INVALID'],
    ['2027-02-29T00:00:00Z', 'CONTENT_INVALID'],
    ['2026-11-23T10:00+07:00', 'CONTENT_INVALID'],
    ['2026-11-24T10:00', 'CONTENT_INVALID'],
    ['2026-11-24', 'CONTENT_INVALID'],
    ['24/11/2026 10:00', 'CONTENT_INVALID'],
    ['2026-13-40T10:00Z', 'CONTENT_INVALID'],
    ['2036-11-24T10:00Z', 'CONTENT_INVALID'],
    ['', 'CONTENT_INVALID'],
    [undefined, 'CONTENT_INVALID'],
  ])('%s is %s', (asked, code) => {
    expect(instantFault(asked, NOW)?.code).toBe(code)
  })

  it('publishes from its instant on and never before, in the name of who set it', () => {
    fc.assert(
      fc.property(instants, instants, (publishAt, now) => {
        const scheduled = state({ run: run({ publishAt: publishAt.toISOString() }) })
        const found = due(scheduled, now.toISOString())
        expect(found).toEqual(now >= publishAt ? { by, at: now.toISOString() } : undefined)
      }),
    )
  })

  it('is not waited for by a text that still needs approval', () => {
    const open = state({ run: run({ step: 0, publishAt: '2026-11-23T02:00:00.000Z' }) })
    expect(due(open, NOW)).toBeUndefined()
  })

  it('once it is gone, leaves the text held; only what was approved to be published at once is', () => {
    expect(due(state({ run: run({}) }), NOW)).toBeUndefined()
    expect(due(state({ run: run({ publishing: true }) }), NOW)).toEqual({ by, at: NOW })
  })
})

describe('the end of an edition', () => {
  it('comes from its instant on, once, and only to what is live', () => {
    fc.assert(
      fc.property(instants, instants, fc.boolean(), (expiresAt, now, live) => {
        const found = expiryDue(state({ live, edition: 2, expiresAt: expiresAt.toISOString() }), now.toISOString())
        expect(found?.type).toBe(live && now >= expiresAt ? 'expired' : undefined)
      }),
    )
    expect(expiryDue(state({ live: true }), NOW)).toBeUndefined()
  })
})

it('the next instant is the earlier of publication and end, and none when nothing will happen', () => {
  expect(nextInstant(state({}))).toBe('')
  expect(nextInstant(state({ live: false, expiresAt: NOW }))).toBe('')
  expect(nextInstant(state({ live: true, expiresAt: NOW, run: run({ publishAt: '2026-12-01T00:00:00.000Z' }) }))).toBe(
    NOW,
  )
})
