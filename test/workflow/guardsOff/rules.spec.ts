import { describe, expect, it, vi } from 'vitest'
import { approveListed } from '../../../plugins/workflow/core/batch.ts'
import type { Command } from '../../../plugins/workflow/core/command.ts'
import type { Context } from '../../../plugins/workflow/core/context.ts'
import { definitionHash, type WorkflowDefinition } from '../../../plugins/workflow/core/definition.ts'
import { type StoredEvent, SYSTEM } from '../../../plugins/workflow/core/events.ts'
import { evolve, fold } from '../../../plugins/workflow/core/evolve.ts'
import type { Acting } from '../../../plugins/workflow/core/powers.ts'
import { rules } from '../../../plugins/workflow/core/rules.ts'
import { EMPTY, type WorkflowState } from '../../../plugins/workflow/core/state.ts'
import {
  author,
  context,
  definitions,
  deputy,
  editor,
  frozen,
  hash,
  head,
  person,
  play,
  refusalOf,
  secretary,
  standard,
} from '../play.ts'
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
  (code: string, state: () => WorkflowState, by: Acting, action: Command['action'], more: More = {}): (() => void) =>
  () =>
    expect(refusalOf(state(), by, action, more)).toBe(code)

const IMPORTED: WorkflowDefinition = {
  ...standard,
  steps: [{ ...standard.steps.at(-1)!, name: 'approve', by: { role: 'head' } }],
}
/** A list on which one text is approved with others. */
const approvedListed = (state: WorkflowState, more: { imported?: boolean; contentHash?: string; by?: Acting } = {}) => {
  const { imported = true, contentHash = 'h1', by = head } = more
  const decision = approveListed(
    state,
    { by, at: '2026-01-01T00:00:00.000Z' },
    context({ definitions: () => IMPORTED, current: { definition: IMPORTED, hash: 'd' } }),
    { listed: { collection: 'letters', id: '1', contentHash }, imported, mark: { manifest: 'm', documents: 1 } },
  )
  return 'refusal' in decision ? decision.refusal.code : undefined
}
const listed =
  (code: string, state: () => WorkflowState, more?: Parameters<typeof approvedListed>[1]): (() => void) =>
  () =>
    expect(approvedListed(state(), more)).toBe(code)
const recalled = () => evolve(submitted(), { type: 'recalled', by: author, at: '', seq: 2, hash: '' }, definitions)

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
/** The definition in force asks two heads where that of the run asks one. */
const LONGER: { context: Partial<Context> } = {
  context: { inForce: { definition: TWICE, hash: definitionHash(TWICE) } },
}
const resting = { ...head, rests: { until: '2026-01-02T00:00:00Z' } }
/** The head's step, beside the editors. */
const BESIDES: WorkflowDefinition = {
  ...standard,
  steps: standard.steps.map((step) =>
    step.name === 'approve' ? { ...step, parallel: [{ name: 'side', by: { role: 'editor' } }] } : step,
  ),
}
const besides = () => {
  const event = { type: 'approved', step: 'approve', contentHash: 'h1', final: false, by: head, at: '' } as const
  return evolve(toHead(), { ...event, seq: 4, hash: '' }, () => BESIDES)
}
const CHECKED: WorkflowDefinition = {
  ...standard,
  steps: standard.steps.map((step) =>
    step.name === 'approve'
      ? { ...step, checklist: ['read', 'signed'].map((name) => ({ name, title: { vi: name, en: name } })) }
      : step,
  ),
}
const withdrawn = () =>
  evolve(
    published(),
    {
      type: 'withdrawn',
      by: head,
      at: '',
      edition: 1,
      reason: 'sai',
      ratifyBy: '2026-01-02T00:00:00Z',
      escalateTo: 'secretary',
      seq: 6,
      hash: '',
    },
    definitions,
  )
/** Published urgently by the head, a text to which the deputy contributed. */
const urgent = () =>
  evolve(
    EMPTY,
    {
      ...frozen('h1', ['an', 'em']),
      type: 'publishedUrgently',
      by: head,
      at: '',
      definition: 'd',
      edition: 1,
      reason: 'Bão',
      slug: 's',
      url: '/p/s',
      ratifyBy: '2026-01-02T00:00:00Z',
      escalateTo: 'secretary',
      seq: 1,
      hash: '',
    },
    definitions,
  )
/** At the head's step, taken by the deputy. */
const claimed = () =>
  evolve(
    toHead(),
    { type: 'claimed', step: 'approve', until: '2026-01-02T00:00:00.000Z', by: deputy, at: '', seq: 4, hash: '' },
    definitions,
  )
/** Withdrawn, and the head proposes to erase the edition. */
const condemned = () =>
  evolve(
    withdrawn(),
    {
      type: 'purgeProposed',
      by: head,
      at: '',
      edition: 1,
      contentHash: 'h1',
      reason: 'Dữ liệu cá nhân',
      seq: 7,
      hash: '',
    },
    definitions,
  )
const purged = () =>
  evolve(
    condemned(),
    {
      type: 'purged',
      by: deputy,
      at: '',
      event: 7,
      edition: 1,
      contentHash: 'h1',
      reason: '',
      texts: ['h1'],
      seq: 8,
      hash: '',
    },
    definitions,
  )
/** The same text is under review again. */
const condemnedAgain = () =>
  evolve(
    condemned(),
    { ...frozen('h1'), type: 'submitted', by: author, at: '', round: 2, definition: 'd', seq: 8, hash: '' },
    definitions,
  )
/** The same, withdrawn by itself because nobody ratified it. */
const urgentGone = () =>
  evolve(
    urgent(),
    { type: 'withdrawn', by: SYSTEM, at: '', edition: 1, reason: 'Quá hạn', seq: 2, hash: '' },
    definitions,
  )
const plain: { context: Partial<Context> } = {
  context: { current: { definition: { ...standard, ratification: undefined }, hash: 'd' } },
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
  claimedByNobodyElse: {
    'an approval of what another has claimed': refused('WORKFLOW_CLAIMED', claimed, head, 'approve'),
    'a return of what another has claimed': refused('WORKFLOW_CLAIMED', claimed, head, 'return', WHY),
    'a claim of what another has claimed': refused('WORKFLOW_CLAIMED', claimed, head, 'claim'),
  },
  claimed: { 'a release of what nobody claimed': refused(WRONG, toHead, head, 'release') },
  notTheirsYet: { 'a second claim': refused(WRONG, claimed, deputy, 'claim') },
  powerHolds: {
    'an approval with power that rests': refused('WORKFLOW_POWER_RESTS', toHead, resting, 'approve'),
    'a withdrawal with power that rests': refused('WORKFLOW_POWER_RESTS', published, resting, 'withdraw', WHY),
    'an approval by an account that is not as recorded': refused(
      'WORKFLOW_POWER_RESTS',
      toHead,
      { ...head, rests: { until: undefined } },
      'approve',
    ),
  },
  groupStillOpen: {
    'a second approval for a group that has decided': () =>
      expect(refusalOf(besides(), deputy, 'approve', { context: { definitions: () => BESIDES } })).toBe(WRONG),
  },
  everythingTicked: {
    'an approval with one item ticked of two': refused('CONTENT_INVALID', toHead, head, 'approve', {
      checklist: ['read'],
      context: { definitions: () => CHECKED },
    }),
  },
  eligible: {
    'a claim by a contributor': refused('WORKFLOW_CONFLICT_OF_DUTY', () => toHead(['an', 'dung']), head, 'claim'),
  },
  assigneeFits: {
    'a step given to nobody': refused('CONTENT_INVALID', toHead, head, 'assign'),
    'a step given to who has another duty': refused('CONTENT_INVALID', toHead, head, 'assign', {
      context: { assignee: secretary },
    }),
    'a step given to a contributor': refused('CONTENT_INVALID', () => toHead(['an', 'em']), head, 'assign', {
      context: { assignee: deputy },
    }),
  },
  assigneeIsHere: {
    'a step given to who is away': refused('CONTENT_INVALID', toHead, head, 'assign', {
      context: { assignee: deputy, assigneeAway: { from: '2025-12-30', until: '2026-01-05' } },
    }),
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
  isPublic: {
    'a withdrawal of what is not public': refused(WRONG, () => EMPTY, head, 'withdraw', WHY),
    'an end of what is not public': refused(WRONG, withdrawn, head, 'expire', WHY),
    'a correction of what is not public': refused(WRONG, withdrawn, author, 'correct', { changeNote: 'Sửa' }),
  },
  hasEnded: {
    'a restoration of what is public': refused(WRONG, published, deputy, 'restore', WHY),
    'a redirect of a draft': refused(WRONG, () => EMPTY, head, 'redirect'),
  },
  endedByOther: {
    'a restoration by who withdrew': refused('WORKFLOW_CONFLICT_OF_DUTY', withdrawn, head, 'restore', WHY),
  },
  approvedByOther: {
    'a restoration by the urgent publisher': refused('WORKFLOW_CONFLICT_OF_DUTY', urgentGone, head, 'restore', WHY),
    'a restoration by who wrote it': refused('WORKFLOW_CONFLICT_OF_DUTY', urgentGone, deputy, 'restore', WHY),
  },
  urgencyKnown: {
    'an urgent publication where the workflow knows none': refused('FORBIDDEN', () => EMPTY, head, 'publish-urgently', {
      ...WHY,
      ...plain,
    }),
  },
  waitsForRatification: { 'a ratification of what was approved': refused(WRONG, published, deputy, 'ratify') },
  ratifiedByOther: {
    'a ratification by the urgent publisher': refused('WORKFLOW_CONFLICT_OF_DUTY', urgent, head, 'ratify'),
    'a ratification by a contributor': refused('WORKFLOW_CONFLICT_OF_DUTY', urgent, deputy, 'ratify'),
    'a ratification of their own withdrawal': refused('WORKFLOW_CONFLICT_OF_DUTY', withdrawn, head, 'ratify'),
  },
  targetFits: {
    'a redirect to nothing public': refused('CONTENT_INVALID', withdrawn, head, 'redirect', {
      context: { target: undefined },
    }),
    'a withdrawal that leads to itself': refused('CONTENT_INVALID', published, head, 'withdraw', {
      ...WHY,
      leadsOn: true,
      context: { target: { document: 'letters:this', url: '/p/s' } },
    }),
  },
  neverSubmitted: { 'a text that came back from review': listed('WORKFLOW_WRONG_STATE', recalled) },
  asImported: { 'a text that somebody wrote here': listed('WORKFLOW_WRONG_STATE', () => EMPTY, { imported: false }) },
  asListed: { 'another text than the one on the list': listed('WORKFLOW_STALE', () => EMPTY, { contentHash: 'h2' }) },
  somethingToPurge: {
    'a proposal to erase what is public': refused(WRONG, published, head, 'propose-purge', { ...WHY, edition: 1 }),
    'a proposal to erase what is erased': refused(WRONG, purged, head, 'propose-purge', { ...WHY, edition: 1 }),
  },
  mayBePurged: {
    'a proposal to erase an edition that never was': refused('CONTENT_INVALID', withdrawn, head, 'propose-purge', {
      ...WHY,
      edition: 2,
    }),
    'a proposal that names no edition': refused('CONTENT_INVALID', withdrawn, head, 'propose-purge', WHY),
    'a confirmation while the text is under review again': refused(
      'CONTENT_INVALID',
      condemnedAgain,
      deputy,
      'confirm-purge',
    ),
  },
  purgeProposed: {
    'a confirmation of what nobody proposed': refused(WRONG, withdrawn, deputy, 'confirm-purge'),
    'an answer to what nobody proposed': refused(WRONG, withdrawn, deputy, 'decline-purge', WHY),
  },
  proposedByOther: {
    'a confirmation by who proposed it': refused('WORKFLOW_CONFLICT_OF_DUTY', condemned, head, 'confirm-purge'),
  },
  ownTextAlone: {
    'a confirmation for words that another document has too': refused(WRONG, condemned, deputy, 'confirm-purge', {
      context: { ofOthers: new Set(['h1']) },
    }),
  },
  notPurged: {
    'a restoration of what was erased': refused(WRONG, purged, deputy, 'restore', WHY),
    'the erased words submitted again': refused(WRONG, purged, author, 'submit'),
    'the erased words published urgently': refused(WRONG, purged, head, 'publish-urgently', WHY),
  },
  onItsWay: { 'a draft moved to another workflow': refused(WRONG, () => EMPTY, head, 'move', { ...WHY, ...LONGER }) },
  definitionChanged: {
    'a text moved to the workflow that it follows': refused(WRONG, toHead, head, 'move', {
      ...WHY,
      context: { inForce: { definition: standard, hash } },
    }),
  },
  approversLeftAhead: {
    'a text moved to where nobody is left to approve it': () =>
      expect(refusalOf(toHead(['an', 'em']), head, 'move', { ...WHY, ...LONGER })).toBe('WORKFLOW_NO_APPROVER'),
  },
  noteGiven: {
    'a correction that says nothing': refused('WORKFLOW_REASON_MISSING', published, author, 'correct', {
      changeNote: ' ',
    }),
  },
  hasAuthority: {
    'a list approved by the editor': listed('FORBIDDEN', () => EMPTY, { by: editor }),
    'a publication by the editor': refused('FORBIDDEN', unscheduled, editor, 'publish'),
    'a withdrawal by the secretary': refused('FORBIDDEN', published, secretary, 'withdraw', WHY),
    'an urgent publication by the secretary': refused('FORBIDDEN', () => EMPTY, secretary, 'publish-urgently', WHY),
    'a ratification by the editor': refused('FORBIDDEN', urgent, editor, 'ratify'),
    'a restoration by the secretary': refused('FORBIDDEN', withdrawn, secretary, 'restore', WHY),
    'a redirect by the secretary': refused('FORBIDDEN', withdrawn, secretary, 'redirect'),
    'an end set by the author': refused('FORBIDDEN', published, author, 'expire', WHY),
    'a text moved to another workflow by the secretary': refused('FORBIDDEN', toHead, secretary, 'move', {
      ...WHY,
      ...LONGER,
    }),
    'a time taken back by the author': refused('FORBIDDEN', scheduled, author, 'unschedule'),
  },
  reasonGiven: {
    'a return without a word': refused('WORKFLOW_REASON_MISSING', submitted, editor, 'return', { reason: ' \u200b ' }),
    'a withdrawal without a word': refused('WORKFLOW_REASON_MISSING', published, head, 'withdraw'),
    'an urgent publication without a word': refused('WORKFLOW_REASON_MISSING', () => EMPTY, head, 'publish-urgently'),
    'a restoration without a word': refused('WORKFLOW_REASON_MISSING', withdrawn, deputy, 'restore'),
    'a move without a word': refused('WORKFLOW_REASON_MISSING', toHead, head, 'move', LONGER),
    'an end without a word': refused('WORKFLOW_REASON_MISSING', published, head, 'expire'),
  },
  contentComplete: {
    'an incomplete text submitted': refused('CONTENT_INVALID', () => EMPTY, author, 'submit', {
      context: { frozen: { ...frozen('h1'), faults: [fault] } },
    }),
    'an incomplete text passed on': refused('CONTENT_INVALID', submitted, editor, 'approve', {
      context: { frozen: { ...frozen('h1'), faults: [fault] } },
    }),
    'an incomplete text published urgently': refused('CONTENT_INVALID', () => EMPTY, head, 'publish-urgently', {
      ...WHY,
      context: { frozen: { ...frozen('h1'), faults: [fault] } },
    }),
  },
  differsFromEdition: {
    'the edition in force submitted again': refused(WRONG, published, author, 'submit'),
    'the edition in force published urgently': refused(WRONG, published, head, 'publish-urgently', WHY),
  },
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
  expect(refusalOf(EMPTY, head, 'publish-urgently', WHY)).toBeUndefined()
  expect(refusalOf(toHead(), head, 'claim')).toBeUndefined()
  expect(refusalOf(claimed(), deputy, 'approve')).toBeUndefined()
  expect(refusalOf(claimed(), head, 'approve', { context: { now: '2026-01-03T00:00:00Z' } })).toBeUndefined()
  expect(refusalOf(claimed(), head, 'release')).toBeUndefined()
  expect(refusalOf(toHead(), head, 'assign', { context: { assignee: deputy } })).toBeUndefined()
  expect(refusalOf(toSecretary(), head, 'assign', { context: { assignee: secretary } })).toBeUndefined()
  expect(refusalOf(urgent(), person('gia', 'head'), 'ratify')).toBeUndefined()
  expect(refusalOf(urgentGone(), person('gia', 'head'), 'restore', WHY)).toBeUndefined()
  expect(refusalOf(withdrawn(), deputy, 'ratify')).toBeUndefined()
  expect(refusalOf(withdrawn(), deputy, 'restore', WHY)).toBeUndefined()
  expect(refusalOf(withdrawn(), head, 'redirect')).toBeUndefined()
  expect(refusalOf(published(), head, 'withdraw', { ...WHY, leadsOn: true })).toBeUndefined()
  expect(refusalOf(published(), head, 'expire', WHY)).toBeUndefined()
  expect(approvedListed(EMPTY)).toBeUndefined()
  expect(refusalOf(withdrawn(), head, 'propose-purge', { ...WHY, edition: 1 })).toBeUndefined()
  expect(refusalOf(condemned(), deputy, 'confirm-purge')).toBeUndefined()
  expect(refusalOf(condemned(), head, 'decline-purge', WHY)).toBeUndefined()
  expect(refusalOf(toHead(), head, 'move', { ...WHY, ...LONGER })).toBeUndefined()
  expect(refusalOf(purged(), author, 'submit', { context: { frozen: frozen('h2') } })).toBeUndefined()
  const corrected = { changeNote: 'Sửa ngày', context: { frozen: frozen('h2') } }
  expect(refusalOf(published(), author, 'correct', corrected)).toBeUndefined()
})
