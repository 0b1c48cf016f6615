import { describe, expect, it } from 'vitest'
import { choiceOf, frozenStanding } from './standing.ts'

const step = (kind: 'edit' | 'approve', status: 'done' | 'current' | 'ahead') => ({
  name: kind,
  title: kind,
  kind,
  role: '',
  quorum: 1,
  had: 0,
  groups: [],
  checklist: [],
  status,
})

const ratified = { urgent: false, unratified: false }

describe('frozenStanding', () => {
  it('tells a text that may still be changed from one that stands still', () => {
    const steps = (kind: 'edit' | 'approve') => [
      step('edit', kind === 'edit' ? 'current' : 'done'),
      step('approve', kind === 'edit' ? 'ahead' : 'current'),
    ]
    expect(frozenStanding({ state: 'in_review', steps: steps('edit'), ...ratified })).toBe('atEdit')
    expect(frozenStanding({ state: 'in_review', steps: steps('approve'), ...ratified })).toBe('underReview')
    expect(frozenStanding({ state: 'scheduled', steps: [], ...ratified })).toBe('approved')
    expect(frozenStanding({ state: 'published', steps: [], ...ratified })).toBe('published')
    expect(frozenStanding({ state: 'published', steps: [], urgent: true, unratified: true })).toBe('unratified')
    expect(frozenStanding({ state: 'published', steps: [], urgent: true, unratified: false })).toBe('published')
    expect(frozenStanding({ state: 'withdrawn', steps: [], ...ratified })).toBe('ended')
  })
})

describe('choiceOf', () => {
  it('opens what will be passed on when the editor changed the text', () => {
    expect(choiceOf('atEdit', 'a', 'b')).toEqual({ changed: 'atEdit', first: 'working' })
    expect(choiceOf('atEdit', 'a', 'a')).toEqual({ first: 'frozen' })
  })

  it('opens what is public, and offers the changed working copy beside it', () => {
    expect(choiceOf('published', 'a', 'b')).toEqual({ changed: 'published', first: 'frozen' })
  })

  it('knows no other text while the working copy stands still or is not known', () => {
    expect(choiceOf('underReview', 'a', 'b')).toEqual({ first: 'frozen' })
    expect(choiceOf('approved', 'a', 'b')).toEqual({ first: 'frozen' })
    expect(choiceOf('atEdit', 'a', undefined)).toEqual({ first: 'frozen' })
  })
})
