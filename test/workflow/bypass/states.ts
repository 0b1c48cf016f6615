import { expect } from 'vitest'
import type { Login } from '../../support/portal.ts'
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
export type State = (typeof STATES)[number]

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
}

/** Only notices expire. */
export const statesOf = (collection: Governed): State[] =>
  STATES.filter((state) => state !== 'expired' || collection === 'notices')

/** Whether the text is in a run: at a step, or approved but not public. */
export const isUnderWay = (state: State): boolean =>
  ['editing', 'approving', 'approved', 'scheduled', 'revising'].includes(state)
export const wasPublic = (state: State): boolean => ['published', 'revising', 'withdrawn', 'expired'].includes(state)

/** Who decides at each step of a chain, in order. */
export const APPROVERS: Record<Governed, Login[]> = {
  directives: ['editor', 'secretary', 'head'],
  bulletins: ['editor', 'secretary', 'head'],
  videos: ['editor', 'secretary', 'head'],
  notices: ['editor', 'head'],
}

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
    await step('author', target, 'submit')
    switch (state) {
      case 'editing':
        return
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
    if (state === 'withdrawn') await step('head', target, 'withdraw')
    if (state === 'revising') {
      const saved = await rest('author', 'PATCH', `/${target.collection}/${target.id}`, { title: 'Bản sau' })
      expect(saved.status).toBe(200)
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
