import type { Action } from '../core/permit.ts'
import type { Input } from './api.ts'

/** A text that an action asks for. */
export interface Question {
  name: keyof Pick<Input, 'reason' | 'comment' | 'changeNote' | 'note' | 'to' | 'redirectTo'>
  required?: true
  /** Name of its label and hint, when it is not that of the input. */
  called?: 'assignee'
}

const REASON: Question = { name: 'reason', required: true }
const COMMENT: Question = { name: 'comment' }
const CHANGE_NOTE: Question = { name: 'changeNote' }

/** What each action asks for, in order; nothing for actions that go at once. */
export const QUESTIONS: Record<Action, readonly Question[]> = {
  submit: [CHANGE_NOTE],
  recall: [],
  claim: [],
  assign: [{ name: 'to', called: 'assignee', required: true }],
  release: [],
  approve: [COMMENT],
  return: [REASON],
  refuse: [REASON],
  publish: [CHANGE_NOTE],
  schedule: [COMMENT],
  unschedule: [],
  withdraw: [REASON, { name: 'redirectTo' }],
  correct: [{ name: 'note', required: true }],
  'publish-urgently': [REASON, CHANGE_NOTE],
  ratify: [COMMENT],
  restore: [REASON],
  redirect: [{ name: 'to', required: true }],
  expire: [REASON],
  move: [REASON],
  'propose-purge': [REASON],
  'confirm-purge': [],
  'decline-purge': [REASON],
}

/** Actions that few people take on few days; they stand behind the others. */
export const RARE: ReadonlySet<Action> = new Set<Action>([
  'assign',
  'publish-urgently',
  'redirect',
  'expire',
  'move',
  'propose-purge',
])
