import { describe, expect, it } from 'vitest'
import { type StoredEvent, SYSTEM, type WorkflowEvent } from '../core/events.ts'
import { marksOf } from './marks.ts'

const BASE = { by: SYSTEM, at: '2026-11-24T00:00:00.000Z' }
const covers = (count: number) => ({ covers: { version: '', count }, contributors: [] })
const submitted = (count: number, contentHash: string) =>
  ({ ...BASE, type: 'submitted', round: 1, definition: '', contentHash, ...covers(count) }) as const
const passed = (count: number, contentHash: string) =>
  ({ ...BASE, type: 'passed', step: 'edit', contentHash, ...covers(count) }) as const
const approved = (contentHash: string, final = true) =>
  ({ ...BASE, type: 'approved', step: 'approve', contentHash, final }) as const
const published = (contentHash: string, edition: number) =>
  ({ ...BASE, type: 'published', contentHash, edition, slug: 'a', url: '/a' }) as const
const marks = (...events: WorkflowEvent[]) =>
  marksOf(events.map((event, index): StoredEvent => ({ ...event, seq: index + 1, hash: '' })))

describe('the marks of versions', () => {
  it('call a text public only when it was published, and the older edition replaced', () => {
    const first = [submitted(2, 'a'), passed(2, 'a'), approved('a'), published('a', 1)]
    expect(marks(...first)).toEqual([{ number: 2, contentHash: 'a', standing: 'inForce', edition: 1 }])
    const second = [submitted(5, 'b'), passed(5, 'b'), approved('b')]
    expect(marks(...first, ...second)).toEqual([
      { number: 2, contentHash: 'a', standing: 'inForce', edition: 1 },
      { number: 5, contentHash: 'b', standing: 'approved' },
    ])
    expect(marks(...first, ...second, published('b', 2)).map(({ standing }) => standing)).toEqual([
      'replaced',
      'inForce',
    ])
  })

  it('leave the submitted text behind when the editor changed it, and move with a save that changed nothing public', () => {
    expect(marks(submitted(1, 'a'), passed(3, 'b'))).toEqual([
      { number: 1, contentHash: 'a', standing: 'changedAtEdit' },
      { number: 3, contentHash: 'b', standing: 'underReview' },
    ])
    expect(marks(submitted(1, 'a'), passed(2, 'a'))).toEqual([{ number: 2, contentHash: 'a', standing: 'underReview' }])
  })

  it('tell what was not approved from what still waits', () => {
    const back = { ...BASE, type: 'returned', step: 'approve', reason: 'x' } as const
    const standing = (...events: WorkflowEvent[]) => marks(...events).map((mark) => mark.standing)
    expect(standing(submitted(1, 'a'), { ...back, to: 'author' })).toEqual(['returned'])
    expect(standing(submitted(1, 'a'), passed(1, 'a'), { ...back, to: 'edit' })).toEqual(['underReview'])
    expect(standing(submitted(1, 'a'), { ...BASE, type: 'refused', step: 'edit', reason: 'x' })).toEqual(['refused'])
    expect(standing(submitted(1, 'a'), { ...BASE, type: 'recalled' }, submitted(1, 'a'))).toEqual([
      'recalled',
      'underReview',
    ])
    expect(standing(submitted(1, 'a'), approved('a', false))).toEqual(['underReview'])
  })

  it('say how an edition ended', () => {
    const public_ = [submitted(1, 'a'), approved('a'), published('a', 1)]
    expect(marks(...public_, { ...BASE, type: 'withdrawn', edition: 1, reason: 'x' })[0]?.standing).toBe('withdrawn')
    expect(marks(...public_, { ...BASE, type: 'expired', edition: 1 })[0]?.standing).toBe('expired')
  })

  it('call an urgent edition public, and leave none of a text that it overtook', () => {
    const urgent = {
      ...BASE,
      type: 'publishedUrgently',
      definition: '',
      edition: 1,
      reason: 'Bão',
      contentHash: 'b',
      slug: 'a',
      url: '/a',
      ratifyBy: '',
      escalateTo: '',
      ...covers(2),
    } as const
    const inForce = { number: 2, contentHash: 'b', standing: 'inForce', edition: 1 }
    expect(marks(urgent)).toEqual([inForce])
    expect(marks(submitted(1, 'a'), urgent)).toEqual([inForce])
    expect(marks(submitted(1, 'b'), urgent)).toEqual([{ ...inForce, number: 1 }])
  })

  it('follow an edition that was withdrawn and restored, until another one replaces it', () => {
    const first = [submitted(1, 'a'), passed(1, 'a'), approved('a'), published('a', 1)]
    const withdrawn = { ...BASE, type: 'withdrawn', edition: 1, reason: 'Nhầm' } as const
    const restored = {
      ...BASE,
      type: 'restored',
      edition: 1,
      reason: '',
      contentHash: 'a',
      slug: 'a',
      url: '/a',
    } as const
    const second = [submitted(2, 'b'), passed(2, 'b'), approved('b'), published('b', 2)]
    const standings = (...events: WorkflowEvent[]) => marks(...events).map(({ standing }) => standing)
    expect(standings(...first, withdrawn, restored)).toEqual(['inForce'])
    expect(standings(...first, withdrawn, ...second)).toEqual(['withdrawn', 'inForce'])
    expect(standings(...first, withdrawn, restored, ...second)).toEqual(['replaced', 'inForce'])
  })
})
