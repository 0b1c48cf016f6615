import type { Action } from '../../../plugins/workflow/index.ts'
import { type Answer, type Bypass, type Governed, LOGINS, type Target, type Who } from './bypassing.ts'
import { APPROVERS, AT, hasEnded, isLive, isUnderWay, type State } from './states.ts'

const HEADS: readonly Who[] = ['head', 'deputy']
const AUTHORS: readonly Who[] = ['author', 'author2', 'editor', 'secretary', 'head', 'deputy']
export const ACTORS: readonly Who[] = [...LOGINS, 'nobody']

type Refused = Pick<Answer, 'status' | 'code'> | undefined
const WRONG_STATE = { status: 409, code: 'WORKFLOW_WRONG_STATE' }
const FORBIDDEN = { status: 403, code: 'FORBIDDEN' }
const NOT_YOURS = { status: 403, code: 'WORKFLOW_NOT_YOUR_STEP' }
const CLAIMED = { status: 409, code: 'WORKFLOW_CLAIMED' }
const CONFLICT = { status: 403, code: 'WORKFLOW_CONFLICT_OF_DUTY' }
const LOGIN = { status: 401, code: 'LOGIN_REQUIRED' }

/**
 * Who decides at the current step, and whether that decision is the last; `undefined` when the text waits at no step.
 */
const stepOf = (collection: Governed, state: State): { whos: readonly Who[]; last: boolean } | undefined => {
  if (['editing', 'claimed', 'outdated'].includes(state)) return { whos: ['editor'], last: false }
  if (state !== 'approving' && state !== 'revising') return undefined
  return APPROVERS[collection][1] === 'head' ? { whos: HEADS, last: true } : { whos: ['secretary'], last: false }
}

/**
 * The expected refusal of an action, derived from the rules and not from the code; `undefined` when it is permitted.
 */
export const actionRefusal = (collection: Governed, action: Action, who: Who, state: State): Refused => {
  if (who === 'nobody') return LOGIN
  const step = stepOf(collection, state)
  const cleared = state === 'approved' || state === 'scheduled'
  const byHead: Refused = HEADS.includes(who) ? undefined : FORBIDDEN
  const atStep: Refused = !step ? WRONG_STATE : step.whos.includes(who) ? undefined : NOT_YOURS
  switch (action) {
    case 'submit':
      if (isUnderWay(state)) return WRONG_STATE
      if (!AUTHORS.includes(who)) return FORBIDDEN
      // The text equals the edition in force, so there is nothing to approve.
      return state === 'published' || state === 'urgent' ? WRONG_STATE : undefined
    case 'correct':
      if (!isLive(state) || isUnderWay(state)) return WRONG_STATE
      if (!AUTHORS.includes(who)) return FORBIDDEN
      return state === 'changed' ? undefined : WRONG_STATE
    case 'recall':
      if (!isUnderWay(state)) return WRONG_STATE
      if (who !== 'author') return FORBIDDEN
      return ['editing', 'claimed', 'outdated'].includes(state) ? undefined : WRONG_STATE
    case 'claim':
      return atStep ?? (state === 'claimed' ? WRONG_STATE : undefined)
    case 'assign':
      return step && HEADS.includes(who) ? undefined : atStep
    case 'release':
      if (state !== 'claimed') return WRONG_STATE
      return who === 'editor' || HEADS.includes(who) ? undefined : CLAIMED
    case 'approve':
    case 'refuse':
      return atStep
    case 'return':
      return state === 'approved' ? byHead : atStep
    case 'schedule':
      if (cleared) return byHead
      return step && !step.last ? WRONG_STATE : atStep
    case 'unschedule':
      return state === 'scheduled' ? byHead : WRONG_STATE
    case 'publish':
      return cleared ? byHead : WRONG_STATE
    case 'withdraw':
    case 'expire':
      return isLive(state) ? byHead : WRONG_STATE
    case 'restore':
      if (!hasEnded(state)) return WRONG_STATE
      return byHead ?? (state !== 'expired' && who === 'head' ? CONFLICT : undefined)
    case 'redirect':
      return hasEnded(state) ? byHead : WRONG_STATE
    case 'move':
      return state === 'outdated' ? byHead : WRONG_STATE
    case 'propose-purge':
      return hasEnded(state) ? byHead : WRONG_STATE
    case 'confirm-purge':
    case 'decline-purge':
      if (state !== 'condemned') return WRONG_STATE
      return byHead ?? (action === 'confirm-purge' && who === 'head' ? CONFLICT : undefined)
    case 'publish-urgently':
      return byHead ?? (state === 'published' || state === 'urgent' ? WRONG_STATE : undefined)
    case 'ratify':
      if (state !== 'urgent' && state !== 'withdrawn' && state !== 'condemned') return WRONG_STATE
      return byHead ?? (who === 'head' ? CONFLICT : undefined)
  }
}

/** Input sent with the action. */
export interface Sent {
  expected?: number
  reason?: string
  at?: string
  note?: string
  edition?: number
  /** Address of another document, which is public, or of a person. */
  to?: string
}
/** Somebody to whom the current step may be given. */
export const assigneeFor = (collection: Governed, state: State): string => {
  const whos = stepOf(collection, state)?.whos ?? []
  return `${whos.at(-1) ?? 'editor'}@demo.local`
}
export const WHOLE: Sent = { reason: 'Ban hành nhầm', at: AT, note: 'Đính chính ngày ban hành', edition: 1 }

/** The two APIs for actions; they must behave the same. */
export const actingOf = (bypass: () => Bypass) => {
  const seqOf = async ({ collection, id }: Target): Promise<number> =>
    ((await bypass().rest('auditor', 'GET', `/workflow/${collection}/${id}`)).doc as { seq: number }).seq
  /** Only scheduling may carry a time. */
  const body = (action: Action, { at, ...sent }: Sent): Sent => (action === 'schedule' ? { ...sent, at } : sent)
  return {
    seqOf,
    REST: (who: Who, { collection, id }: Target, action: Action, sent: Sent): Promise<Answer> =>
      bypass().rest(who, 'POST', `/workflow/${collection}/${id}/${action}`, body(action, sent)),
    GraphQL: (who: Who, { collection, id }: Target, action: Action, sent: Sent): Promise<Answer> => {
      const { expected, ...input } = body(action, sent)
      const words = Object.entries(input).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
      return bypass().gql(
        who,
        `mutation { workflowAction(collection: "${collection}", id: "${id}", action: "${action}"${
          expected === undefined ? '' : `, expected: ${expected}`
        }, input: { ${words.join(', ')} }) }`,
      )
    },
  }
}
