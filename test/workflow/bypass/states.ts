import { expect } from 'vitest'
import { shortChain } from '../../../src/portal/chains.ts'
import type { Login } from '../../support/portal.ts'
import { underDefinition } from '../../support/underDefinition.ts'
import type { Bypass, Governed, Target } from './bypassing.ts'

/**
 * Every state of a document. The edit step and an approving step are separate states, as is an edition in force with a
 * new text under approval.
 */
export const STATES = [
  'draft',
  'editing',
  'approving',
  'approved',
  'scheduled',
  'published',
  'revising',
  'withdrawn',
  'expired',
] as const

/**
 * States that only matter to actions: changed since the edition in force, published urgently by the head, and at the
 * edit step, claimed by the editor; withdrawn, while the head proposes to erase it; at the edit step of a chain that is in
 * force no more.
 */
const ACTION_STATES = ['changed', 'urgent', 'claimed', 'condemned', 'outdated'] as const
export type State = (typeof STATES)[number] | (typeof ACTION_STATES)[number]

/** The workflow's name of each state. */
export const CALLED: Record<State, string> = {
  draft: 'draft',
  editing: 'in_review',
  approving: 'in_review',
  approved: 'approved',
  scheduled: 'scheduled',
  published: 'published',
  revising: 'in_review',
  withdrawn: 'withdrawn',
  expired: 'expired',
  changed: 'published',
  urgent: 'published',
  claimed: 'in_review',
  condemned: 'withdrawn',
  outdated: 'in_review',
}

/** Only notices expire. */
export const statesOf = (collection: Governed): State[] =>
  STATES.filter((state) => state !== 'expired' || collection === 'notices')
export const statesForActions = (collection: Governed): State[] => [...statesOf(collection), ...ACTION_STATES]

/** Whether the text is in a run: at a step, or approved but not public. */
export const isUnderWay = (state: State): boolean =>
  ['editing', 'claimed', 'outdated', 'approving', 'approved', 'scheduled', 'revising'].includes(state)
export const isLive = (state: State): boolean => ['published', 'revising', 'changed', 'urgent'].includes(state)
export const hasEnded = (state: State): boolean => ['withdrawn', 'expired', 'condemned'].includes(state)
export const wasPublic = (state: State): boolean => isLive(state) || hasEnded(state)

/** Who decides at each step of a chain, in order. */
export const APPROVERS: Record<Governed, Login[]> = {
  directives: ['editor', 'secretary', 'head'],
  bulletins: ['editor', 'secretary', 'head'],
  videos: ['editor', 'secretary', 'head'],
  notices: ['editor', 'head'],
  pages: ['editor', 'head'],
}

/** A chain that every collection followed once. */
const LAST_YEAR = { ...shortChain, name: 'last year' }

/** Later than any instant in the suites. */
export const AT = '2027-03-01T03:00:00.000Z'
const AFTER_ITS_END = '2027-07-01T03:00:00.000Z'

/** Brings documents into a state through permitted actions: shared ones once, fresh ones every time. */
export const inStates = ({
  portal,
  rest,
  draft,
}: Pick<Bypass, 'portal' | 'rest' | 'draft'>): Pick<Bypass, 'shared' | 'fresh'> => {
  const step = async (who: Login, { collection, id }: Target, action: string, more: object = {}) => {
    const url = `/workflow/${collection}/${id}`
    const { seq } = (await rest(who, 'GET', url)).doc as { seq: number }
    const answer = await rest(who, 'POST', `${url}/${action}`, { expected: seq, reason: 'Ban hành nhầm', ...more })
    expect(answer, `${action} by ${who}`).toMatchObject({ status: 200 })
  }
  const approve = async (target: Target, first: number) => {
    for (const who of APPROVERS[target.collection].slice(0, first)) await step(who, target, 'approve')
  }

  const bring = async (target: Target, state: State): Promise<void> => {
    const steps = APPROVERS[target.collection].length
    if (state === 'draft') return
    if (state === 'urgent') return step('head', target, 'publish-urgently')
    const submit = () => step('author', target, 'submit')
    if (state === 'outdated') return underDefinition(portal.payload, target.collection, LAST_YEAR, submit)
    await submit()
    switch (state) {
      case 'editing':
        return
      case 'claimed':
        return step('editor', target, 'claim')
      case 'approving':
        return approve(target, 1)
      case 'scheduled':
      case 'approved':
        await approve(target, steps - 1)
        await step('head', target, 'schedule', { at: AT })
        if (state === 'approved') await step('head', target, 'unschedule')
        return
      default:
        await approve(target, steps)
    }
    if (state === 'withdrawn' || state === 'condemned') await step('head', target, 'withdraw')
    if (state === 'condemned') await step('head', target, 'propose-purge', { edition: 1 })
    if (state === 'revising' || state === 'changed') {
      const saved = await rest('author', 'PATCH', `/${target.collection}/${target.id}`, { title: 'Bản sau' })
      expect(saved.status).toBe(200)
    }
    if (state === 'revising') {
      await step('author', target, 'submit')
      await approve(target, 1)
    }
    if (state === 'expired') {
      const now = portal.clock.now().toISOString()
      portal.clock.set(AFTER_ITS_END)
      await rest('auditor', 'GET', `/workflow/${target.collection}/${target.id}`)
      portal.clock.set(now)
    }
  }

  const targets = new Map<string, Promise<Target>>()
  const fresh = async (collection: Governed, state: State): Promise<Target> => {
    const target = await draft(collection)
    await bring(target, state)
    const { doc } = await rest('auditor', 'GET', `/workflow/${collection}/${target.id}`)
    expect(doc!.state).toBe(CALLED[state])
    return target
  }
  return {
    fresh,
    shared: (collection, state) => {
      const name = `${collection} ${state}`
      const known = targets.get(name) ?? fresh(collection, state)
      targets.set(name, known)
      return known
    },
  }
}
