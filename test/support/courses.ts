import type { Action } from '../../plugins/workflow/index.ts'
import { logRowsOf } from './logRows.ts'
import { chain, type Person, type Spine } from './spine.ts'
import { underDefinition } from './underDefinition.ts'

const WHY = { reason: 'Ban hành nhầm' }

export type Act = [Person, Action, object?]
const SUBMITTED: Act[] = [['an', 'submit']]
const TO_HEAD: Act[] = [...SUBMITTED, ['binh', 'approve'], ['chi', 'approve']]
const PUBLIC: Act[] = [...TO_HEAD, ['dung', 'approve']]
const WITHDRAWN: Act[] = [...PUBLIC, ['dung', 'withdraw', WHY]]
const TIMED: Act[] = [...TO_HEAD, ['dung', 'schedule', { at: '2026-12-01T03:00:00.000Z' }]]
const CHANGED = 'changed'

/** The chain before the secretaries were given a deadline. */
const WITHOUT_DUE = { ...chain, steps: chain.steps.map(({ due: _, ...step }) => step) }

/** How a document comes to where each action can be taken, under which definition if not the one in force, and the action. */
export const COURSES: Record<Action, { before: (Act | typeof CHANGED)[]; under?: typeof chain; act: Act }> = {
  submit: { before: [], act: ['an', 'submit'] },
  recall: { before: SUBMITTED, act: ['an', 'recall'] },
  claim: { before: SUBMITTED, act: ['binh', 'claim'] },
  assign: { before: SUBMITTED, act: ['dung', 'assign', { to: 'binh@example.org' }] },
  release: { before: [...SUBMITTED, ['binh', 'claim']], act: ['binh', 'release'] },
  approve: { before: TO_HEAD, act: ['dung', 'approve'] },
  return: { before: TO_HEAD, act: ['dung', 'return', WHY] },
  refuse: { before: TO_HEAD, act: ['dung', 'refuse', WHY] },
  schedule: { before: TO_HEAD, act: ['dung', 'schedule', { at: '2026-12-01T03:00:00.000Z' }] },
  unschedule: { before: TIMED, act: ['dung', 'unschedule'] },
  publish: { before: [...TIMED, ['dung', 'unschedule']], act: ['em', 'publish'] },
  withdraw: { before: PUBLIC, act: ['dung', 'withdraw', { ...WHY, redirectTo: '?' }] },
  correct: { before: [...PUBLIC, CHANGED], act: ['an', 'correct', { note: 'Sửa ngày' }] },
  'publish-urgently': { before: [], act: ['dung', 'publish-urgently', WHY] },
  ratify: { before: [['dung', 'publish-urgently', WHY]], act: ['em', 'ratify'] },
  restore: { before: WITHDRAWN, act: ['em', 'restore', WHY] },
  redirect: { before: WITHDRAWN, act: ['dung', 'redirect', { to: '?' }] },
  expire: { before: PUBLIC, act: ['dung', 'expire', WHY] },
  move: { before: TO_HEAD, under: WITHOUT_DUE, act: ['dung', 'move', WHY] },
  'propose-purge': { before: WITHDRAWN, act: ['dung', 'propose-purge', { ...WHY, edition: 1 }] },
  'decline-purge': {
    before: [...WITHDRAWN, ['dung', 'propose-purge', { ...WHY, edition: 1 }]],
    act: ['em', 'decline-purge', WHY],
  },
  'confirm-purge': {
    before: [...WITHDRAWN, ['dung', 'propose-purge', { ...WHY, edition: 1 }]],
    act: ['em', 'confirm-purge'],
  },
}

/** Brings letters to where an action can be taken, and takes it. */
export interface Courses {
  /** Creates a letter on which the action can be taken. */
  bring(action: Action): Promise<Letter>
  /** Who takes the action, and with which body beside `expected`. */
  orderOf(act: Act): Order
}
export interface Letter {
  id: string
  key: string
}
export interface Order {
  person: Person
  action: Action
  body: Record<string, unknown>
}

/** @param spine has a public letter more afterwards, to which others are redirected */
export const coursesOf = async (spine: Spine): Promise<Courses> => {
  const { id, slug } = await spine.draft()
  await spine.publish(id)
  const orderOf = ([person, action, body = {}]: Act): Order => ({
    person,
    action,
    body: Object.fromEntries(
      Object.entries(body).map(([name, value]) => [name, value === '?' ? `/thu/${slug}` : value]),
    ),
  })
  const take = async (act: Act | typeof CHANGED, letter: Letter) => {
    if (act !== CHANGED) {
      const { person, action, body } = orderOf(act)
      return spine.step(person, letter.id, action, body)
    }
    const token = spine.tokens.an
    return spine.rest('PATCH', `/letters/${letter.id}`, { token, body: { title: 'Thư sửa ngày' } })
  }
  const bring: Courses['bring'] = (action) => {
    const { before, under = chain } = COURSES[action]
    return underDefinition(spine.payload, 'letters', under, async () => {
      const letter = await spine.draft()
      for (const act of before) await take(act, letter)
      return letter
    })
  }
  return { bring, orderOf }
}

/** Where a letter stands and what is stored of it, without ids and times. */
export const standingOf = async (spine: Spine, { id, key }: Letter) => {
  const { state, seq, step, timeline } = await spine.view('giam', id)
  const rows = (await logRowsOf(spine.payload, 'letters', key)).map(({ kind }) => kind)
  return { state, seq, step, types: (timeline as { type: string }[]).map(({ type }) => type), rows }
}
