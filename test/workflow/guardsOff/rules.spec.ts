import { describe, expect, it, vi } from 'vitest'
import type { Context } from '../../../plugins/workflow/core/context.ts'
import type { Command } from '../../../plugins/workflow/core/decide.ts'
import type { WorkflowDefinition } from '../../../plugins/workflow/core/definition.ts'
import type { Actor, StoredEvent } from '../../../plugins/workflow/core/events.ts'
import { rules } from '../../../plugins/workflow/core/rules.ts'
import { EMPTY, evolve, fold, type WorkflowState } from '../../../plugins/workflow/core/state.ts'
import { author, definitions, deputy, editor, frozen, head, play, refusalOf, secretary, standard } from '../play.ts'
import { byName, eachGuardHolds, type Guard } from './guards.ts'

vi.mock(import('../../../plugins/workflow/core/binding.ts'), async (importActual) => {
  const { offNow } = await import('./guards.ts')
  const { approvalsThatStand } = await importActual()
  return {
    approvalsThatStand: (approvals, approved, contentHash) =>
      offNow.has('approvalsThatStand') ? approvals : approvalsThatStand(approvals, approved, contentHash),
  }
})

type Rule = keyof typeof rules
type More = Parameters<typeof refusalOf>[3]

/** An action that must be refused with a code. */
const refused =
  (code: string, state: () => WorkflowState, by: Actor, action: Command['action'], more: More = {}): (() => void) =>
  () =>
    expect(refusalOf(state(), by, action, more)).toBe(code)

const AT_LAST: Partial<Command> = { publishAt: '2026-02-01T00:00:00Z' }
const submitted = () => play([[author, 'submit']]).state
const toSecretary = () =>
  play([
    [author, 'submit'],
    [editor, 'approve'],
  ]).state
const toHead = (contributors = ['an']) =>
  play([
    [author, 'submit', { frozen: frozen('h1', contributors) }],
    [editor, 'approve', { frozen: frozen('h1', contributors) }],
    [secretary, 'approve'],
  ]).state
const published = () =>
  play([
    [author, 'submit'],
    [editor, 'approve'],
    [secretary, 'approve'],
    [head, 'approve'],
  ]).state
/** Approved and scheduled. */
const scheduled = () => {
  const state = toHead()
  const event = { type: 'approved', step: 'approve', contentHash: 'h1', final: true, by: head, at: '' } as const
  return evolve(state, { ...event, ...AT_LAST, seq: 4, hash: '' } as StoredEvent, definitions)
}
const unscheduled = () => evolve(scheduled(), { type: 'unscheduled', by: head, at: '', seq: 5, hash: '' }, definitions)
/** Approved, before its publication is written. */
const publishing = () => {
  const event = { type: 'approved', step: 'approve', contentHash: 'h1', final: true, by: head, at: '' } as const
  return evolve(toHead(), { ...event, seq: 4, hash: '' }, definitions)
}
const TWICE: WorkflowDefinition = {
  ...standard,
  steps: standard.steps.map((step) => (step.name === 'approve' ? { ...step, quorum: 2 } : step)),
}
const twice: { context: Partial<Context> } = { context: { definitions: () => TWICE } }
const approvedOnce = () => {
  const event = { type: 'approved', step: 'approve', contentHash: 'h1', final: false, by: head, at: '' } as const
  return evolve(toHead(), { ...event, seq: 4, hash: '' }, () => TWICE)
}
const WHY = { reason: 'Vì sai' }
const fault = { path: 'title', message: { vi: 'Thiếu', en: 'Missing' } }
const EXPIRED = { context: { address: { slug: 's', url: '/p/s', expiresAt: '2025-12-31T17:00:00.000Z' } } }
const WRONG = 'WORKFLOW_WRONG_STATE'

const ATTEMPTS: Record<Rule, Guard['attempts']> = {
  expectedGiven: {
    'an approval that names nothing it saw': refused('WORKFLOW_EXPECTED_MISSING', submitted, editor, 'approve', {
      expected: undefined,
    }),
  },
  nothingSince: {
    'an approval of what was, not of what is': refused('WORKFLOW_STALE', toHead, head, 'approve', { expected: 2 }),
  },
  notPublishing: {
    'a return between approval and publication': refused(WRONG, publishing, head, 'return', WHY),
    'a publication between approval and publication': refused(WRONG, publishing, head, 'publish'),
  },
  notUnderReview: { 'a text submitted twice': refused(WRONG, submitted, author, 'submit') },
  maySubmit: {
    'a text submitted by who is no author': refused('FORBIDDEN', () => EMPTY, secretary, 'submit'),
    'a text submitted by who may not write it': refused('FORBIDDEN', () => EMPTY, author, 'submit', {
      context: { mayEdit: false },
    }),
  },
  underReview: { 'a recall of a draft': refused(WRONG, () => EMPTY, author, 'recall') },
  submittedByThem: { 'a recall of what another submitted': refused('FORBIDDEN', submitted, editor, 'recall') },
  undecided: { 'a recall after the first decision': refused(WRONG, toSecretary, author, 'recall') },
  waitsForDecision: {
    'an approval of a scheduled text': refused(WRONG, scheduled, head, 'approve'),
    'a refusal of a published text': refused(WRONG, published, head, 'refuse', WHY),
  },
  theirStep: {
    "an approval of another's step": refused('WORKFLOW_NOT_YOUR_STEP', toHead, secretary, 'approve'),
    "a return from another's step": refused('WORKFLOW_NOT_YOUR_STEP', toHead, editor, 'return', WHY),
  },
  wroteNothing: {
    'an approval by a contributor': refused('WORKFLOW_CONFLICT_OF_DUTY', () => toHead(['an', 'dung']), head, 'approve'),
  },
  approvedNothing: {
    'a second approval by the same person': refused('WORKFLOW_CONFLICT_OF_DUTY', approvedOnce, head, 'approve', twice),
  },
  atLastStep: { 'a time set at the first step': refused(WRONG, submitted, author, 'schedule', AT_LAST) },
  timedAtTheLast: { 'a time set with an earlier approval': refused(WRONG, toSecretary, secretary, 'approve', AT_LAST) },
  timePossible: {
    'a time that has passed': refused('CONTENT_INVALID', toHead, head, 'schedule', {
      publishAt: '2020-01-01T00:00:00Z',
    }),
    'a word for a time': refused('CONTENT_INVALID', unscheduled, head, 'schedule', { publishAt: 'ngày mai' }),
  },
  shownAfter: {
    'an approval of what expired meanwhile': refused('CONTENT_INVALID', toHead, head, 'approve', EXPIRED),
    'a time after which it has expired': refused('CONTENT_INVALID', unscheduled, head, 'schedule', {
      ...EXPIRED,
      publishAt: '2026-06-01T00:00:00Z',
    }),
    'a publication of what expired meanwhile': refused('CONTENT_INVALID', unscheduled, head, 'publish', EXPIRED),
  },
  timeSet: { 'a time taken back that was never set': refused(WRONG, unscheduled, head, 'unschedule') },
  fullyApproved: {
    'a publication before the last approval': refused(WRONG, toHead, head, 'publish'),
    'a publication of a draft': refused(WRONG, () => EMPTY, head, 'publish'),
  },
  isPublic: { 'a withdrawal of what is not public': refused(WRONG, () => EMPTY, head, 'withdraw', WHY) },
  hasAuthority: {
    'a publication by the editor': refused('FORBIDDEN', unscheduled, editor, 'publish'),
    'a withdrawal by the secretary': refused('FORBIDDEN', published, secretary, 'withdraw', WHY),
    'a time taken back by the author': refused('FORBIDDEN', scheduled, author, 'unschedule'),
  },
  reasonGiven: {
    'a return without a word': refused('WORKFLOW_REASON_MISSING', submitted, editor, 'return', { reason: ' \u200b ' }),
    'a withdrawal without a word': refused('WORKFLOW_REASON_MISSING', published, head, 'withdraw'),
  },
  contentComplete: {
    'an incomplete text submitted': refused('CONTENT_INVALID', () => EMPTY, author, 'submit', {
      context: { frozen: { ...frozen('h1'), faults: [fault] } },
    }),
    'an incomplete text passed on': refused('CONTENT_INVALID', submitted, editor, 'approve', {
      context: { frozen: { ...frozen('h1'), faults: [fault] } },
    }),
  },
  differsFromEdition: { 'the edition in force submitted again': refused(WRONG, published, author, 'submit') },
  approversLeft: {
    'a text that nobody could approve': refused('WORKFLOW_NO_APPROVER', () => EMPTY, author, 'submit', {
      context: { people: () => ['an'] },
    }),
  },
}

const LATE: WorkflowDefinition = {
  ...standard,
  steps: [standard.steps[1]!, standard.steps[0]!, standard.steps[2]!],
}
/** Approved by the secretary, then changed by the editor. */
const changedAfterApproval = (): WorkflowState => {
  const facts = { contributors: ['an'], covers: { version: '', count: 0 }, at: '', hash: '' }
  return fold(
    [
      { ...facts, type: 'submitted', by: author, round: 1, definition: 'd', contentHash: 'h1', seq: 1 },
      { type: 'approved', by: secretary, at: '', step: 'confirm', contentHash: 'h1', final: false, seq: 2, hash: '' },
      { ...facts, type: 'passed', by: editor, step: 'edit', contentHash: 'h2', seq: 3 },
    ],
    () => LATE,
  )
}

const guards: Guard[] = [
  ...(Object.keys(rules) as Rule[]).map((name) => ({
    name,
    off: () => {
      // Each rule has its own parameters; the result that permits is the same for all.
      const spy = vi.spyOn(rules as Record<Rule, () => undefined>, name).mockReturnValue(undefined)
      return () => spy.mockRestore()
    },
    attempts: ATTEMPTS[name],
  })),
  {
    name: 'approvalsThatStand',
    off: byName('approvalsThatStand'),
    attempts: {
      'an approval of another text that still counts': () => {
        expect(changedAfterApproval().run).toMatchObject({ step: 0, approvals: [], contentHash: 'h2' })
      },
    },
  },
]

describe('without one rule of the workflow', () => eachGuardHolds('rules', guards))

it('what the rules are tried with is taken where it may be', () => {
  expect(refusalOf(toHead(), head, 'approve')).toBeUndefined()
  expect(refusalOf(toHead(['an', 'dung']), deputy, 'approve')).toBeUndefined()
  expect(refusalOf(approvedOnce(), deputy, 'approve', twice)).toBeUndefined()
  expect(refusalOf(toHead(), head, 'schedule', AT_LAST)).toBeUndefined()
  expect(refusalOf(scheduled(), head, 'unschedule')).toBeUndefined()
  expect(refusalOf(unscheduled(), head, 'publish')).toBeUndefined()
  expect(refusalOf(published(), head, 'withdraw', WHY)).toBeUndefined()
  expect(refusalOf(submitted(), author, 'recall')).toBeUndefined()
  expect(refusalOf(submitted(), editor, 'return', WHY)).toBeUndefined()
})
